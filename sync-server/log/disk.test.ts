import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { inspectUpdate } from '../../src/crdt/inspect.ts'
import { editor, rowOf, typeInto } from '../../test/relay/rows.ts'
import { openDatabase } from '../database.ts'
import { type Flush, walDisk } from './disk.ts'
import type { Entry } from './port.ts'
import { sqliteLog } from './sqlite.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'corridor-disk-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const DOC = 'review/r1'

/** A disk that takes what it is given when the test lets it. */
function slow() {
  const asked: { take: () => void; fail: () => void }[] = []
  const flush: Flush = () =>
    new Promise((resolve, reject) => {
      asked.push({ take: resolve, fail: () => reject(new Error('EIO: i/o error')) })
    })
  return { asked, flush }
}

/** What has become of a promise when everything that could go on by itself has done so. */
async function stateOf(promise: Promise<unknown>): Promise<'waits' | 'done' | 'failed'> {
  const idle = new Promise<'waits'>((resolve) => setImmediate(() => resolve('waits')))
  return Promise.race([
    promise.then(
      () => 'done' as const,
      () => 'failed' as const,
    ),
    idle,
  ])
}

let files = 0

function open() {
  const file = path.join(folder, `${++files}.sqlite`)
  const db = openDatabase(file)
  db.pragma('synchronous = NORMAL')
  const { asked, flush } = slow()
  const typist = editor(1)
  const entry = (): Entry => {
    const bytes = typist.one(typeInto('word '))
    const facts = inspectUpdate(bytes)
    if (!facts.ok) throw new Error(facts.error)
    return { ...rowOf(DOC, bytes), person: 'p09', receivedAt: 1, facts: facts.value }
  }
  return { log: sqliteLog(db, walDisk(`${file}-wal`, flush)), entry, asked }
}

it('L26: a row is stored when the disk has taken it, not when it is committed', async () => {
  const { log, entry, asked } = open()
  const appended = log.append([entry()])
  expect(await stateOf(appended)).toBe('waits')
  asked[0]?.take()
  expect(await appended).toEqual([{ kind: 'stored', seq: 1, again: false }])
})

it('L26: a row that the disk has not taken yet is not read out either', async () => {
  const { log, entry, asked } = open()
  const appended = log.append([entry()])
  const asks = [log.after(DOC, 0, 10), log.head(DOC), log.changedSince(0)]
  expect(await Promise.all(asks.map(stateOf))).toEqual(['waits', 'waits', 'waits'])
  asked[0]?.take()
  await appended
  const [rows, head] = await Promise.all(asks)
  expect(rows).toHaveLength(1)
  expect(head).toBe(1)
})

it('L26: what is committed while the disk is busy waits for its next turn, all of it together', async () => {
  const { log, entry, asked } = open()
  const first = log.append([entry()])
  await stateOf(first)
  const others = [log.append([entry()]), log.append([entry()])]
  asked[0]?.take()
  expect(await stateOf(first)).toBe('done')
  expect(await Promise.all(others.map(stateOf))).toEqual(['waits', 'waits'])
  expect(asked).toHaveLength(2)
  asked[1]?.take()
  expect((await Promise.all(others)).flat()).toMatchObject([{ seq: 2 }, { seq: 3 }])
})

it('L26: a disk that failed once is asked nothing more, and nothing is said from then on', async () => {
  const { log, entry, asked } = open()
  const one = entry()
  const appended = log.append([one])
  await stateOf(appended)
  asked[0]?.fail()
  await expect(appended).rejects.toThrow('start the relay again')
  await expect(log.append([one])).rejects.toThrow('start the relay again')
  await expect(log.after(DOC, 0, 10)).rejects.toThrow('start the relay again')
  expect(asked).toHaveLength(1)
})
