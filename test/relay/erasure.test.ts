import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import * as Y from 'yjs'
import { afterEach, expect, it } from 'vitest'
import { contentDigest } from '../../src/crdt/canonical.ts'
import { inspectUpdate } from '../../src/crdt/inspect.ts'
import { changeRecord, createRecord, rawRecords } from '../../src/crdt/records.ts'
import { isoDate } from '../../src/domain/ids.ts'
import { noteRecord } from '../../src/domain/peer-review/note.ts'
import type { PushRow } from '../../src/domain/wire/messages.ts'
import { type Db, openDatabase } from '../../sync-server/database.ts'
import { dueBy } from '../../sync-server/erasure/due.ts'
import { erase, replay } from '../../sync-server/erasure/erase.ts'
import { addToLedger, readLedger } from '../../sync-server/erasure/ledger.ts'
import { rowHashOf } from '../../sync-server/gate.ts'
import { sqliteLog } from '../../sync-server/log/sqlite.ts'
import { deviceOf, rowOf } from './rows.ts'

const DOC = 'review/r1/notes/p04'
const NAME = 'Tabitha Quince'
const WHO = { by: 'p01', at: 5_000 }

const folders: string[] = []
const open: Db[] = []
afterEach(() => {
  for (const db of open.splice(0)) db.close()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

function newFolder() {
  const folder = mkdtempSync(path.join(tmpdir(), 'corridor-erasure-'))
  folders.push(folder)
  return folder
}

function openIn(folder: string) {
  const db = openDatabase(path.join(folder, 'corridor.sqlite'))
  open.push(db)
  return { db, log: sqliteLog(db) }
}

const author = { device: deviceOf('a'), at: 1 }

/** A reviewer's notes: a name typed letter by letter, in a value, in a record that was removed, and cut out again. */
function typed(): PushRow[] {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (bytes: Uint8Array) => updates.push(bytes))
  const note = (id: string, text: string, more = {}) =>
    createRecord(doc, noteRecord, id, { by: 'p04', madeAt: 1, text, ...more }, author)
  note('honest', 'Year 3: 26 of 28 folders had the sheet.')
  note('whole', `Spoke with ${NAME} by the door.`)
  note('value', 'Seen in the hall.', { place: `With ${NAME}` })
  note('cut', `It was ${NAME}, and then not.`)
  changeRecord(doc, noteRecord, 'cut', { text: 'It was somebody, and then not.' }, author)
  note('letters', '')
  for (let i = 1; i <= NAME.length; i++)
    changeRecord(doc, noteRecord, 'letters', { text: NAME.slice(0, i) }, author)
  return updates.map((bytes) => rowOf(DOC, bytes, { device: deviceOf('a') }))
}

async function push(log: ReturnType<typeof sqliteLog>, rows: readonly PushRow[]) {
  const entries = rows.map((row) => {
    const facts = inspectUpdate(row.bytes)
    if (!facts.ok) throw new Error(facts.error)
    return { ...row, person: 'p04', receivedAt: 2, facts: facts.value }
  })
  return log.append(entries)
}

const documentOf = async (log: ReturnType<typeof sqliteLog>) => {
  const doc = new Y.Doc()
  for (const { bytes } of await log.after(DOC, 0, 10_000)) Y.applyUpdate(doc, bytes)
  return doc
}
const textsOf = (doc: Y.Doc) =>
  Object.fromEntries(rawRecords(doc).map(({ id, text }) => [String(id), String(text)]))

/** How often some bytes stand in any file of a folder, whatever the file is. */
const countIn = (folder: string, words: string): number =>
  readdirSync(folder).reduce((n, file) => {
    const bytes = readFileSync(path.join(folder, file))
    let found = 0
    for (let at = bytes.indexOf(words); at >= 0; at = bytes.indexOf(words, at + 1)) found += 1
    return n + found
  }, 0)

it('L23 T33 a name is in no file any more: typed, in a value, cut out before, put aside, in a snapshot', async () => {
  const folder = newFolder()
  const { db, log } = openIn(folder)
  const rows = typed()
  await push(log, rows)
  const before = await documentOf(log)
  const bytes = Y.encodeStateAsUpdate(before)
  await log.saveSnapshot(DOC, { seq: rows.length, bytes, hash: new Uint8Array(32), digest: 'x' })
  const late = rowOf(DOC, rows[1]?.bytes ?? new Uint8Array(), { device: deviceOf('b') })
  await log.quarantine([{ ...late, person: 'p05', receivedAt: 3, reason: 'not-allowed' }])
  const other = rowOf('review/r1', rows[0]?.bytes ?? new Uint8Array(), { device: deviceOf('a') })
  await push(log, [other])
  expect(countIn(folder, NAME)).toBeGreaterThan(3)

  const done = erase(db, DOC, { words: NAME }, WHO, (one) => addToLedger(folder, one))
  expect(done.kind).toBe('erased')
  expect(countIn(folder, NAME)).toBe(0)
  expect(countIn(folder, 'Tabitha')).toBe(0)
  // Everything else is as it was, and every row in its place under its author.
  const after = await documentOf(log)
  expect(textsOf(after)).toMatchObject({
    honest: 'Year 3: 26 of 28 folders had the sheet.',
    whole: 'Spoke with [removed] by the door.',
    cut: 'It was somebody, and then not.',
    letters: '[removed]',
  })
  expect(rawRecords(after).find(({ id }) => id === 'value')?.['place']).toBe('With [removed]')
  const kept = await log.after(DOC, 0, 10_000)
  expect(kept.slice(0, -1).map(({ id, seq }) => [id, seq])).toEqual(
    rows.map(({ id }, i) => [id, i + 1]),
  )
  for (const row of kept) expect(Buffer.from(row.hash).equals(rowHashOf(row))).toBe(true)
})

it('L24 T33 a device that was away hears of it as of any change, and cannot bring it back', async () => {
  const folder = newFolder()
  const { db, log } = openIn(folder)
  const rows = typed()
  await push(log, rows)
  // A tablet that has everything, and more unsent from the same hands.
  const tablet = await documentOf(log)
  tablet.clientID = 77
  const more: Uint8Array[] = []
  tablet.on('update', (bytes: Uint8Array, origin: unknown) => {
    if (origin !== 'relay') more.push(bytes)
  })
  changeRecord(
    tablet,
    noteRecord,
    'whole',
    { text: `Spoke with ${NAME} by the door, again.` },
    author,
  )
  erase(db, DOC, { words: NAME }, WHO, (one) => addToLedger(folder, one))
  // It sends all it ever had, as after a restore, and then what is new.
  const again = await push(log, rows)
  expect(again.map((fate) => fate.kind === 'stored' && fate.again)).toEqual(rows.map(() => true))
  const fresh = more.map((bytes) => rowOf(DOC, bytes, { device: deviceOf('a') }))
  expect((await push(log, fresh)).map(({ kind }) => kind)).toEqual(fresh.map(() => 'stored'))
  for (const { bytes } of await log.after(DOC, rows.length, 100))
    Y.applyUpdate(tablet, bytes, 'relay')
  expect(textsOf(tablet)['whole']).toBe('Spoke with [removed] by the door, again.')
  expect(contentDigest(tablet)).toBe(contentDigest(await documentOf(log)))
  expect(Buffer.from(Y.encodeStateAsUpdate(tablet)).includes(NAME)).toBe(false)
  db.pragma('wal_checkpoint(TRUNCATE)')
  expect(countIn(folder, NAME)).toBe(0)
})

it('L25 T33 a backup that is older than the erasure is erased again at its first start', async () => {
  const folder = newFolder()
  const first = openIn(folder)
  const rows = typed()
  await push(first.log, rows.slice(0, 6))
  first.db.pragma('wal_checkpoint(TRUNCATE)')
  const backup = path.join(newFolder(), 'backup.sqlite')
  copyFileSync(path.join(folder, 'corridor.sqlite'), backup)
  await push(first.log, rows.slice(6))
  erase(first.db, DOC, { words: NAME }, WHO, (one) => addToLedger(folder, one))
  for (const db of open.splice(0)) db.close()

  copyFileSync(backup, path.join(folder, 'corridor.sqlite'))
  expect(countIn(folder, NAME)).toBeGreaterThan(0)
  const second = openIn(folder)
  expect(replay(second.db, readLedger(folder))).toBe(1)
  expect(replay(second.db, readLedger(folder))).toBe(0)
  expect(countIn(folder, NAME)).toBe(0)
  // The devices send what the backup did not have: places are kept, the name is not.
  await push(second.log, rows)
  second.db.pragma('wal_checkpoint(TRUNCATE)')
  expect(countIn(folder, NAME)).toBe(0)
  expect(textsOf(await documentOf(second.log))['whole']).toBe('Spoke with [removed] by the door.')
})

it('T33 one record goes whole, and a document on legal hold stays as it is', async () => {
  const folder = newFolder()
  const { db, log } = openIn(folder)
  await push(log, typed())
  const hold = db.prepare('insert into holds (doc, reason, by, at) values (?, ?, ?, ?)')
  hold.run(DOC, 'A complaint is open', 'p01', 1)
  const nothing = () => {
    throw new Error('Written down all the same')
  }
  expect(erase(db, DOC, { words: NAME }, WHO, nothing)).toEqual({
    kind: 'held',
    reason: 'A complaint is open',
  })
  db.prepare('delete from holds').run()
  expect(erase(db, DOC, { words: 'Nobody Atall' }, WHO, nothing)).toEqual({ kind: 'not-found' })
  expect(erase(db, DOC, { record: 'whole' }, WHO, () => undefined).kind).toBe('erased')
  expect(Object.keys(textsOf(await documentOf(log)))).not.toContain('whole')
  expect(countIn(folder, 'by the door')).toBe(0)
  expect(countIn(folder, NAME)).toBeGreaterThan(0)
})

it('T33 notes are due so many days after their review; once gone they are due no more', async () => {
  const folder = newFolder()
  const { db, log } = openIn(folder)
  await push(log, typed())
  const review = JSON.stringify({ id: 'r1', date: '2026-06-01' })
  db.prepare('insert into reviews (id, urn, body) values (?, ?, ?)').run('r1', '900001', review)
  const due = (day: string, settings = {}) => dueBy(db, isoDate(day), settings)
  expect(due('2026-08-29')).toEqual([])
  expect(due('2026-08-30')).toEqual([
    { doc: DOC, what: 'A reviewer’s notes', due: '2026-08-30', held: null },
  ])
  expect(due('2026-06-11', { notes: 10 })).toHaveLength(1)
  const hold = db.prepare('insert into holds (doc, reason, by, at) values (?, ?, ?, ?)')
  hold.run(DOC, 'A complaint is open', 'p01', 1)
  expect(due('2026-08-30')).toMatchObject([{ held: 'A complaint is open' }])
  db.prepare('delete from holds').run()
  const done = erase(db, DOC, { everything: true }, WHO, (one) => addToLedger(folder, one))
  expect(done.kind).toBe('erased')
  for (const words of [NAME, 'folders had the sheet', 'Seen in the hall'])
    expect(countIn(folder, words)).toBe(0)
  expect(rawRecords(await documentOf(log))).toEqual([])
  expect(due('2026-08-30')).toEqual([])
})
