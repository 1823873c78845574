import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { contentDigest } from '../crdt/canonical.ts'
import { rowHash, rowIsWhole } from '../crdt/hash.ts'
import { changeRecord, createRecord, rawRecords } from '../crdt/records.ts'
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
  const settled = () => new Promise<void>((resolve) => setImmediate(resolve))
  const pass = async (ms: number) => {
    // What is under way sets its timers first.
    await settled()
    now += ms
    for (const timer of timers.filter(({ at }) => at <= now)) {
      // One that ran before it may have called it off.
      if (!timers.includes(timer)) continue
      timers.splice(timers.indexOf(timer), 1)
      timer.run()
      await settled()
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

  it('S2 somebody who types without a pause has it written within half a second all the same', async () => {
    const { documents, disk, pass } = await device()
    const { doc } = await documents.open(NOTES)
    for (let key = 0; key < 6; key++) {
      typeNote(doc, `n${key}`, 'x')
      await pass(80)
    }
    // The first key at once, all that followed together.
    expect(disk.journal.size).toBe(2)
    expect(documents.state().inMemory).toBe(0)
  })

  it('S2 a press after a quiet while is on disk before its page can be closed; keys that follow are gathered', async () => {
    const { documents, disk, pass } = await device()
    const { doc } = await documents.open(NOTES)
    await pass(1000)
    typeNote(doc, 'n1', 'x')
    await pass(20)
    expect(disk.journal.size).toBe(1)
    const second = await device(disk)
    expect(rawRecords((await second.documents.open(NOTES)).doc)).toMatchObject([{ text: 'x' }])
    for (let key = 0; key < 10; key++) {
      changeRecord(doc, noteRecord, 'n1', { text: `x${key}` }, author)
      await pass(20)
    }
    // Ten keys in 200 ms: not a row each.
    expect(disk.journal.size).toBe(1)
    await pass(150)
    expect(disk.journal.size).toBe(2)
    expect(documents.state().inMemory).toBe(0)
  })

  it('S1 a slow write does not put an older text into the lists than a colleague’s that came meanwhile', async () => {
    let go = () => {}
    const slow = new Promise<void>((resolve) => (go = resolve))
    const { documents, disk } = await device(emptyDisk(), (name) =>
      name === 'journal.write' ? slow : Promise.resolve(),
    )
    const opened = await documents.open(NOTES)
    typeNote(opened.doc, 'n1', 'Calm')
    const written = opened.flush()
    const theirs = new Y.Doc()
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(opened.doc))
    const before = Y.encodeStateVector(theirs)
    changeRecord(theirs, noteRecord, 'n1', { text: 'Calm at the gate' }, author)
    await documents.receive(NOTES, [logRow(Y.encodeStateAsUpdate(theirs, before), 1)])
    go()
    await written
    expect(disk.index.get(`${NOTES}\nn1`)?.data['text']).toBe('Calm at the gate')
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

  it('T10 whichever storage call fails, nothing is called saved that is not, and all is in the end', async () => {
    const STEPS = 100
    const script = async (failAt: number) => {
      let calls = 0
      const disk = emptyDisk()
      const step: Step = async () => {
        if (++calls === failAt) throw new StorageFault('storage-closed', null)
      }
      const { around, pass } = surroundings()
      const journal = memoryJournal(disk, step)
      const ports = { journal, cache: memoryCache(disk), around, device: author.device }
      const documents = await openDocuments(ports).catch(() => openDocuments(ports))
      const open = () => documents.open(NOTES).catch(() => documents.open(NOTES))
      for (let i = 0; i < STEPS; i++) {
        const opened = await open()
        typeNote(opened.doc, `n${i}`, `note ${i}`)
        if (i > 5) changeRecord(opened.doc, noteRecord, `n${i - 3}`, { place: 'Hall' }, author)
        const flushed = opened.flush().then(() => true)
        await pass(3000)
        const claimed = documents.state().inMemory === 0 ? i + 1 : 0
        expect(disk.journal.size).toBeGreaterThanOrEqual(claimed)
        expect(await flushed).toBe(true)
        const row = [...disk.journal.values()].find((r) => r.state === 'unsent')
        if (row && i % 4 === 3)
          await documents
            .acknowledged([{ n: row.n, doc: NOTES, seq: Math.ceil(i / 4) }])
            .catch(() => undefined)
      }
      await pass(5000)
      const again = await device(disk)
      expect(rawRecords((await again.documents.open(NOTES)).doc)).toHaveLength(STEPS)
      return calls
    }
    const total = await script(Infinity)
    expect(total).toBeGreaterThan(150)
    for (let n = 1; n <= total; n++) await script(n)
  }, 600_000)
})

describe('a document that moves to another clientID', () => {
  it('T4 takes along what is typed while its rows are written again', async () => {
    const disk = emptyDisk()
    let meanwhile = () => {}
    const { documents, pass } = await device(disk, async (name) => {
      if (name === 'journal.replace') meanwhile()
    })
    const opened = await documents.open(NOTES)
    const old = opened.doc.clientID
    typeNote(opened.doc, 'n1', 'before')
    await opened.flush()
    let saved: Promise<void> | undefined
    meanwhile = () => {
      typeNote(opened.doc, 'n2', 'while it moves')
      saved = opened.flush()
    }
    await documents.rekey(NOTES, [1])
    await saved
    await pass(1000)
    const sent = [...disk.journal.values()].filter((row) => row.state === 'unsent')
    expect(sent).toHaveLength(2)
    for (const { bytes } of sent)
      expect(Y.decodeUpdate(bytes).structs.map(({ id }) => id.client)).not.toContain(old)
    const relay = new Y.Doc()
    for (const { bytes } of sent) Y.applyUpdate(relay, bytes)
    expect(contentDigest(relay)).toEqual(contentDigest(opened.doc))
    expect(rawRecords(relay)).toHaveLength(2)
  })
})

describe('a document that moves while a write is under way', () => {
  it('S8 T4 waits for it: what is not in the journal yet would stay under the clientID that is taken', async () => {
    const disk = emptyDisk()
    const theirs = new Y.Doc()
    typeNote(theirs, 'n9', 'a colleague’s')
    let onWrite = async () => {}
    let onProject = async () => {}
    const { documents, pass } = await device(disk, async (name) => {
      if (name === 'journal.write') await onWrite()
      if (name === 'journal.project') await onProject()
    })
    const opened = await documents.open(NOTES)
    const old = opened.doc.clientID
    typeNote(opened.doc, 'n1', 'refused')
    await opened.flush()

    let release = () => {}
    const slow = new Promise<void>((resolve) => (release = resolve))
    let saved: Promise<void> | undefined
    onWrite = async () => {
      onWrite = async () => {}
      // Comes while a write is under way, so it is projected after it: there the time goes by.
      await documents.receive(NOTES, [logRow(Y.encodeStateAsUpdate(theirs), 1)])
    }
    onProject = async () => {
      onProject = async () => {}
      onWrite = () => slow
      typeNote(opened.doc, 'n3', 'on its way to the disk')
      saved = opened.flush()
    }
    typeNote(opened.doc, 'n2', 'written just before')
    const moved = documents.rekey(NOTES, [1])
    await pass(1000)
    release()
    await moved
    await saved
    await pass(1000)

    const sent = [...disk.journal.values()].filter((row) => row.state === 'unsent')
    for (const { bytes } of sent)
      expect(Y.decodeUpdate(bytes).structs.map(({ id }) => id.client)).not.toContain(old)
    const relay = new Y.Doc()
    Y.applyUpdate(relay, Y.encodeStateAsUpdate(theirs))
    for (const { bytes } of sent) Y.applyUpdate(relay, bytes)
    expect(rawRecords(relay).map(({ id }) => id)).toEqual(
      expect.arrayContaining(['n1', 'n2', 'n9']),
    )
    expect(contentDigest(relay)).toEqual(contentDigest(opened.doc))
  })
})

describe('a copied tablet that was quicker under the same clientID', () => {
  it.each([
    ['longer than what is here', 'Written by the twin, at length.'],
    ['shorter', 'Twin.'],
  ])(
    'S8 T4 its words are taken in beside what is open here, never over it: %s',
    async (_, words) => {
      const { documents, disk, pass } = await device()
      const opened = await documents.open(NOTES)
      const twin = new Y.Doc()
      twin.clientID = opened.doc.clientID
      typeNote(opened.doc, 'n1', 'Written here, offline.')
      typeNote(twin, 'n2', words)
      expect(await documents.receive(NOTES, [logRow(Y.encodeStateAsUpdate(twin), 1)])).toBe(
        'applied',
      )
      typeNote(opened.doc, 'n3', 'And on.')
      await opened.flush()
      await pass(1000)
      const texts = (doc: Y.Doc) => rawRecords(doc).map(({ text }) => text)
      const all = ['Written here, offline.', words, 'And on.']
      expect(texts(opened.doc)).toEqual(all)
      // What the relay will have: the twin's row, and what is open here.
      const relay = new Y.Doc()
      Y.applyUpdate(relay, Y.encodeStateAsUpdate(twin))
      for (const row of disk.journal.values())
        if (row.state === 'unsent') Y.applyUpdate(relay, row.bytes)
      expect(texts(relay)).toEqual(all)
      expect(contentDigest(relay)).toEqual(contentDigest(opened.doc))
    },
  )

  it('S8 T4 its own row that comes back makes nothing move', async () => {
    const { documents, disk } = await device()
    const opened = await documents.open(NOTES)
    typeNote(opened.doc, 'n1', 'Written here.')
    await opened.flush()
    const [own] = [...disk.journal.values()]
    if (!own) throw new Error('no row')
    const back = { ...logRow(own.bytes, 1), id: own.id, hash: own.hash, device: author.device }
    expect(await documents.receive(NOTES, [back])).toBe('applied')
    expect([...disk.journal.values()].map(({ state }) => state)).toEqual(['unsent'])
  })
})

describe('rows under another clientID than the one that moves', () => {
  it('T4 keep their names: the relay may have them by now', async () => {
    const disk = emptyDisk()
    const first = await device(disk)
    const before = await first.documents.open(NOTES)
    typeNote(before.doc, 'n1', 'under the clientID that is taken')
    await before.flush()
    const { documents } = await device(disk)
    const opened = await documents.open(NOTES)
    typeNote(opened.doc, 'n2', 'under its own')
    await opened.flush()
    changeRecord(opened.doc, noteRecord, 'n1', { text: 'and more' }, author)
    await opened.flush()
    const told: string[][] = []
    documents.onRows((...lists) => told.push(lists.map((rows) => rows.map(({ n }) => n).join())))
    expect(await documents.rekey(NOTES, [1])).toBe(2)
    expect(told).toEqual([['4,5', '1,3']])
    const states = [...disk.journal.values()].map(({ n, state }) => `${n} ${state}`)
    expect(states).toEqual(['1 replaced', '2 unsent', '3 replaced', '4 unsent', '5 unsent'])
    const again = await device(disk)
    expect(await again.documents.digest(NOTES)).toEqual(contentDigest(opened.doc))
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
