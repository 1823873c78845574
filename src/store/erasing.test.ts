import { expect, it } from 'vitest'
import { changeRecord, createRecord, rawRecords } from '../crdt/records.ts'
import { rowIsWhole } from '../crdt/hash.ts'
import { noteRecord } from '../domain/peer-review/note.ts'
import {
  emptyDisk,
  memoryCache,
  memoryJournal,
  type MemoryDisk,
} from '../../test/helpers/memory-store.ts'
import { openDocuments } from './documents.ts'
import type { JournalRow } from './ports.ts'

const NAME = 'review/r1/notes/p04'
const MARK = 'zzconcernzz'
const author = { device: 'd'.repeat(32), at: 1 }

async function tablet(disk: MemoryDisk = emptyDisk()) {
  let chance = 0
  const documents = await openDocuments({
    journal: memoryJournal(disk),
    cache: memoryCache(disk),
    around: {
      now: () => 1000,
      random: (n) => Uint8Array.from({ length: n }, () => ++chance % 256),
      after: (ms, fn) => {
        const timer = setTimeout(fn, ms)
        return () => clearTimeout(timer)
      },
    },
    device: author.device,
  })
  const sent: JournalRow[] = []
  documents.onRows((rows) => void sent.push(...rows))
  const { doc } = await documents.open(NAME)
  return { disk, documents, doc, sent }
}

const holds = (disk: MemoryDisk, words: string) =>
  [...disk.journal.values()].some(({ bytes }) => Buffer.from(bytes).includes(words)) ||
  [...disk.cache.values()].some(({ state }) => Buffer.from(state).includes(words)) ||
  JSON.stringify([...disk.index.values()]).includes(words)

it('T29: erases a note that was saved, sent and half typed from everything on the device', async () => {
  const { disk, documents, doc, sent } = await tablet()
  const fields = { by: 'p04', madeAt: 1 }
  createRecord(doc, noteRecord, 'keep', { ...fields, text: '26 of 28 folders' }, author)
  createRecord(doc, noteRecord, 'gone', { ...fields, text: MARK }, author)
  await documents.flush()
  const rows = [...disk.journal.values()]
  await documents.acknowledged(rows.map(({ n, doc: name }, i) => ({ n, doc: name, seq: i + 1 })))
  changeRecord(doc, noteRecord, 'gone', { text: `${MARK} and ${MARK}2` }, author)
  expect(holds(disk, MARK)).toBe(true)
  sent.length = 0

  await documents.erase(NAME, 'gone')
  expect(holds(disk, MARK)).toBe(false)
  expect(holds(disk, '26 of 28 folders')).toBe(true)
  expect(rawRecords((await documents.open(NAME)).doc).map((raw) => raw['id'])).toEqual(['keep'])
  // Under its old id, whole, and to be sent once more although it was safe.
  const again = disk.journal.get(rows[0]?.n ?? 0)
  expect(again).toMatchObject({ id: rows[0]?.id, state: 'unsent' })
  expect([...disk.journal.values()].every(rowIsWhole)).toBe(true)
  expect(sent.some(({ id }) => id === rows[0]?.id)).toBe(true)
  expect(sent.some(({ bytes }) => Buffer.from(bytes).includes(MARK))).toBe(false)

  const next = await tablet(disk)
  expect(rawRecords(next.doc).map((raw) => raw['text'])).toEqual(['26 of 28 folders'])
})

it('T29: a colleague’s device forgets it too, as soon as it hears', async () => {
  const one = await tablet()
  const other = await tablet()
  const hear = async (from: MemoryDisk, seen: Set<string>) => {
    const rows = [...from.journal.values()].filter(({ id }) => !seen.has(id))
    const cursor = await other.documents.cursorOf(NAME)
    const logged = rows.map((row, i) => ({
      ...row,
      seq: cursor + i + 1,
      person: 'p04',
      receivedAt: 2,
    }))
    expect(await other.documents.receive(NAME, logged)).toBe('applied')
    rows.forEach(({ id }) => seen.add(id))
  }
  const seen = new Set<string>()
  createRecord(one.doc, noteRecord, 'gone', { by: 'p04', madeAt: 1, text: MARK }, author)
  await one.documents.flush()
  await hear(one.disk, seen)
  expect(holds(other.disk, MARK)).toBe(true)
  await one.documents.erase(NAME, 'gone')
  await hear(one.disk, seen)
  expect(holds(other.disk, MARK)).toBe(false)
  expect(other.disk.index.size).toBe(0)
})
