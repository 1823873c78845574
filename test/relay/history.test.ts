import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { rowHash, rowIsWhole } from '../../src/crdt/hash.ts'
import { historyOfRows } from '../../src/crdt/history.ts'
import { inspectUpdate } from '../../src/crdt/inspect.ts'
import { changeRecord, createRecord, rawRecords, recordsOf } from '../../src/crdt/records.ts'
import { historyLines, isRestorable } from '../../src/domain/history.ts'
import { pointRecord } from '../../src/domain/peer-review/answers.ts'
import { memoryLog } from '../../sync-server/log/memory.ts'

const DOC = 'review/r1'
const PEOPLE = ['p01', 'p03', 'p04', 'p05', 'p07'] as const
const MINUTE = 60_000
const DAY = 86_400_000

/** The same chance at every run. */
function chances(seed: number) {
  let state = seed
  return (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return Math.floor((state / 0x80000000) * below)
  }
}

interface Deed {
  readonly id: string
  readonly person: string
  readonly device: string
  readonly madeAt: number
  readonly receivedAt: number
  readonly record: string
  readonly kind: 'made' | 'changed' | 'removed'
  readonly before: string | undefined
  readonly after: string | undefined
}

/** A thousand edits and removals by five people who see each other's work now and then, through the relay's log. */
async function thousand() {
  const pick = chances(20_261_117)
  const log = memoryLog()
  const editors = PEOPLE.map((person, i) => {
    const doc = new Y.Doc()
    doc.clientID = 1000 + i
    // Each clock is off by its own amount.
    return { person, doc, device: String(i + 1).repeat(32), skew: (i - 2) * 7 * MINUTE, cursor: 0 }
  })
  const deeds: Deed[] = []
  let clock = Date.UTC(2026, 10, 17, 9)
  let records = 0
  while (deeds.length < 1000) {
    const editor = editors[pick(5)]
    if (!editor) continue
    const { doc, person, device, skew } = editor
    clock += pick(40_000)
    // Everybody has what is in the log before they write, so that what they saw is known.
    for (const row of await log.after(DOC, editor.cursor, 10_000)) {
      Y.applyUpdate(doc, row.bytes)
      editor.cursor = row.seq
    }
    const kept = rawRecords(doc).filter((raw) => typeof raw['removedAt'] !== 'number')
    const target = kept[pick(kept.length)]
    const sort = kept.length < 5 ? 0 : pick(10)
    const madeAt = clock + skew
    const author = { device, at: madeAt }
    const text = `Words ${deeds.length} by ${person}`
    const updates: Uint8Array[] = []
    const gather = (bytes: Uint8Array) => void updates.push(bytes)
    doc.on('update', gather)
    const record = sort < 2 || !target ? `rec-${++records}` : String(target['id'])
    const before = sort < 2 || !target ? undefined : String(target['text'])
    let kind: Deed['kind'] = 'changed'
    if (before === undefined) {
      kind = 'made'
      createRecord(
        doc,
        pointRecord,
        record,
        { question: 'q', kind: 'explore', text, madeAt },
        author,
      )
    } else if (sort === 9) {
      kind = 'removed'
      changeRecord(doc, pointRecord, record, { removedAt: madeAt }, author)
    } else changeRecord(doc, pointRecord, record, { text }, author)
    doc.off('update', gather)
    const bytes = Y.mergeUpdates(updates)
    const id = (deeds.length + 1).toString(16).padStart(32, '0')
    const facts = inspectUpdate(bytes)
    if (!facts.ok) throw new Error(facts.error)
    const receivedAt = clock + pick(3) * MINUTE
    const from = { device, madeAt, person, receivedAt, signature: null }
    const row = { id, doc: DOC, bytes, ...from, facts: facts.value }
    const [fate] = await log.append([{ ...row, hash: rowHash(row) }])
    expect(fate?.kind).toBe('stored')
    const after = kind === 'removed' ? before : text
    deeds.push({ id, person, device, madeAt, receivedAt, record, kind, before, after })
  }
  return { deeds, rows: await log.after(DOC, 0, 10_000) }
}

describe('T31: the history of 1,000 random edits and removals by five people', async () => {
  const { deeds, rows } = await thousand()
  const changes = historyOfRows(rows)

  it('maps each to its person, their device, their clock and the relay’s', () => {
    expect(deeds).toHaveLength(1000)
    expect(new Set(deeds.map(({ kind }) => kind))).toEqual(new Set(['made', 'changed', 'removed']))
    expect(changes).toHaveLength(1000)
    for (const [i, deed] of deeds.entries()) {
      const { person, device, madeAt, receivedAt, record, kind } = deed
      expect(changes[i]).toMatchObject({ person, device, madeAt, receivedAt, record, kind })
    }
  })

  it('says what stood there before and after', () => {
    for (const [i, { kind, before, after }] of deeds.entries()) {
      if (kind === 'removed') continue
      const text = changes[i]?.fields.find(({ field }) => field === 'text')
      expect(text).toEqual({ field: 'text', before, after })
    }
  })

  it('any removal and any earlier words can be brought back, for thirty days', () => {
    const doc = new Y.Doc()
    for (const { bytes } of rows) Y.applyUpdate(doc, bytes)
    const read = (id: string) => rawRecords(doc).find((raw) => raw['id'] === id)
    const author = { device: 'f'.repeat(32), at: 1 }
    const removed = deeds.filter(({ kind }) => kind === 'removed')
    expect(removed.length).toBeGreaterThan(20)
    for (const { record, before } of removed) {
      expect(read(record)?.['removedAt']).toBeTypeOf('number')
      changeRecord(doc, pointRecord, record, { removedAt: null }, author)
      expect(read(record)).toMatchObject({ removedAt: null, text: before })
    }
    for (const change of changes.filter(({ kind }) => kind === 'changed').slice(0, 200)) {
      const was = change.fields.find(({ field }) => field === 'text')?.before
      changeRecord(doc, pointRecord, change.record, { text: was }, author)
      expect(read(change.record)?.['text']).toBe(was)
    }
    const [change] = changes
    if (!change) throw new Error('nothing')
    expect(isRestorable(change, change.receivedAt + 30 * DAY - 1)).toBe(true)
    expect(isRestorable(change, change.receivedAt + 30 * DAY)).toBe(false)
  })

  it('a row that was tampered with is seen', () => {
    const [row] = rows
    if (!row) throw new Error('nothing')
    expect(rows.every(rowIsWhole)).toBe(true)
    const bytes = Uint8Array.from(row.bytes, (byte, i) => (i === 20 ? byte ^ 1 : byte))
    expect(rowIsWhole({ ...row, bytes })).toBe(false)
  })

  it('lines to read put together and leave nothing out', () => {
    const lines = historyLines(changes)
    expect(lines.length).toBeLessThan(changes.length)
    expect(lines.reduce((sum, { count }) => sum + count, 0)).toBe(1000)
    const people = (list: readonly { person: string; record: string }[]) =>
      new Set(list.map(({ person, record }) => `${person} ${record}`))
    expect(people(lines)).toEqual(people(changes))
  })
})

it('a record that somebody deletes for good is named in the history, with its words', () => {
  const doc = new Y.Doc()
  const rows: Uint8Array[] = []
  doc.on('update', (bytes: Uint8Array) => rows.push(bytes))
  const author = { device: 'a'.repeat(32), at: 1 }
  createRecord(
    doc,
    pointRecord,
    'r',
    { question: 'q', kind: 'explore', text: 'Kept', madeAt: 1 },
    author,
  )
  recordsOf(doc).delete('r')
  const row = { person: 'p04', device: author.device, madeAt: 1, receivedAt: 2 }
  const changes = historyOfRows(rows.map((bytes, i) => ({ ...row, seq: i + 1, bytes })))
  expect(changes.map(({ kind }) => kind)).toEqual(['made', 'erased'])
  expect(changes[1]?.fields.find(({ field }) => field === 'text')?.before).toBe('Kept')
})
