import type { Stored } from './commit.ts'
import type { Connection } from './connection.ts'
import { framesOf } from './row-frames.ts'

interface Run {
  readonly from: Connection
  readonly frames: readonly Uint8Array[]
}

/** New rows of one document as frames, encoded once for all who hear of them and only if somebody does. */
export class NewsFrames {
  readonly #doc: string
  readonly #stored: readonly Stored[]
  readonly #senders: ReadonlySet<Connection>
  #whole: readonly Uint8Array[] | null = null
  #runs: readonly Run[] | null = null

  constructor(doc: string, stored: readonly Stored[]) {
    this.#doc = doc
    this.#stored = stored
    this.#senders = new Set(stored.map(({ from }) => from))
  }

  /** The rows that others pushed, in order. */
  for(to: Connection): readonly Uint8Array[] {
    if (!this.#senders.has(to)) return (this.#whole ??= this.#encode(this.#stored))
    this.#runs ??= this.#split()
    return this.#runs.flatMap(({ from, frames }) => (from === to ? [] : frames))
  }

  #encode(stored: readonly Stored[]): Uint8Array[] {
    return framesOf(
      this.#doc,
      stored.map(({ row }) => row),
    )
  }

  /** One run for each stretch of rows of one sender: only the sender goes without it. */
  #split(): Run[] {
    const runs: Run[] = []
    for (let start = 0; start < this.#stored.length;) {
      const from = this.#stored[start]?.from
      const other = this.#stored.findIndex((one, i) => i > start && one.from !== from)
      const end = other < 0 ? this.#stored.length : other
      if (from) runs.push({ from, frames: this.#encode(this.#stored.slice(start, end)) })
      start = end
    }
    return runs
  }
}
