import * as Y from 'yjs'
import { afterEach, describe, expect, it } from 'vitest'
import { contentDigest } from '../../src/crdt/canonical.ts'
import { inspectUpdate } from '../../src/crdt/inspect.ts'
import { createRecord, rawRecords, recordsOf } from '../../src/crdt/records.ts'
import { readRegister, sayRegister } from '../../src/crdt/register.ts'
import { noteRecord } from '../../src/domain/peer-review/note.ts'
import { copyIn, copyOut } from '../../src/store/copy-out.ts'
import { deviceOf, rowOf } from '../relay/rows.ts'

/** Names that every object answers to without having them. */
const POISON = ['__proto__', 'constructor', 'prototype'] as const
const INHERITED = ['toString', 'valueOf', 'hasOwnProperty', '__defineGetter__', 'toJSON'] as const

/** `{ [key]: value }` as an own property, also for a name that would set the prototype. */
const withOwn = (key: string, value: unknown): object =>
  Object.defineProperty({ by: 'p05', madeAt: 1, text: 'x' }, key, { value, enumerable: true })

/** Every level of a document at which a name can stand. */
const LEVELS: Readonly<Record<string, (doc: Y.Doc, key: string) => void>> = {
  'a root': (doc, key) => doc.getMap(key).set('isAdmin', true),
  'a record’s id': (doc, key) => {
    recordsOf(doc).set(key, new Y.Map<unknown>([['isAdmin', true]]))
  },
  'a field': (doc, key) => {
    recordsOf(doc).set('r', new Y.Map<unknown>([[key, { isAdmin: true }]]))
  },
  // In a list: Yjs itself takes no object that answers to another constructor.
  'a value': (doc, key) => {
    recordsOf(doc).set('r', new Y.Map<unknown>([['count', [withOwn(key, { isAdmin: true })]]]))
  },
  'a value deep down': (doc, key) => {
    const deep = [[{ inner: [withOwn(key, { isAdmin: true })] }]]
    recordsOf(doc).set('r', new Y.Map<unknown>([['count', deep]]))
  },
  'a nested map': (doc, key) => {
    const inner = new Y.Map<unknown>([[key, { isAdmin: true }]])
    recordsOf(doc).set('r', new Y.Map<unknown>([['place', inner]]))
  },
  'a device of a choice': (doc, key) => {
    const entry = { v: 'saw', n: 1, at: 1, seen: {} }
    recordsOf(doc).set('r', new Y.Map<unknown>([[`kind\u0000${key}`, entry]]))
  },
  'a text’s format': (doc, key) => {
    const text = new Y.Text()
    recordsOf(doc).set('r', new Y.Map<unknown>([['text', text]]))
    text.insert(0, 'x', { [key === '__proto__' ? '["__proto__"]' : key]: true })
    text.format(0, 1, withOwn(key, { isAdmin: true }))
  },
}

function updateOf(change: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc()
  doc.transact(() => change(doc))
  return Y.encodeStateAsUpdate(doc)
}

const prototypes = [Object.prototype, Array.prototype, Function.prototype, Map.prototype]
const before = prototypes.map((one) => Reflect.ownKeys(one).map(String).join())
afterEach(() => {
  const after = prototypes.map((one) => Reflect.ownKeys(one).map(String).join())
  if (after.join('\n') !== before.join('\n') || 'isAdmin' in {})
    throw new Error('A prototype was changed')
})

describe('T22 names that reach a prototype', () => {
  it.each(Object.keys(LEVELS).flatMap((level) => POISON.map((key) => [key, level] as const)))(
    'T22 %s as %s is refused at the gate',
    (key, level) => {
      expect(inspectUpdate(updateOf((doc) => LEVELS[level]?.(doc, key)))).toEqual({
        ok: false,
        error: 'forbidden-key',
      })
    },
  )

  it.each(
    Object.keys(LEVELS).flatMap((level) =>
      [...POISON, ...INHERITED].map((key) => [key, level] as const),
    ),
  )('T22 %s as %s, had it come by, is no field that is read', (key, level) => {
    const doc = new Y.Doc()
    Y.applyUpdate(
      doc,
      updateOf((made) => LEVELS[level]?.(made, key)),
    )
    createRecord(
      doc,
      noteRecord,
      'honest',
      { by: 'p04', madeAt: 1, text: 'Seen' },
      { device: 'd', at: 1 },
    )
    for (const raw of rawRecords(doc)) {
      expect(Object.getPrototypeOf(raw)).toBe(null)
      const read = noteRecord.read({ by: 'p05', madeAt: 1, ...raw, type: 'note' })
      if (!read.ok) continue
      expect(Object.getPrototypeOf(read.value)).toBe(Object.prototype)
      expect('isAdmin' in read.value).toBe(false)
    }
    const honest = rawRecords(doc).find(({ id }) => id === 'honest')
    expect(noteRecord.read(honest ?? {})).toMatchObject({ ok: true, value: { text: 'Seen' } })
    expect(contentDigest(doc)).toMatch(/^[0-9a-f]{64}$/)
  })

  it('T22 a choice that a device of such a name has made can still be settled', () => {
    const doc = new Y.Doc()
    LEVELS['a device of a choice']?.(doc, '__proto__')
    const record = recordsOf(doc).get('r')
    if (!record) throw new Error('No record')
    sayRegister(record, 'kind', { value: 'heard', device: 'd', at: 2 })
    expect(readRegister(record, 'kind').map(({ value }) => value)).toEqual(['heard'])
    expect(inspectUpdate(Y.encodeStateAsUpdate(doc)).ok).toBe(false)
  })
})

describe('T22 a copy that is brought in', () => {
  const journalRow = (bytes: Uint8Array) => {
    const row = rowOf('review/r1/notes/p04', bytes, { device: deviceOf('a') })
    return { ...row, n: 1, state: 'unsent' as const, reason: null }
  }
  const copyOf = (...updates: Uint8Array[]) =>
    copyOut({ person: 'p04', name: 'Rufus' }, updates.map(journalRow), 1)

  it('T22 counts rows with such names as damaged and brings in the others', () => {
    const bad = POISON.map((key) => updateOf((doc) => LEVELS['a value']?.(doc, key)))
    const good = updateOf((doc) => recordsOf(doc).set('r', new Y.Map([['text', 'x']])))
    const read = copyIn(copyOf(...bad, good), 'p04')
    expect(read).toMatchObject({ ok: true, value: { damaged: 3 } })
    expect(read.ok && read.value.rows).toHaveLength(1)
  })

  it('T22 reads a file whose own names are poisoned as no copy, or as what it says', () => {
    const text = copyOf(updateOf((doc) => doc.getText('t').insert(0, 'x')))
    for (const key of [...POISON, ...INHERITED]) {
      const poisoned = text.replace('{', `{"${key}": {"isAdmin": true},`)
      const read = copyIn(poisoned, 'p04')
      expect(read.ok && read.value.rows).toHaveLength(1)
      expect('isAdmin' in read).toBe(false)
    }
  })

  it('T22 takes no file of more rows or bytes than anybody has unsent', () => {
    const copy = JSON.parse(copyOf(updateOf((doc) => doc.getText('t').insert(0, 'x')))) as {
      rows: object[]
    }
    const [row] = copy.rows
    const many = { ...copy, rows: Array.from({ length: 50_001 }, () => row) }
    expect(copyIn(JSON.stringify(many), 'p04')).toEqual({ ok: false, error: 'too-large' })
    const wide = { ...copy, rows: [{ ...row, bytes: 'A'.repeat(1_000_000) }] }
    expect(copyIn(JSON.stringify(wide), 'p04')).toEqual({ ok: false, error: 'not-a-copy' })
    expect(copyIn(' '.repeat(33 * 1024 * 1024), 'p04')).toEqual({ ok: false, error: 'too-large' })
  })
})
