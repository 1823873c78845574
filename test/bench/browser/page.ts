import Dexie, { type Table } from 'dexie'
import { sha256Of } from '../../../src/crdt/hash.ts'
import { createRecord } from '../../../src/crdt/records.ts'
import { CorridorDatabase } from '../../../src/store/db.ts'
import { dexieJournal } from '../../../src/store/dexie-journal.ts'
import { openDocuments } from '../../../src/store/documents.ts'
import type { Surroundings } from '../../../src/store/ports.ts'
import { yjsCache } from '../../../src/store/yjs-cache.ts'
import { finding, findingRecord } from '../findings.ts'

const PERSON = 'bench'
const DOC = 'review/bench/notes/bench'
const DEVICE = 'b'.repeat(32)

const around: Surroundings = {
  now: () => Date.now(),
  random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
  after(ms, fn) {
    const timer = setTimeout(fn, ms)
    return () => clearTimeout(timer)
  },
}

/** One way to keep findings; `put` resolves when the finding is on this device's disk. */
interface Store {
  put(n: number): Promise<void>
  newest(count: number): Promise<number>
  close(): Promise<void>
}

/** The app's own store: journal row, index row and cache for each finding. */
async function ours(forWriting: boolean): Promise<Store> {
  const db = new CorridorDatabase(PERSON)
  const documents = forWriting
    ? await openDocuments({
        journal: dexieJournal(db),
        cache: yjsCache(PERSON),
        around,
        device: DEVICE,
      })
    : null
  const opened = await documents?.open(DOC)
  return {
    async put(n) {
      if (!opened) throw new Error('Opened to read')
      const { id, fields } = finding(1, n)
      createRecord(opened.doc, findingRecord, id, fields, { device: DEVICE, at: fields.madeAt })
      await opened.flush()
    },
    // As `useRecords` asks: no document needs to be open for a list.
    async newest(count) {
      const { type } = findingRecord
      const rows = await db.index
        .where('[type+doc+at]')
        .between([type, '', -Infinity], [type, '\uffff', Infinity])
        .reverse()
        .limit(count)
        .toArray()
      return (await db.rows.index.open(rows)).filter(({ data }) => findingRecord.read(data).ok)
        .length
    },
    async close() {
      await documents?.close()
      db.close()
    },
  }
}

class PlainDatabase extends Dexie {
  declare readonly findings: Table<{ id: string; madeAt: number }, string>

  constructor() {
    super('plain', { chromeTransactionDurability: 'strict' })
    this.version(1).stores({ findings: 'id, madeAt' })
  }
}

/** What a plain table with the same promise costs. */
async function plain(): Promise<Store> {
  const db = new PlainDatabase()
  await db.open()
  return {
    async put(n) {
      const { id, fields } = finding(1, n)
      await db.findings.put({ id, ...fields })
    },
    async newest(count) {
      const rows = await db.findings.orderBy('madeAt').reverse().limit(count).toArray()
      return rows.length
    },
    close: async () => db.close(),
  }
}

interface Memory {
  readonly memory?: { readonly usedJSHeapSize: number }
}
const heap = () => (performance as Memory).memory?.usedJSHeapSize ?? Number.NaN
const usage = async () => (await navigator.storage.estimate()).usage ?? Number.NaN

const bench = {
  /** Both stores write `count` findings each, a block of one and a block of the other in turn: what else the disk does hits both. */
  async race(count: number, block: number) {
    const stores = { ours: await ours(true), plain: await plain() }
    const times: Record<keyof typeof stores, number[]> = { ours: [], plain: [] }
    for (let from = 0; from < count; from += block)
      for (const kind of ['ours', 'plain'] as const) {
        const start = performance.now()
        for (let n = from; n < from + block; n++) await stores[kind].put(n)
        times[kind].push(performance.now() - start)
      }
    await stores.ours.close()
    await stores.plain.close()
    return times
  },
  /** Writes `count` findings one by one, each awaited; `marks` are times after each tenth. */
  async write(kind: 'ours' | 'plain', count: number) {
    const store = await (kind === 'ours' ? ours(true) : plain())
    const before = await usage()
    const start = performance.now()
    const marks: number[] = []
    for (let n = 0; n < count; n++) {
      await store.put(n)
      if ((n + 1) % (count / 10) === 0) marks.push(performance.now() - start)
    }
    const ms = performance.now() - start
    const heapBytes = heap()
    await store.close()
    return { ms, marks, heapBytes, storedBytes: (await usage()) - before }
  },
  async list(kind: 'ours' | 'plain', count: number) {
    const start = performance.now()
    const store = await (kind === 'ours' ? ours(false) : plain())
    const found = await store.newest(count)
    const ms = performance.now() - start
    await store.close()
    return { ms, found, heapBytes: heap() }
  },
  /** Opens the document itself: what a screen that writes waits for. */
  async load() {
    const start = performance.now()
    const store = await ours(true)
    const ms = performance.now() - start
    const heapBytes = heap()
    await store.close()
    return { ms, heapBytes }
  },
  /** The hash that a snapshot from the relay is checked with. */
  hash(bytes: number) {
    const start = performance.now()
    sha256Of(new Uint8Array(bytes))
    return performance.now() - start
  },
}

export type Bench = typeof bench
Object.assign(globalThis, { bench })
