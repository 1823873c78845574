import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { noteRecord } from '../domain/peer-review/note.ts'
import { contentDigest } from './canonical.ts'
import { eraseFromDocument, eraseFromUpdate, isErasedForm } from './erase.ts'
import { inspectUpdate } from './inspect.ts'
import { changeRecord, createRecord, rawRecords } from './records.ts'

const author = { device: 'd'.repeat(32), at: 1 }
const MARK = 'zzconcernzz'
const holds = (bytes: Uint8Array, words: string) => Buffer.from(bytes).includes(words)

/** A document in which two notes were typed letter by letter, and every update on the way. */
function typed() {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (bytes: Uint8Array) => updates.push(bytes))
  const fields = { by: 'p04', madeAt: 1 }
  createRecord(doc, noteRecord, 'keep', { ...fields, text: '26 of 28' }, author)
  createRecord(doc, noteRecord, 'gone', { ...fields, text: 'z', kind: 'heard' }, author)
  changeRecord(doc, noteRecord, 'gone', { text: MARK }, author)
  // Both notes in one transaction, and words that were taken out again by hand.
  doc.transact(() => {
    changeRecord(doc, noteRecord, 'keep', { text: '26 of 28 folders' }, author)
    changeRecord(doc, noteRecord, 'gone', { text: `${MARK} and more` }, author)
  })
  changeRecord(doc, noteRecord, 'gone', { text: `${MARK}`, place: MARK }, author)
  return { doc, updates }
}

const texts = (doc: Y.Doc) => rawRecords(doc).map((raw) => [String(raw['id']), String(raw['text'])])

describe('T29: taking back a record', () => {
  it('leaves none of its words in the document or in any row, and all of the others’', () => {
    const { doc, updates } = typed()
    const before = [...updates]
    expect(before.some((bytes) => holds(bytes, MARK))).toBe(true)
    const ranges = eraseFromDocument(doc, 'gone')
    expect(holds(Y.encodeStateAsUpdate(doc), MARK)).toBe(false)
    const rows = updates.map((bytes) => eraseFromUpdate(bytes, ranges) ?? bytes)
    for (const row of rows) expect(holds(row, MARK) || holds(row, ' and more')).toBe(false)
    expect(rows.some((row) => holds(row, ' folders'))).toBe(true)
    expect(texts(doc)).toEqual([['keep', '26 of 28 folders']])
  })

  it('the rows without words make the same document, in any order and mixed with the old ones', () => {
    const { doc, updates } = typed()
    const old = [...updates]
    const ranges = eraseFromDocument(doc, 'gone')
    const rows = updates.map((bytes) => eraseFromUpdate(bytes, ranges) ?? bytes)
    const mixes = [rows, [...rows].reverse(), [...old, ...rows], [...rows, ...old]]
    mixes.push(rows.map((row, i) => (i % 2 === 0 ? row : (updates[i] ?? row))))
    for (const mix of mixes) {
      const other = new Y.Doc()
      for (const bytes of mix) Y.applyUpdate(other, bytes)
      expect(texts(other)).toEqual([['keep', '26 of 28 folders']])
      expect(contentDigest(other)).toBe(contentDigest(doc))
      expect(other.store.pendingStructs).toBeNull()
    }
  })

  it('a row keeps its clocks and deletions, and the relay’s inspection takes it', () => {
    const { doc, updates } = typed()
    const ranges = eraseFromDocument(doc, 'gone')
    for (const bytes of updates) {
      const blank = eraseFromUpdate(bytes, ranges)
      if (blank === null) continue
      const was = inspectUpdate(bytes)
      const is = inspectUpdate(blank)
      if (!was.ok || !is.ok) throw new Error('not read')
      expect(is.value.adds).toEqual(was.value.adds)
      expect(is.value.deletes).toEqual(was.value.deletes)
      expect(isErasedForm(blank, bytes)).toBe(true)
      expect(isErasedForm(bytes, blank)).toBe(false)
      expect(eraseFromUpdate(blank, ranges)).toBeNull()
    }
  })

  it('nothing else counts as the same row without words', () => {
    const { updates } = typed()
    const [first, second] = updates
    if (!first || !second) throw new Error('no updates')
    expect(isErasedForm(first, first)).toBe(false)
    expect(isErasedForm(second, first)).toBe(false)
    expect(isErasedForm(new Uint8Array([1, 2, 3]), first)).toBe(false)
    const doc = new Y.Doc()
    Y.applyUpdate(doc, first)
    Y.applyUpdate(doc, second)
    changeRecord(doc, noteRecord, 'gone', { text: 'other words' }, author)
    expect(isErasedForm(Y.encodeStateAsUpdate(doc), second)).toBe(false)
  })
})
