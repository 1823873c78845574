import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { noteRecord } from '../domain/peer-review/note.ts'
import { canonicalContent, contentDigest } from './canonical.ts'
import { inspectUpdate } from './inspect.ts'
import { changeRecord, createRecord, rawRecords, recordsOf } from './records.ts'
import { rekeyUpdate } from './rekey.ts'
import { changeText } from './text.ts'

const author = (device: string, at = 1) => ({ device, at })
const docWith = (clientID?: number) => {
  const doc = new Y.Doc()
  if (clientID !== undefined) doc.clientID = clientID
  return doc
}
const meet = (...docs: Y.Doc[]) => {
  for (const from of docs) for (const to of docs) Y.applyUpdate(to, Y.encodeStateAsUpdate(from))
}

describe('records', () => {
  it('keeps the changes that two devices made to different fields', () => {
    const [a, b] = [docWith(), docWith()]
    createRecord(a, noteRecord, 'n1', { by: 'p04', madeAt: 1, text: 'At the gate' }, author('a'))
    meet(a, b)
    changeRecord(a, noteRecord, 'n1', { place: 'Hall' }, author('a'))
    changeRecord(b, noteRecord, 'n1', { text: 'At the gate, calm' }, author('b'))
    meet(a, b)
    for (const doc of [a, b])
      expect(rawRecords(doc)[0]).toMatchObject({ place: 'Hall', text: 'At the gate, calm' })
  })

  it('C55 keeps both values of a choice until a person picks one', () => {
    const [a, b] = [docWith(), docWith()]
    createRecord(a, noteRecord, 'n1', { by: 'p04', madeAt: 1 }, author('a'))
    meet(a, b)
    changeRecord(a, noteRecord, 'n1', { kind: 'saw' }, author('a', 2))
    changeRecord(b, noteRecord, 'n1', { kind: 'heard' }, author('b', 3))
    meet(a, b)
    const read = (doc: Y.Doc) => {
      const note = noteRecord.read(rawRecords(doc)[0] ?? {})
      return note.ok ? note.value.kind.map((said) => said.value) : note.error
    }
    expect(read(a)).toEqual(['saw', 'heard'])
    expect(read(b)).toEqual(['saw', 'heard'])
    changeRecord(b, noteRecord, 'n1', { kind: 'saw' }, author('b', 4))
    meet(a, b)
    expect(read(a)).toEqual(['saw'])
  })

  it('does not touch a record from a newer app', () => {
    const doc = docWith()
    createRecord(doc, noteRecord, 'n1', { by: 'p04', madeAt: 1, text: 'x' }, author('a'))
    recordsOf(doc).get('n1')?.set('v', 9)
    expect(changeRecord(doc, noteRecord, 'n1', { text: 'y' }, author('a'))).toBe(false)
    expect(rawRecords(doc)[0]?.['text']).toBe('x')
    expect(noteRecord.read(rawRecords(doc)[0] ?? {})).toEqual({
      ok: false,
      error: { kind: 'newer', version: 9 },
    })
  })

  it('changes text to what is wanted, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (from, to) => {
        const text = docWith().getText('t')
        text.insert(0, from)
        changeText(text, to)
        expect(text.toString()).toBe(to)
      }),
    )
  })
})

describe('content digest', () => {
  it('T3 tells apart replicas whose state vectors and snapshots are equal', () => {
    const [a, b] = [docWith(7), docWith(7)]
    a.getText('t').insert(0, 'Year 3')
    b.getText('t').insert(0, 'Year 5')
    meet(a, b)
    expect(Y.encodeStateVector(a)).toEqual(Y.encodeStateVector(b))
    expect(Y.equalSnapshots(Y.snapshot(a), Y.snapshot(b))).toBe(true)
    expect(contentDigest(a)).not.toBe(contentDigest(b))
  })

  it('is the same for the same content, however it came about', () => {
    const edit = fc.record({
      who: fc.nat(2),
      at: fc.nat(20),
      text: fc.string({ maxLength: 5 }),
      cut: fc.nat(3),
      share: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 40 }), (edits) => {
        const docs = [docWith(), docWith(), docWith()]
        for (const e of edits) {
          const doc = docs[e.who] ?? docWith()
          const text = doc.getText('t')
          text.insert(Math.min(e.at, text.length), e.text)
          const cut = Math.min(e.cut, text.length)
          text.delete(0, cut)
          doc.getMap('m').set(`k${e.at % 4}`, { [e.text]: e.cut, a: [e.at] })
          if (e.share) meet(...docs)
        }
        meet(...docs)
        const fresh = docWith()
        Y.applyUpdate(fresh, Y.encodeStateAsUpdate(docs[1] ?? fresh))
        fresh.getText('t')
        fresh.getMap('m')
        expect(new Set([...docs, fresh].map(contentDigest)).size).toBe(1)
        expect(canonicalContent(fresh)).toEqual(canonicalContent(docs[0] ?? fresh))
      }),
    )
  })
})

describe('inspection', () => {
  it('says what an update adds, deletes and builds on', () => {
    const doc = docWith(1)
    doc.getText('t').insert(0, 'abc')
    const other = docWith(2)
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
    let update: Uint8Array = new Uint8Array()
    other.on('update', (bytes: Uint8Array) => (update = bytes))
    other.transact(() => {
      other.getText('t').insert(1, 'X')
      other.getText('t').delete(3, 1)
    })
    expect(inspectUpdate(update)).toEqual({
      ok: true,
      value: {
        adds: [{ client: 2, from: 0, to: 1 }],
        deletes: [{ client: 1, from: 2, to: 3 }],
        needs: [{ client: 1, clock: 2 }],
      },
    })
  })

  it.each(['__proto__', 'constructor', 'prototype'])('refuses the key %s at every level', (key) => {
    const nested = JSON.parse(`{"a":[{"${key}":{"isAdmin":true}}]}`)
    const updates = [
      (doc: Y.Doc) => doc.getMap('records').set(key, 1),
      (doc: Y.Doc) => doc.getMap(key).set('a', 1),
      (doc: Y.Doc) => doc.getMap('records').set('a', nested),
    ].map((edit) => {
      const doc = docWith()
      edit(doc)
      return Y.encodeStateAsUpdate(doc)
    })
    for (const update of updates)
      expect(inspectUpdate(update)).toEqual({ ok: false, error: 'forbidden-key' })
  })
})

describe('a new clientID for refused rows', () => {
  it('T4 keeps the words of both replicas that wrote under one clientID', () => {
    const [a, b, base] = [docWith(7), docWith(7), docWith(1)]
    base.getText('t').insert(0, 'Shared. ')
    for (const doc of [a, b]) Y.applyUpdate(doc, Y.encodeStateAsUpdate(base))
    const rows: Uint8Array[] = []
    b.on('update', (bytes: Uint8Array) => rows.push(bytes))
    a.getText('t').insert(8, 'From A')
    b.getText('t').insert(8, 'From B!')
    b.getText('t').delete(14, 1)
    b.getText('t').insert(14, '?')
    const merged = docWith()
    Y.applyUpdate(merged, Y.encodeStateAsUpdate(a))
    for (const bytes of rows)
      Y.applyUpdate(merged, rekeyUpdate(bytes, { client: 7, from: 0, to: 99 }))
    const text = merged.getText('t').toString()
    expect(text).toContain('From A')
    expect(text).toContain('From B?')
    expect(merged.store.pendingStructs).toBeNull()
  })
})

describe('S8 words that were typed one after the other, of which only the later ones move', () => {
  const typed = (strokes: readonly string[], deletions: readonly number[]) => {
    const doc = new Y.Doc()
    doc.clientID = 7
    const rows: Uint8Array[] = []
    doc.on('update', (bytes: Uint8Array) => rows.push(bytes))
    const text = doc.getText('t')
    for (const stroke of strokes) text.insert(text.length, stroke)
    for (const at of deletions) if (at < text.length) text.delete(at, 1)
    return { doc, rows, text: text.toString() }
  }

  it('S8 T4 a state in which they are one comes out like the rows in which they are many', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 8 }),
        fc.array(fc.nat(12), { maxLength: 3 }),
        fc.nat(31),
        (strokes, deletions, chosen) => {
          const { doc, rows, text } = typed(strokes, deletions)
          const clocks = Y.getState(doc.store, 7)
          const move = { client: 7, from: chosen % clocks, to: 99 }
          const fromState = new Y.Doc()
          Y.applyUpdate(fromState, rekeyUpdate(Y.encodeStateAsUpdate(doc), move))
          const fromRows = new Y.Doc()
          for (const bytes of rows) Y.applyUpdate(fromRows, rekeyUpdate(bytes, move))
          for (const moved of [fromState, fromRows]) {
            expect(moved.store.pendingStructs).toBeNull()
            expect(moved.getText('t').toString()).toBe(text)
            expect(Y.getState(moved.store, 7)).toBe(move.from)
            expect(Y.getState(moved.store, 99)).toBe(clocks - move.from)
          }
        },
      ),
    )
  })
})
