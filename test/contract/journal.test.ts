import Dexie from 'dexie'
import { afterEach, describe, expect, it } from 'vitest'
import { CorridorDatabase } from '../../src/store/db.ts'
import { dexieJournal } from '../../src/store/dexie-journal.ts'
import { rowIsWhole } from '../../src/crdt/hash.ts'
import type { IndexRow, Journal, JournalRow } from '../../src/store/ports.ts'
import type { RowSeals } from '../../src/store/vault/row-seals.ts'
import { sealedRows } from '../../src/store/vault/row-seals.ts'
import { isSealed } from '../../src/store/vault/sealed-part.ts'
import { sealedJournal } from '../../src/store/vault/sealed-journal.ts'
import { emptyDisk, memoryJournal } from '../helpers/memory-store.ts'
import { freshRows, turningSealer } from '../helpers/vault-keys.ts'

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

describe('journal in memory, sealed as in the simulation', () => {
  journalContract(async () => sealedJournal(memoryJournal(emptyDisk()), sealedRows(turningSealer)))
})

const opened: CorridorDatabase[] = []
const database = (rows?: RowSeals) => {
  const db = new CorridorDatabase(`contract-${opened.length}`, rows)
  opened.push(db)
  return db
}

describe('journal on Dexie', () => {
  journalContract(async () => dexieJournal(database()))
})

afterEach(async () => {
  for (const db of opened) {
    db.close()
    await Dexie.delete(db.name)
  }
  opened.length = 0
})

describe('sealed journal on Dexie', () => {
  journalContract(async () => dexieJournal(database(await freshRows())))

  it('writes what was asked first first, however long its sealing takes', async () => {
    const rows = await freshRows()
    const db = database(rows)
    const journal = dexieJournal(db)
    const big = entry('a')
    await Promise.all([
      journal.write([row(1)], [{ ...big, data: { ...big.data, text: 'x'.repeat(2_000_000) } }]),
      journal.project([{ ...big, data: { ...big.data, text: 'later' } }]),
    ])
    const [found] = await rows.index.open(await db.index.toArray())
    expect(found?.data['text']).toBe('later')
  })
  it('T6: a row whose seal is damaged stands for one whose bytes have rotted', async () => {
    const db = database(await freshRows())
    const journal = dexieJournal(db)
    await journal.write([row(1), row(2)], [])
    const stored = await db.journal.get(2)
    if (!stored || !isSealed(stored)) throw new Error('not sealed')
    const sealed = stored.sealed.slice()
    sealed[15] = (sealed[15] ?? 0) ^ 4
    const damaged = { ...stored, sealed }
    await db.journal.put(damaged)
    const [first, second] = await journal.rows(['unsent'])
    expect(first).toEqual(row(1))
    expect(second && rowIsWhole(second)).toBe(false)
    // A sealed row under another number is not taken for that number's.
    const one = await db.journal.get(1)
    await db.journal.put({ ...one, ...stored, n: 3 })
    expect((await journal.rows(['unsent'])).filter(({ madeAt }) => madeAt !== 0)).toEqual([row(1)])
  })
  it('T24: nothing but numbers, ids, names of documents and states lies readable', async () => {
    const db = database(await freshRows())
    await dexieJournal(db).write([row(1)], [{ ...entry('a'), data: { text: 'quillfeather' } }])
    expect(Object.keys((await db.journal.get(1)) ?? {}).sort()).toEqual([
      'doc',
      'id',
      'n',
      'reason',
      'sealed',
      'state',
    ])
    expect(Object.keys((await db.index.toCollection().first()) ?? {}).sort()).toEqual([
      'at',
      'doc',
      'id',
      'sealed',
      'type',
    ])
  })
})
