import { createHash } from 'node:crypto'
import { LIMITS } from '../src/domain/refusals.ts'
import { encodeRelayMessage } from '../src/domain/wire/frames.ts'
import type { LogRow } from '../src/domain/wire/messages.ts'
import type { Snapshot } from './log/port.ts'
import type { Later, RelayPorts } from './ports.ts'
import { FrameCache, type ReadyFrame } from './snapshot-frames.ts'

/** Rows since the last snapshot that make a new one worth its work. */
const ROWS_PER_SNAPSHOT = 200
const ROWS_AT_ONCE = 256
/** A snapshot must fit in one frame with room to spare; beyond that, rows are sent. */
const LARGEST = LIMITS.frameBytes * 12
const KNOWN_DOCS = 10_000
/** A crowd that comes back at once is served first; putting documents together can wait. */
const WAIT_MS = 2_000
const LONGEST_WAITS = 15

export interface AtHead {
  readonly seq: number
  /** Content digest of everything up to there. */
  readonly digest: string
}

const partsOf = (old: Snapshot | null, rows: readonly LogRow[]) => ({
  snapshot: old?.bytes ?? null,
  rows: rows.map((row) => row.bytes),
})

/** Snapshots, made and digested in the worker; the rows they are made of stay in the log. */
export class Snapshots {
  readonly #ports: RelayPorts
  readonly #later: Later
  readonly #frames = new FrameCache()
  /** Last row in the newest snapshot, by document. */
  readonly #made = new Map<string, number>()
  readonly #tried = new Map<string, number>()
  readonly #wanted = new Set<string>()
  #working: Promise<void> | null = null
  #busy = false
  /** Rises with each erasure: what was put together before must not be kept after. */
  #erasures = 0

  constructor(ports: RelayPorts, later: Later) {
    this.#ports = ports
    this.#later = later
  }

  /** A snapshot frame, if that is less to send than the rows after `cursor`. */
  async cheaper(doc: string, cursor: number): Promise<ReadyFrame | null> {
    if (this.#made.get(doc) === 0) return null
    const ready = await this.#newest(doc)
    return ready && (await this.#isCheaper(doc, cursor, ready)) ? ready : null
  }

  /** Content digest of everything in the log now. */
  async digest(doc: string): Promise<AtHead> {
    const old = await this.#ports.log.snapshot(doc)
    const rows = await this.#rowsAfter(doc, old?.seq ?? 0)
    if (old && rows.length === 0) return { seq: old.seq, digest: old.digest }
    if (rows.length > ROWS_PER_SNAPSHOT) return this.#make(doc, old, rows)
    const digest = await this.#ports.worker.digest(partsOf(old, rows))
    return { seq: rows.at(-1)?.seq ?? 0, digest }
  }

  /** Words were taken out of rows that a snapshot may hold: the next one is made afresh. */
  forget(doc: string) {
    this.#frames.remove(doc)
    this.#made.delete(doc)
    this.#erasures += 1
  }

  /** Makes a new snapshot when enough has come since the last. */
  grew(doc: string, head: number) {
    this.#busy = true
    const since = Math.max(this.#made.get(doc) ?? 0, this.#tried.get(doc) ?? 0)
    if (head - since <= ROWS_PER_SNAPSHOT) return
    if (this.#tried.size >= KNOWN_DOCS) this.#tried.clear()
    this.#tried.set(doc, head)
    this.#wanted.add(doc)
    if (this.#wanted.size > 1 || this.#working) return
    this.#whenQuiet(LONGEST_WAITS)
  }

  #whenQuiet(waits: number) {
    this.#busy = false
    this.#later(WAIT_MS, () => {
      if (this.#busy && waits > 1) return this.#whenQuiet(waits - 1)
      this.#working ??= this.#workOff()
    })
  }

  /** Resolves when no snapshot is being made. */
  async quiet() {
    while (this.#working) await this.#working
  }

  async #workOff() {
    for (const doc of this.#wanted) {
      this.#wanted.delete(doc)
      // One that cannot be put together must not be tried at every row.
      await this.#compact(doc).catch((error: unknown) =>
        this.#ports.note?.('snapshot-failed', { doc, error: String(error) }),
      )
    }
    this.#working = null
  }

  async #compact(doc: string) {
    const old = await this.#ports.log.snapshot(doc)
    this.#remember(doc, old?.seq ?? 0)
    const rows = await this.#rowsAfter(doc, old?.seq ?? 0)
    if (rows.length > ROWS_PER_SNAPSHOT) await this.#make(doc, old, rows)
  }

  async #make(doc: string, old: Snapshot | null, rows: readonly LogRow[]): Promise<AtHead> {
    const seq = rows.at(-1)?.seq ?? 0
    const before = this.#erasures
    const { bytes, digest } = await this.#ports.worker.compact(partsOf(old, rows))
    if (bytes.length <= LARGEST && before === this.#erasures) {
      const hash = new Uint8Array(createHash('sha256').update(bytes).digest())
      await this.#ports.log.saveSnapshot(doc, { seq, bytes, hash, digest })
      this.#remember(doc, seq)
    }
    return { seq, digest }
  }

  async #rowsAfter(doc: string, seq: number): Promise<LogRow[]> {
    const all: LogRow[] = []
    for (;;) {
      const rows = await this.#ports.log.after(doc, all.at(-1)?.seq ?? seq, ROWS_AT_ONCE)
      all.push(...rows)
      if (rows.length < ROWS_AT_ONCE) return all
    }
  }

  /** The newest snapshot's frame without reading its bytes again, if it is the one we know. */
  async #newest(doc: string): Promise<ReadyFrame | null> {
    const ready = this.#frames.get(doc, this.#made.get(doc) ?? -1)
    if (ready) return ready
    const found = await this.#ports.log.snapshot(doc)
    this.#remember(doc, found?.seq ?? 0)
    if (!found) return null
    const { seq, hash, bytes } = found
    const fresh = { seq, frame: encodeRelayMessage({ type: 'snapshot', doc, seq, hash, bytes }) }
    this.#frames.put(doc, fresh)
    return fresh
  }

  async #isCheaper(doc: string, cursor: number, ready: ReadyFrame): Promise<boolean> {
    if (cursor === 0) return true
    let bytes = 0
    for (let seq = cursor; seq < ready.seq;) {
      const rows = await this.#ports.log.after(doc, seq, ROWS_AT_ONCE)
      for (const row of rows) if (row.seq <= ready.seq) bytes += row.bytes.length
      if (bytes > ready.frame.length) return true
      seq = rows.at(-1)?.seq ?? ready.seq
    }
    return false
  }

  #remember(doc: string, seq: number) {
    if (this.#made.size >= KNOWN_DOCS) this.#made.clear()
    this.#made.set(doc, seq)
  }
}
