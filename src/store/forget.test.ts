import { describe, expect, it } from 'vitest'
import { createRecord, rawRecords } from '../crdt/records.ts'
import { accessFactsSchema, type AccessFacts } from '../domain/access/facts.ts'
import { unpackBundle } from '../domain/hand-over/bundle.ts'
import { noteRecord } from '../domain/peer-review/note.ts'
import { emptyDisk, memoryCache, type MemoryDisk } from '../../test/helpers/memory-store.ts'
import { CorridorDatabase } from './db.ts'
import { dexieJournal } from './dexie-journal.ts'
import { type Documents, openDocuments } from './documents.ts'
import {
  bundleOf,
  givenReceipts,
  keepReceipt,
  receiptFor,
  receiptLine,
  takeBundle,
  takenReceipts,
} from './hand-over.ts'
import type { DocumentCache, Surroundings } from './ports.ts'

const around: Surroundings = {
  now: () => 5,
  random: (n) => crypto.getRandomValues(new Uint8Array(n)),
  after: (ms, fn) => {
    const timer = setTimeout(fn, ms)
    return () => clearTimeout(timer)
  },
}
const NOTES = 'review/r1/notes/p04'
const OTHER = 'review/r1/notes/p05'

let made = 0
async function open(name = `forget-${++made}`, disk: MemoryDisk = emptyDisk(), device = 'a') {
  const db = new CorridorDatabase(name)
  const documents = await openDocuments({
    journal: dexieJournal(db),
    cache: memoryCache(disk),
    around,
    device: device.repeat(32),
  })
  return { db, documents, disk, name }
}

async function write(documents: Documents, doc: string, text: string) {
  const opened = await documents.open(doc)
  const author = { device: documents.device, at: 1 }
  createRecord(opened.doc, noteRecord, `n${++made}`, { by: 'p04', text, madeAt: made }, author)
  await opened.flush()
}

const allSafe = async (documents: Documents) => {
  const rows = await documents.journal.rows(['unsent'])
  await documents.acknowledged(rows.map(({ n, doc }, i) => ({ n, doc, seq: i + 1 })))
}

const everything = async ({ db, disk }: { db: CorridorDatabase; disk: MemoryDisk }) => {
  const rows = [
    ...(await db.rows.journal.open(await db.journal.toArray())).map(({ bytes }) => bytes),
    ...[...disk.cache.values()].map(({ state }) => state),
  ]
  const index = (await db.index.toArray()).map((row) => JSON.stringify(row))
  return [...rows.map((bytes) => new TextDecoder().decode(bytes)), ...index].join('\n')
}

describe('a document that leaves the device', () => {
  it('H5 T28 goes from journal, cache, index and the open screen, and nothing else does', async () => {
    const here = await open()
    await write(here.documents, NOTES, 'velvet lighthouse')
    await write(here.documents, OTHER, 'pewter dandelion')
    await allSafe(here.documents)
    const shown = await here.documents.open(NOTES)
    let told = 0
    shown.onReplaced(() => told++)
    const { high } = here.documents.state().tally
    expect(await here.documents.forgetDocument(NOTES, 'sent')).toBe(true)
    expect(told).toBe(1)
    expect(rawRecords(shown.doc)).toEqual([])
    expect(await everything(here)).not.toContain('velvet lighthouse')
    expect(await everything(here)).toContain('pewter dandelion')
    expect(await here.documents.kept()).toEqual([OTHER])
    expect(here.documents.state().tally).toMatchObject({ unsent: 0, high })
  })

  it('J5 gives no number out again, also after a new start', async () => {
    const here = await open()
    await write(here.documents, NOTES, 'one')
    await allSafe(here.documents)
    const { high } = here.documents.state().tally
    await here.documents.forgetDocument(NOTES, 'sent')
    await here.documents.close()
    const again = await open(here.name, here.disk)
    expect(again.documents.state().tally.high).toBe(high)
    await write(again.documents, OTHER, 'two')
    expect((await again.documents.journal.rows(['unsent'])).map(({ n }) => n)).toEqual([high + 1])
  })

  it('H5 HC08 never goes while a row is only here, unless it has its receipt', async () => {
    const here = await open()
    await write(here.documents, NOTES, 'only here')
    expect(await here.documents.forgetDocument(NOTES, 'sent')).toBe(false)
    expect(await everything(here)).toContain('only here')
    const gone: string[] = []
    here.documents.onRows((_, instead) => gone.push(...instead.map(({ doc }) => doc)))
    expect(await here.documents.forgetDocument(NOTES, 'all')).toBe(true)
    expect(gone, 'the outbox lets go').toEqual([NOTES])
    expect(await everything(here)).not.toContain('only here')
  })

  it('H5 T28 a kill before the cache went is finished at the next start, as often as it takes', async () => {
    const here = await open()
    await write(here.documents, NOTES, 'velvet lighthouse')
    await allSafe(here.documents)
    await here.documents.close()
    // The transaction went through, and then the battery was flat.
    await dexieJournal(here.db).forget(NOTES, ['safe'])
    expect([...here.disk.cache.keys()]).toContain(NOTES)
    for (let twice = 0; twice < 2; twice++) {
      const again = await open(here.name, here.disk)
      await again.documents.finishForgetting()
      expect([...here.disk.cache.keys()]).not.toContain(NOTES)
      expect(await again.documents.journal.forgetting()).toEqual([])
      await again.documents.close()
    }
    expect(await everything(here)).not.toContain('velvet lighthouse')
  })

  it('H5 the mark stays for as long as the cache does not go', async () => {
    const { db, documents } = await open()
    await dexieJournal(db).forget(NOTES, ['safe'])
    await documents.close()
    let blocked = true
    const cache: DocumentCache = { ...memoryCache(emptyDisk()), drop: async () => !blocked }
    const again = await openDocuments({
      journal: dexieJournal(db),
      cache,
      around,
      device: 'a'.repeat(32),
    })
    await again.finishForgetting()
    expect(await again.journal.forgetting()).toEqual([NOTES])
    blocked = false
    await again.finishForgetting()
    expect(await again.journal.forgetting()).toEqual([])
  })
})

const facts = (person: string): AccessFacts =>
  accessFactsSchema.parse({
    person,
    name: person === 'p04' ? 'Rufus Candlestick' : 'Primrose Inkwell',
    today: '2026-11-24',
    roles: [
      { role: 'Head', urn: person === 'p03' ? '900001' : '900002', from: '2020-09-01', to: null },
    ],
    reviews: [
      {
        id: 'r1',
        urn: '900001',
        date: '2026-11-24',
        lead: 'p07',
        reviewers: ['p03', 'p04'],
        blindFirst: false,
        revealed: false,
      },
    ],
  })

describe('notes handed over with no network', () => {
  async function both() {
    const rufus = await open()
    const head = await open(undefined, undefined, 'b')
    await write(rufus.documents, NOTES, 'Year 3: 26 of 28')
    await write(rufus.documents, NOTES, 'Year 5: 11 of 27')
    const bundle = async () => {
      const read = unpackBundle(await bundleOf(rufus, facts('p04'), NOTES))
      if (!read.ok) throw new Error(read.error)
      return read.value
    }
    return { rufus, head, bundle }
  }

  it('HC08 reach the head’s device whole, twice over is the same, and the receipt lets them go', async () => {
    const { rufus, head, bundle } = await both()
    const sent = await bundle()
    const first = await takeBundle(head, facts('p03'), sent, 10)
    const second = await takeBundle(head, facts('p03'), sent, 20)
    expect(first).toMatchObject({ ok: true, value: { at: 10, receipt: { notes: 2, to: 'p03' } } })
    expect(second).toEqual(first)
    expect(await takenReceipts(head.db)).toHaveLength(1)
    const texts = rawRecords((await head.documents.open(NOTES)).doc).map((raw) =>
      String(raw['text']),
    )
    expect(texts.sort()).toEqual(['Year 3: 26 of 28', 'Year 5: 11 of 27'])
    const waiting = await head.documents.journal.rows(['unsent'], NOTES)
    expect(waiting.map(({ device }) => device)).toEqual(sent.rows.map(({ device }) => device))
    if (!first.ok) throw new Error(first.error)
    const line = receiptLine(first.value)
    expect(await keepReceipt(rufus, facts('p04'), NOTES, line, 30)).toMatchObject({ ok: true })
    expect((await givenReceipts(rufus.db)).map(({ doc }) => doc)).toEqual([NOTES])
  })

  it('are refused when they were changed on their way, are another review’s or come to another’s tablet', async () => {
    const { head, bundle } = await both()
    const sent = await bundle()
    const changed = {
      ...sent,
      rows: sent.rows.map((row) => ({
        ...row,
        bytes: row.bytes.map((b, i) => (i === 9 ? b ^ 1 : b)),
      })),
    }
    expect(await takeBundle(head, facts('p03'), changed, 1)).toEqual({
      ok: false,
      error: 'damaged',
    })
    expect(await takeBundle(head, facts('p03'), { ...sent, rows: sent.rows.slice(1) }, 1)).toEqual({
      ok: false,
      error: 'damaged',
    })
    expect(await takeBundle(head, facts('p04'), sent, 1)).toEqual({ ok: false, error: 'not-yours' })
    for (const doc of ['review/r2/notes/p04', 'review/r1', 'trust', OTHER])
      expect(await takeBundle(head, facts('p03'), { ...sent, doc }, 1)).toEqual({
        ok: false,
        error: 'not-yours',
      })
    expect(await head.documents.kept()).toEqual([])
  })

  it('H1 HC08 a receipt for less than what lies here lets nothing go', async () => {
    const { rufus, head, bundle } = await both()
    const taken = await takeBundle(head, facts('p03'), await bundle(), 10)
    if (!taken.ok) throw new Error(taken.error)
    const line = receiptLine(taken.value)
    await write(rufus.documents, NOTES, 'In the car park at 16:30')
    const keep = (text: string) => keepReceipt(rufus, facts('p04'), NOTES, text, 30)
    expect(await keep(line)).toEqual({ ok: false, error: 'not-the-same' })
    expect(await keep('Shopping list')).toEqual({ ok: false, error: 'not-a-receipt' })
    expect(await keep(line.replace('/p04 ', '/p05 '))).toEqual({ ok: false, error: 'another' })
    expect(await givenReceipts(rufus.db)).toEqual([])
    const how = { way: 'network', to: 'p03' } as const
    expect((await receiptFor(rufus, NOTES, how)).notes).toBe(3)
  })
})
