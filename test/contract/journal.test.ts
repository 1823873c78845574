import Dexie from 'dexie'
import { afterEach, describe, expect, it } from 'vitest'
import { CorridorDatabase } from '../../src/store/db.ts'
import { dexieJournal } from '../../src/store/dexie-journal.ts'
import type { IndexRow, Journal, JournalRow } from '../../src/store/ports.ts'
import { emptyDisk, memoryJournal } from '../helpers/memory-store.ts'

const row = (n: number, doc = 'review/r', more: Partial<JournalRow> = {}): JournalRow => ({
  n,
  id: n.toString(16).padStart(32, '0'),
  doc,
  device: 'd'.repeat(32),
  hash: new Uint8Array(32).fill(n),
  madeAt: 1000 + n,
  bytes: new Uint8Array([n, 0, n]),
  signature: new Uint8Array(64).fill(n),
  state: 'unsent',
  reason: null,
  ...more,
})
const entry = (id: string, doc = 'review/r'): IndexRow => ({
  doc,
  id,
  type: 'note',
  at: 1,
  data: { type: 'note', id },
})

/** What every journal keeps to, the one in a browser's database and the one of the simulator. */
function journalContract(fresh: () => Promise<Journal>) {
  it('[J1] gives rows back in the order of their numbers, bytes untouched', async () => {
    const journal = await fresh()
    await journal.write([row(2)], [])
    await journal.write([row(1), row(3, 'review/s')], [])
    expect(await journal.rows(['unsent'])).toEqual([row(1), row(2), row(3, 'review/s')])
    expect(await journal.rows(['unsent'], 'review/r')).toEqual([row(1), row(2)])
  })
  it('[J2] writing the same rows again changes nothing', async () => {
    const journal = await fresh()
    await journal.write([row(1), row(2)], [entry('a')])
    await journal.write([row(1), row(2)], [entry('a')])
    expect(await journal.tally()).toMatchObject({ unsent: 2, high: 2 })
  })
  it('[J3] settles a row: it leaves the unsent ones and keeps its bytes', async () => {
    const journal = await fresh()
    await journal.write([row(1), row(2), row(3)], [])
    await journal.settle([
      { n: 1, state: 'safe', reason: null },
      { n: 2, state: 'refused', reason: 'sealed' },
      { n: 9, state: 'safe', reason: null },
    ])
    expect(await journal.rows(['unsent'])).toEqual([row(3)])
    expect(await journal.rows(['safe', 'refused'])).toEqual([
      row(1, 'review/r', { state: 'safe' }),
      row(2, 'review/r', { state: 'refused', reason: 'sealed' }),
    ])
    expect(await journal.tally()).toEqual({
      unsent: 1,
      refused: 1,
      damaged: 0,
      reason: 'sealed',
      high: 3,
    })
  })
  it('[J4] replaces rows by others at once; the old ones are kept aside', async () => {
    const journal = await fresh()
    await journal.write([row(1), row(2)], [])
    await journal.replace([1, 2], [row(3)])
    expect(await journal.rows(['unsent'])).toEqual([row(3)])
    expect((await journal.rows(['replaced'])).map((r) => r.n)).toEqual([1, 2])
  })
  it('[J4] an answer to a row that was replaced meanwhile does not bring it back', async () => {
    const journal = await fresh()
    await journal.write([row(1)], [])
    await journal.replace([1], [row(2)])
    await journal.settle([{ n: 1, state: 'refused', reason: 'client-taken' }])
    expect(await journal.rows(['refused'])).toEqual([])
    expect((await journal.rows(['replaced'])).map((r) => r.n)).toEqual([1])
  })
  it('[J5] never gives a number out twice, even when all rows are settled', async () => {
    const journal = await fresh()
    await journal.write([row(7)], [])
    await journal.settle([{ n: 7, state: 'safe', reason: null }])
    expect((await journal.tally()).high).toBe(7)
  })
}

describe('journal in memory', () => {
  journalContract(async () => memoryJournal(emptyDisk()))
})

describe('journal on Dexie', () => {
  const opened: CorridorDatabase[] = []
  journalContract(async () => {
    const db = new CorridorDatabase(`contract-${opened.length}`)
    opened.push(db)
    return dexieJournal(db)
  })
  afterEach(async () => {
    for (const db of opened) {
      db.close()
      await Dexie.delete(db.name)
    }
    opened.length = 0
  })
})
