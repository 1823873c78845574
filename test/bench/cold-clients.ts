import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import WebSocket from 'ws'
import * as Y from 'yjs'
import { rawRecords } from '../../src/crdt/records.ts'
import { openDocuments } from '../../src/store/documents.ts'
import { createSyncClient } from '../../src/sync/client.ts'
import type { Transport } from '../../src/sync/transport.ts'
import { emptyDisk, memoryCache, memoryJournal, memoryLedger } from '../helpers/memory-store.ts'
import { serveJob } from './children.ts'
import { around, Tablet } from './tablet.ts'
import { docOf, personOf, tokenOf } from './world.ts'

export interface ColdTask {
  readonly port: number
  readonly review: string
  readonly want: number
  /** File with the same state as one update. */
  readonly state: string
  /** `wire`: download and decode only. `app`: the app's own sync client on a disk in memory. */
  readonly client: 'wire' | 'app'
}

export interface ColdResult {
  readonly decodeMs: readonly number[]
  readonly openMs: readonly number[]
  /** Processor time of the same: less shaken by what else the machine does. */
  readonly decodeCpuMs: readonly number[]
  readonly openCpuMs: readonly number[]
  readonly bytes: number
  readonly found: number
}

/** Readable: in the document, and read out of it as plain values. */
function decode(bytes: Uint8Array): number {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, bytes)
  return rawRecords(doc).length
}

async function timed<T>(work: () => Promise<T> | T) {
  globalThis.gc?.()
  const before = process.cpuUsage()
  const start = performance.now()
  const value = await work()
  const ms = performance.now() - start
  const { user, system } = process.cpuUsage(before)
  return { ms, cpuMs: (user + system) / 1_000, value }
}

async function openByWire({ port, review }: ColdTask): Promise<number> {
  const tablet = new Tablet({ port, person: personOf(review, 0), name: docOf(review) })
  tablet.connect()
  await tablet.settled()
  const found = rawRecords(tablet.doc).length
  void tablet.close()
  if (tablet.faults.length > 0) throw new Error(tablet.faults.join())
  return found
}

/** The app's transport on Node's socket, for Node 20 has none of the browser's. */
const transportFor = (port: number, person: string): Transport => ({
  open(events) {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/sync`, {
      perMessageDeflate: false,
      headers: {
        origin: `http://127.0.0.1:${port}`,
        cookie: `corridor_session=${tokenOf(person)}`,
      },
    })
    socket.on('open', events.opened)
    socket.on('message', (data) => {
      if (data instanceof Buffer) events.frame(data)
    })
    socket.on('close', () => events.ended('lost'))
    socket.on('error', () => {})
    return { send: (frame) => socket.send(frame), close: () => socket.close() }
  },
})

async function openByApp({ port, review, want }: ColdTask): Promise<number> {
  const disk = emptyDisk()
  const name = docOf(review)
  const documents = await openDocuments({
    journal: memoryJournal(disk),
    // The helper merges everything again at every row it keeps; the browser's cache gathers.
    cache: memoryCache(disk, () => false),
    around,
    device: randomBytes(16).toString('hex'),
  })
  const sync = createSyncClient({
    documents,
    ledger: memoryLedger(disk),
    transport: transportFor(port, personOf(review, 0)),
    around,
    app: 'bench',
    wanted: () => [name],
    held: () => ({ unsent: 0, notes: {} }),
    onAccessChanged: () => {},
  })
  // The lists of the app read the index, so that is where a finding becomes readable.
  const readable = new Promise<void>((resolve) => {
    const off = documents.subscribe(() => {
      if (disk.index.size < want) return
      off()
      resolve()
    })
  })
  sync.start()
  await readable
  const found = disk.index.size
  sync.stop()
  return found
}

void serveJob<ColdTask, ColdResult>((task) => {
  const state = new Uint8Array(readFileSync(task.state))
  // The first time round is the compiler's, in all parts alike.
  decode(state)
  return async () => {
    const result = { decodeMs: [], openMs: [], decodeCpuMs: [], openCpuMs: [] } as Lists
    let found = 0
    // The first opening finds a relay that has just started; the second a warm one.
    for (let turn = 0; turn < 2; turn++) {
      const opened = await timed(() =>
        task.client === 'wire' ? openByWire(task) : openByApp(task),
      )
      const decoded = await timed(() => decode(state))
      result.openMs.push(opened.ms)
      result.openCpuMs.push(opened.cpuMs)
      result.decodeMs.push(decoded.ms)
      result.decodeCpuMs.push(decoded.cpuMs)
      found = opened.value
    }
    return { ...result, bytes: state.length, found }
  }
})

type Lists = Record<'decodeMs' | 'openMs' | 'decodeCpuMs' | 'openCpuMs', number[]>
