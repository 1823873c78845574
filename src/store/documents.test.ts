import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { contentDigest } from '../crdt/canonical.ts'
import { rowHash, rowIsWhole } from '../crdt/hash.ts'
import { createRecord, rawRecords } from '../crdt/records.ts'
import { noteRecord } from '../domain/peer-review/note.ts'
import type { LogRow } from '../domain/wire/messages.ts'
import {
  emptyDisk,
  type MemoryDisk,
  memoryCache,
  memoryJournal,
  type Step,
} from '../../test/helpers/memory-store.ts'
import { openDocuments } from './documents.ts'
import { StorageFault, type Surroundings } from './ports.ts'

const NOTES = 'review/r/notes/p04'
const author = { device: 'd'.repeat(32), at: 1 }

/** Time that moves when it is told to, chance that repeats. */
function surroundings() {
  const timers: { at: number; run: () => void }[] = []
  let now = 1000
  let count = 0
  const around: Surroundings = {
    now: () => now,
    random: (n) => Uint8Array.from({ length: n }, () => (count = (count * 75 + 74) % 65537) % 256),
    after(ms, run) {
      const timer = { at: now + ms, run }
      timers.push(timer)
      return () => void timers.splice(timers.indexOf(timer), timers.includes(timer) ? 1 : 0)
    },
  }
  const pass = async (ms: number) => {
    now += ms
    for (const timer of timers.splice(0)) {
      if (timer.at <= now) timer.run()
      else timers.push(timer)
      await new Promise<void>((resolve) => setImmediate(resolve))
    }
  }
  return { around, pass }
}

async function device(disk: MemoryDisk = emptyDisk(), step?: Step) {
  const { around, pass } = surroundings()
  const journal = memoryJournal(disk, step)
  const documents = await openDocuments({
    journal,
    cache: memoryCache(disk),
    around,
    device: author.device,
  })
  return { documents, journal, disk, pass }
}

const typeNote = (doc: Y.Doc, id: string, text: string) =>
  createRecord(doc, noteRecord, id, { by: 'p04', madeAt: 1, text }, author)

const logRow = (bytes: Uint8Array, seq: number): LogRow => {
  const row = { id: seq.toString(16).padStart(32, '0'), doc: NOTES, bytes }
  const from = { device: 'e'.repeat(32), person: 'p05', madeAt: 1, receivedAt: 2 }
  return { ...row, ...from, hash: rowHash(row), seq }
}

describe('documents on a device', () => {
  it('S1 what flush has promised is there after a kill', async () => {
    const first = await device()
    const opened = await first.documents.open(NOTES)
    typeNote(opened.doc, 'n1', 'Calm at the gate')
    await opened.flush()
    const second = await device(first.disk)
    const again = await second.documents.open(NOTES)
    expect(rawRecords(again.doc)[0]?.['text']).toBe('Calm at the gate')
    expect(second.documents.state().tally.unsent).toBe(1)
  })

  it('S2 typing is written within half a second without being asked to', async () => {
    const { documents, disk, pass } = await device()
    typeNote((await documents.open(NOTES)).doc, 'n1', 'x')
    expect(documents.state().inMemory).toBeGreaterThan(0)
    await pass(500)
    expect(documents.state().inMemory).toBe(0)
    expect(disk.journal.size).toBe(1)
  })

  it('S3 a missing cache is built again from the journal, rows at the trust included', async () => {
    const first = await device()
    const opened = await first.documents.open(NOTES)
    typeNote(opened.doc, 'n1', 'kept')
    await opened.flush()
    await first.documents.acknowledged([{ n: 1, doc: NOTES, seq: 1 }])
    first.disk.cache.clear()
    const second = await device(first.disk)
    expect(rawRecords((await second.documents.open(NOTES)).doc)).toHaveLength(1)
  })

  it('S4 a full disk keeps the words in memory and writes them when there is room', async () => {
    let full = true
    const { documents, disk, pass } = await device(emptyDisk(), async (name) => {
      if (full && name === 'journal.write') throw new StorageFault('disk-full', null)
    })
    typeNote((await documents.open(NOTES)).doc, 'n1', 'still here')
    await pass(500)
    expect(documents.state()).toMatchObject({ trouble: 'disk-full' })
    expect(documents.state().inMemory).toBeGreaterThan(0)
    expect(documents.unwritten()).toHaveLength(1)
    full = false
    await pass(2000)
    expect(documents.state()).toMatchObject({ trouble: null, inMemory: 0 })
    expect(disk.journal.size).toBe(1)
  })

  it('T6 every flipped bit of a stored row is noticed, and the row set aside', async () => {
    const { documents, disk } = await device()
    const opened = await documents.open(NOTES)
    for (let i = 0; i < 200; i++) {
      typeNote(opened.doc, `n${i}`, `note ${i}`)
      await opened.flush()
    }
    const rows = [...disk.journal.values()]
    expect(rows).toHaveLength(200)
    let unnoticed = 0
    for (const row of rows)
      for (let bit = 0; bit < row.bytes.length * 8; bit++) {
        const bytes = row.bytes.slice()
        bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        if (rowIsWhole({ ...row, bytes })) unnoticed++
      }
    expect(unnoticed).toBe(0)

    const [victim] = rows
    if (!victim) throw new Error('There is a first row')
    const bytes = victim.bytes.slice()
    bytes[bytes.length - 3] = (bytes[bytes.length - 3] ?? 0) ^ 1
    disk.journal.set(victim.n, { ...victim, bytes })
    const again = await device(disk)
    await again.documents.open(NOTES)
    await new Promise<void>((resolve) => setImmediate(resolve))
    expect(disk.journal.get(victim.n)?.state).toBe('damaged')
    expect(again.documents.state().tally).toMatchObject({ damaged: 1, unsent: 199 })
  })
})

describe('rows from the relay', () => {
  const history = (edits: number) => {
    const doc = new Y.Doc()
    const rows: LogRow[] = []
    doc.on('update', (bytes: Uint8Array) => rows.push(logRow(bytes, rows.length + 1)))
    for (let i = 0; i < edits; i++) typeNote(doc, `n${i}`, `note ${i}`)
    return { doc, rows }
  }

  it('T2 rows in any order leave nothing waiting: what does not follow is asked for again', async () => {
    const { doc, rows } = history(6)
    const digest = contentDigest(doc)
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(rows.length - 1), { minLength: 1, maxLength: 14 }),
        async (order) => {
          const { documents } = await device()
          for (const i of order) await documents.receive(NOTES, rows.slice(i, i + 1))
          // What a follow from the cursor brings.
          const cursor = await documents.cursorOf(NOTES)
          expect(await documents.receive(NOTES, rows.slice(cursor))).toBe('applied')
          expect(documents.isPending(NOTES)).toBe(false)
          expect(await documents.digest(NOTES)).toBe(digest)
        },
      ),
      { numRuns: 15_000 },
    )
  }, 600_000)

  it('S5 a row that is not what its author wrote is not applied', async () => {
    const { rows } = history(2)
    const { documents } = await device()
    const [first, second] = rows
    if (!first || !second) throw new Error('There are two rows')
    const bytes = first.bytes.slice()
    bytes[5] = (bytes[5] ?? 0) ^ 4
    expect(await documents.receive(NOTES, [{ ...first, bytes }])).toBe('damaged')
    expect(await documents.receive(NOTES, [second])).toBe('gap')
    expect(await documents.cursorOf(NOTES)).toBe(0)
    expect(await documents.receive(NOTES, rows)).toBe('applied')
  })

  it('S6 a fresh copy is fetched beside the shown one, and edits made meanwhile are in it', async () => {
    const { rows } = history(3)
    const { documents } = await device()
    const opened = await documents.open(NOTES)
    await documents.receive(NOTES, rows)
    await documents.refetch(NOTES)
    typeNote(opened.doc, 'mine', 'typed meanwhile')
    await documents.receive(NOTES, rows.slice(0, 2))
    expect(rawRecords(opened.doc)).toHaveLength(4)
    await documents.caughtUp(NOTES, 3)
    expect(rawRecords(opened.doc)).toHaveLength(4)
    await documents.receive(NOTES, rows)
    await documents.caughtUp(NOTES, 3)
    expect(rawRecords(opened.doc).map((raw) => raw['text'])).toContain('typed meanwhile')
  })
})

describe('T3 fingerprints', () => {
  it('never call two texts equal that a person would read differently, in 10,000 divergences', () => {
    // Yjs warns of the clientID that is used twice here on purpose.
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    let equalVectors = 0
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 12 }),
        fc.string({ minLength: 1, maxLength: 12 }),
        fc.nat(3),
        (one, other, client) => {
          const [a, b] = [new Y.Doc(), new Y.Doc()]
          a.clientID = b.clientID = client + 1
          a.getText('t').insert(0, one)
          b.getText('t').insert(0, other)
          for (let round = 0; round < 2; round++) {
            Y.applyUpdate(a, Y.encodeStateAsUpdate(b))
            Y.applyUpdate(b, Y.encodeStateAsUpdate(a))
          }
          const [textA, textB] = [a.getText('t').toString(), b.getText('t').toString()]
          if (Y.equalSnapshots(Y.snapshot(a), Y.snapshot(b)) && textA !== textB) equalVectors++
          expect(contentDigest(a) === contentDigest(b)).toBe(textA === textB)
        },
      ),
      { numRuns: 10_000 },
    )
    expect(equalVectors).toBeGreaterThan(1000)
    warn.mockRestore()
  })
})
