import * as Y from 'yjs'
import type { Rekey } from '../crdt/rekey.ts'
import type { Surroundings } from './ports.ts'

/** A pause of this length and what was typed is written. */
const PAUSE_MS = 150
/** Without a pause it is written all the same: the promise is half a second. */
const LATEST_MS = 400
/**
 * After a quiet while the first edit hardly waits: a press of a button is on its way to the disk before
 * its page can be closed. What follows it closely is gathered.
 */
const FIRST_MS = 20
/** Gathered updates beyond this many bytes are written as rows of their own. */
const MERGE_BYTES = 65_536

/** Local edits of one document on their way to the writer. */
export class Gather {
  readonly #around: Surroundings
  readonly #write: () => void
  #updates: Uint8Array[] = []
  #pause: (() => void) | null = null
  #latest: (() => void) | null = null
  #held: Promise<void> | null = null
  /** When it was last taken, by the clock of this device. */
  #takenAt = -Infinity
  #moved: Promise<void> = Promise.resolve()

  /** @param write is told when it is time to take */
  constructor(around: Surroundings, write: () => void) {
    this.#around = around
    this.#write = write
  }

  get count(): number {
    return this.#updates.length
  }

  get updates(): readonly Uint8Array[] {
    return this.#updates
  }

  get held(): boolean {
    return this.#held !== null
  }

  add(update: Uint8Array) {
    this.#updates.push(update)
    if (this.#updates.length === 1 && this.#isQuiet()) {
      this.#latest = this.#around.after(FIRST_MS, this.#write)
      return
    }
    this.#pause?.()
    this.#pause = this.#around.after(PAUSE_MS, this.#write)
    this.#latest ??= this.#around.after(LATEST_MS, this.#write)
  }

  /** A clock that was set makes it quiet once, and no more. */
  #isQuiet = (): boolean => Math.abs(this.#around.now() - this.#takenAt) >= PAUSE_MS

  /** Changes what has been gathered before it is written. */
  rewrite(change: (update: Uint8Array) => Uint8Array) {
    this.#updates = this.#updates.map(change)
  }

  /** Resolves when nothing holds it. */
  async free(): Promise<void> {
    while (this.#held) await this.#held
  }

  /** Everything gathered, in few updates. Whoever takes it hands it on at once: it is counted nowhere else. */
  take(): Uint8Array[] {
    this.#pause?.()
    this.#latest?.()
    this.#pause = null
    this.#latest = null
    const updates = this.#updates
    if (updates.length > 0) this.#takenAt = this.#around.now()
    this.#updates = []
    return mergeSmall(updates)
  }

  /**
   * Holds what is typed until `prepare` is done, so that nothing leaves under the old clientID,
   * moves it to the new one and lets `then` do the same with the rest before anything else is typed.
   * One move after the other, each to its end: two at once would give the same rows two new clientIDs.
   */
  async holdAndMove(
    prepare: () => Promise<Rekey | null>,
    then: (rekey: Rekey) => Promise<void>,
  ): Promise<void> {
    const before = this.#moved
    let over = () => {}
    this.#moved = new Promise((resolve) => (over = resolve))
    await before
    try {
      const [shown] = await this.#move(prepare, then)
      await shown
    } finally {
      over()
    }
  }

  /** @returns the rest of the move, for which nothing need be held */
  async #move(
    prepare: () => Promise<Rekey | null>,
    then: (rekey: Rekey) => Promise<void>,
  ): Promise<Promise<void>[]> {
    let release = () => {}
    this.#held = new Promise((resolve) => (release = resolve))
    try {
      const rekey = await prepare()
      if (!rekey) return []
      this.#updates = this.#updates.map(rekey)
      return [then(rekey)]
    } finally {
      this.#held = null
      release()
    }
  }
}

function mergeSmall(updates: readonly Uint8Array[]): Uint8Array[] {
  if (updates.length < 2) return [...updates]
  const size = updates.reduce((sum, bytes) => sum + bytes.length, 0)
  return size <= MERGE_BYTES ? [Y.mergeUpdates([...updates])] : [...updates]
}
