import { readdirSync, readFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { eraseFromDocument, eraseFromUpdate } from '../../src/crdt/erase.ts'
import { rowHash, rowIsWhole } from '../../src/crdt/hash.ts'
import { inspectUpdate } from '../../src/crdt/inspect.ts'
import { changeRecord, createRecord } from '../../src/crdt/records.ts'
import { noteRecord } from '../../src/domain/peer-review/note.ts'
import { openDatabase } from '../../sync-server/database.ts'
import { memoryLog } from '../../sync-server/log/memory.ts'
import type { DocumentLog, Entry } from '../../sync-server/log/port.ts'
import { sqliteLog } from '../../sync-server/log/sqlite.ts'

const NOTES = 'review/r1/notes/p04'
const DEVICE = 'a'.repeat(32)
const MARK = 'zzconcernzz'
const author = { device: DEVICE, at: 1 }

interface Row {
  readonly id: string
  readonly bytes: Uint8Array
}

function entry({ id, bytes }: Row, more: Partial<Entry> = {}): Entry {
  const facts = inspectUpdate(bytes)
  if (!facts.ok) throw new Error(facts.error)
  const doc = more.doc ?? NOTES
  const from = { device: DEVICE, madeAt: 1, person: 'p04', receivedAt: 2, signature: null }
  const base = { doc, id, bytes, ...from }
  return { ...base, ...more, hash: rowHash({ doc, id, bytes }), facts: facts.value }
}

/** Rows as they went out, and the same rows with their words taken out. */
function written() {
  const doc = new Y.Doc()
  const rows: Row[] = []
  doc.on('update', (bytes: Uint8Array) =>
    rows.push({ id: String(rows.length + 1).padStart(32, '0'), bytes }),
  )
  createRecord(doc, noteRecord, 'n1', { by: 'p04', madeAt: 1, text: 'z' }, author)
  changeRecord(doc, noteRecord, 'n1', { text: `${MARK} ${'and more '.repeat(900)}` }, author)
  const out = [...rows]
  const ranges = eraseFromDocument(doc, 'n1')
  const deletion = rows.slice(out.length)
  const blank = out.map(({ id, bytes }) => ({ id, bytes: eraseFromUpdate(bytes, ranges) ?? bytes }))
  return { out, blank, deletion }
}

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

function onDisk() {
  const folder = mkdtempSync(path.join(tmpdir(), 'corridor-erase-'))
  folders.push(folder)
  const db = openDatabase(path.join(folder, 'corridor.sqlite'))
  const hits = () =>
    readdirSync(folder).filter((file) => readFileSync(path.join(folder, file)).includes(MARK))
  return { log: sqliteLog(db), hits, close: () => db.close() }
}

const stores: readonly (readonly [string, () => DocumentLog])[] = [
  ['memory', memoryLog],
  ['SQLite', () => onDisk().log],
]

describe.each(stores)('L22: words that are taken back, %s', (_, open) => {
  it('a row that comes again without its words takes the place of the one that is there', async () => {
    const log = open()
    const { out, blank, deletion } = written()
    await log.append(out.map((row) => entry(row)))
    await log.saveSnapshot(NOTES, {
      seq: 2,
      bytes: new Uint8Array([1]),
      hash: new Uint8Array(32),
      digest: '',
    })
    const fates = await log.append([...deletion, ...blank].map((row) => entry(row)))
    expect(fates).toEqual([
      { kind: 'stored', seq: 3, again: false },
      { kind: 'stored', seq: 1, again: true, erased: true },
      { kind: 'stored', seq: 2, again: true, erased: true },
    ])
    const kept = await log.after(NOTES, 0, 10)
    expect(kept.map(({ id, bytes }) => ({ id, bytes: new Uint8Array(bytes) }))).toEqual([
      ...blank,
      ...deletion,
    ])
    expect(kept.every(rowIsWhole)).toBe(true)
    expect(await log.snapshot(NOTES)).toBeNull()
    expect(await log.quarantined()).toEqual([])
  })

  it('the row as it was, sent late or by a copy, is known and brings no word back', async () => {
    const log = open()
    const { out, blank } = written()
    await log.append(blank.map((row) => entry(row)))
    const fates = await log.append(out.map((row) => entry(row)))
    expect(fates.map((fate) => fate.kind)).toEqual(['stored', 'stored'])
    const kept = await log.after(NOTES, 0, 10)
    expect(kept.some(({ bytes }) => Buffer.from(bytes).includes(MARK))).toBe(false)
    expect(await log.quarantined()).toEqual([])
  })

  it('takes no words out of another’s row, of a shared document, or by other means', async () => {
    const { out, blank } = written()
    const [whole] = out
    const [gone] = blank
    if (!whole || !gone) throw new Error('no rows')
    const refused = { kind: 'refused', reason: 'id-reused' }
    for (const [first, again] of [
      [{}, { person: 'p05' }],
      [{}, { device: 'b'.repeat(32) }],
      [{ doc: 'review/r1' }, { doc: 'review/r1' }],
      [{ doc: 'review/r1/notes/p05' }, { doc: 'review/r1/notes/p05' }],
    ] as const) {
      const log = open()
      await log.append([entry(whole, first)])
      expect(await log.append([entry(gone, again)])).toEqual([refused])
    }
    const log = open()
    await log.append(out.map((row) => entry(row)))
    const other = { id: whole.id, bytes: out[1]?.bytes ?? whole.bytes }
    expect(await log.append([entry(other)])).toEqual([refused])
  })
})

it('T29: none of the words is left in any file of the relay', async () => {
  const { log, hits, close } = onDisk()
  const { out, blank, deletion } = written()
  await log.append(out.map((row) => entry(row)))
  await log.saveSnapshot(NOTES, {
    seq: 2,
    bytes: new TextEncoder().encode(MARK.repeat(500)),
    hash: new Uint8Array(32),
    digest: '',
  })
  // The scan finds them while they are there.
  expect(hits()).not.toEqual([])
  await log.append([...deletion, ...blank].map((row) => entry(row)))
  expect(hits()).toEqual([])
  close()
  expect(hits()).toEqual([])
})
