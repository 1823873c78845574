import type { DeviceMessage } from '../domain/wire/messages.ts'
import { sameBytes } from '../domain/wire/row-hash.ts'
import type { JournalRow, Surroundings } from '../store/ports.ts'

const BATCH_ROWS = 64
const BATCH_BYTES = 262_144
const WINDOW_ROWS = 512
const FIRST_HOLD_MS = 300
const LONGEST_HOLD_MS = 10_000

interface Held {
  readonly delay: number
  readonly cancel: () => void
}

/**
 * The unsent rows on their way. Rows of one document go in the order of the journal;
 * a row leaves only when the relay has named it in an ack or a refusal.
 */
export class Outbox {
  readonly #around: Surroundings
  readonly #send: (message: DeviceMessage) => void
  #rows = new Map<string, JournalRow>()
  /** Row id to when it was sent. */
  #inFlight = new Map<string, number>()
  /** Answers that are still to come for rows as they were before their words were taken out. */
  readonly #outdated = new Map<string, number>()
  #held = new Map<string, Held>()
  #delays = new Map<string, number>()

  constructor(around: Surroundings, send: (message: DeviceMessage) => void) {
    this.#around = around
    this.#send = send
  }

  /** Whether a row has waited too long for its answer: the frame or the answer was lost. */
  overdue(ms: number): boolean {
    const oldest = Math.min(...this.#inFlight.values())
    return this.#around.now() - oldest > ms
  }

  hasUnsent(doc: string): boolean {
    for (const row of this.#rows.values()) if (row.doc === doc) return true
    return false
  }

  /** A new connection: nothing is on its way any more. */
  restart(rows: readonly JournalRow[]) {
    this.#rows = new Map(rows.map((row) => [row.id, row]))
    this.pause()
  }

  pause() {
    this.#inFlight.clear()
    this.#outdated.clear()
    for (const held of this.#held.values()) held.cancel()
    this.#held.clear()
    this.#delays.clear()
  }

  add(rows: readonly JournalRow[]) {
    for (const row of rows) {
      // Its words were taken out while it was on its way: the next answer is to what it was before.
      const before = this.#rows.get(row.id)
      const changed = before !== undefined && !sameBytes(before.bytes, row.bytes)
      if (changed && this.#inFlight.delete(row.id))
        this.#outdated.set(row.id, this.#outdatedOf(row.id) + 1)
      this.#rows.set(row.id, row)
    }
  }

  #outdatedOf(id: string): number {
    return this.#outdated.get(id) ?? 0
  }

  /** The row that an answer from the relay is about, if it is about the row as it is now. */
  answered(id: string): JournalRow | undefined {
    const before = this.#outdatedOf(id)
    if (before === 0) return this.#rows.get(id)
    this.#outdated.set(id, before - 1)
    return undefined
  }

  /** Acked, refused or replaced: it is not this outbox's any more. @param only unless it changed since */
  remove(id: string, only?: JournalRow) {
    const row = this.#rows.get(id)
    if (only && row !== only) return
    this.#rows.delete(id)
    this.#inFlight.delete(id)
    if (row) this.#delays.delete(row.doc)
  }

  /** The relay cannot take a document's rows yet: send them again, in order, a little later. */
  hold(doc: string, pump: () => void) {
    for (const row of this.#rows.values()) if (row.doc === doc) this.#inFlight.delete(row.id)
    if (this.#held.has(doc)) return
    const delay = this.#delays.get(doc) ?? FIRST_HOLD_MS
    this.#delays.set(doc, Math.min(delay * 2, LONGEST_HOLD_MS))
    const cancel = this.#around.after(delay, () => {
      this.#held.delete(doc)
      pump()
    })
    this.#held.set(doc, { delay, cancel })
  }

  /** Sends what the window allows. */
  pump() {
    let batch: JournalRow[] = []
    let bytes = 0
    const flush = () => {
      if (batch.length > 0) this.#send({ type: 'push', rows: batch })
      batch = []
      bytes = 0
    }
    for (const row of this.#rows.values()) {
      if (this.#inFlight.size >= WINDOW_ROWS) break
      if (this.#inFlight.has(row.id) || this.#held.has(row.doc)) continue
      if (batch.length >= BATCH_ROWS || bytes + row.bytes.length > BATCH_BYTES) flush()
      this.#inFlight.set(row.id, this.#around.now())
      batch.push(row)
      bytes += row.bytes.length
    }
    flush()
  }
}
