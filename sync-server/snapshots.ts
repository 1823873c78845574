import { createHash } from 'node:crypto'
import { encodeRelayMessage } from '../src/domain/wire/frames.ts'
import { LIMITS } from '../src/domain/refusals.ts'
import type { LogRow } from '../src/domain/wire/messages.ts'
import type { Snapshot } from './log/port.ts'
import type { RelayPorts } from './ports.ts'

/** Rows since the last snapshot that make a new one worth its work. */
const ROWS_PER_SNAPSHOT = 200
const ROWS_AT_ONCE = 256
/** A snapshot must fit in one frame with room to spare; beyond that, rows are sent. */
const LARGEST = LIMITS.frameBytes * 12
/** Encoded snapshots kept for a crowd that comes back at once. */
const CACHED_BYTES = 16 * 1024 * 1024
const KNOWN_DOCS = 10_000

export interface ReadyFrame {
  readonly seq: number
  readonly frame: Uint8Array
}

export interface AtHead {
  readonly seq: number
  readonly digest: string
}

export interface Snapshots {
  /** A snapshot frame, if that is less to send than the rows after `cursor`. */
  cheaper(doc: string, cursor: number): Promise<ReadyFrame | null>
  /** Content digest of everything in the log now. */
  digest(doc: string): Promise<AtHead>
  /** Makes a new snapshot when enough has come since the last. */
  grew(doc: string, head: number): void
  /** Resolves when no snapshot is being made. */
  quiet(): Promise<void>
}

function frameCache() {
  const frames = new Map<string, ReadyFrame>()
  let bytes = 0
  const remove = (doc: string) => {
    bytes -= frames.get(doc)?.frame.length ?? 0
    frames.delete(doc)
  }
  return {
    get: (doc: string, seq: number) => {
      const known = frames.get(doc)
      return known?.seq === seq ? known : undefined
    },
    put(doc: string, ready: ReadyFrame) {
      remove(doc)
      frames.set(doc, ready)
      bytes += ready.frame.length
      for (const oldest of frames.keys()) {
        if (bytes <= CACHED_BYTES) break
        remove(oldest)
      }
    },
  }
}

/** Snapshots, made and digested in the worker; the rows they are made of stay in the log. */
export function createSnapshots(ports: RelayPorts): Snapshots {
  const { log, worker } = ports
  const frames = frameCache()
  /** Last row in the newest snapshot, by document. */
  const made = new Map<string, number>()
  const tried = new Map<string, number>()
  const wanted = new Set<string>()
  let working: Promise<void> | null = null

  const remember = (doc: string, seq: number) => {
    if (made.size >= KNOWN_DOCS) made.clear()
    made.set(doc, seq)
  }

  async function rowsAfter(doc: string, seq: number): Promise<LogRow[]> {
    const all: LogRow[] = []
    for (;;) {
      const rows = await log.after(doc, all.at(-1)?.seq ?? seq, ROWS_AT_ONCE)
      all.push(...rows)
      if (rows.length < ROWS_AT_ONCE) return all
    }
  }

  async function make(doc: string, old: Snapshot | null, rows: readonly LogRow[]) {
    const seq = rows.at(-1)?.seq ?? 0
    const parts = { snapshot: old?.bytes ?? null, rows: rows.map((row) => row.bytes) }
    const { bytes, digest } = await worker.compact(parts)
    if (bytes.length <= LARGEST) {
      const hash = new Uint8Array(createHash('sha256').update(bytes).digest())
      await log.saveSnapshot(doc, { seq, bytes, hash, digest })
      remember(doc, seq)
    }
    return { seq, digest }
  }

  async function compact(doc: string) {
    const old = await log.snapshot(doc)
    remember(doc, old?.seq ?? 0)
    const rows = await rowsAfter(doc, old?.seq ?? 0)
    if (rows.length > ROWS_PER_SNAPSHOT) await make(doc, old, rows)
  }

  async function workOff() {
    for (const doc of wanted) {
      wanted.delete(doc)
      // One that cannot be put together must not be tried at every row.
      await compact(doc).catch((error: unknown) =>
        ports.note?.('snapshot-failed', { doc, error: String(error) }),
      )
    }
    working = null
  }

  /** The newest snapshot's frame without reading its bytes again, if it is the one we know. */
  async function newest(doc: string): Promise<ReadyFrame | null> {
    const ready = frames.get(doc, made.get(doc) ?? -1)
    if (ready) return ready
    const found = await log.snapshot(doc)
    remember(doc, found?.seq ?? 0)
    if (!found) return null
    const { seq, hash, bytes } = found
    const fresh = { seq, frame: encodeRelayMessage({ type: 'snapshot', doc, seq, hash, bytes }) }
    frames.put(doc, fresh)
    return fresh
  }

  async function isCheaper(doc: string, cursor: number, ready: ReadyFrame): Promise<boolean> {
    if (ready.seq <= cursor) return false
    if (cursor === 0) return true
    let bytes = 0
    for (let seq = cursor; seq < ready.seq;) {
      const rows = await log.after(doc, seq, ROWS_AT_ONCE)
      for (const row of rows) if (row.seq <= ready.seq) bytes += row.bytes.length
      if (bytes > ready.frame.length) return true
      seq = rows.at(-1)?.seq ?? ready.seq
    }
    return false
  }

  return {
    async cheaper(doc, cursor) {
      if (made.get(doc) === 0) return null
      const ready = await newest(doc)
      return ready && (await isCheaper(doc, cursor, ready)) ? ready : null
    },
    async digest(doc) {
      const old = await log.snapshot(doc)
      const rows = await rowsAfter(doc, old?.seq ?? 0)
      if (old && rows.length === 0) return { seq: old.seq, digest: old.digest }
      if (rows.length > ROWS_PER_SNAPSHOT) return make(doc, old, rows)
      const parts = { snapshot: old?.bytes ?? null, rows: rows.map((row) => row.bytes) }
      return { seq: rows.at(-1)?.seq ?? 0, digest: await worker.digest(parts) }
    },
    grew(doc, head) {
      const since = Math.max(made.get(doc) ?? 0, tried.get(doc) ?? 0)
      if (head - since <= ROWS_PER_SNAPSHOT) return
      if (tried.size >= KNOWN_DOCS) tried.clear()
      tried.set(doc, head)
      wanted.add(doc)
      working ??= workOff()
    },
    async quiet() {
      while (working) await working
    },
  }
}
