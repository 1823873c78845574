/** Encoded snapshots kept for a crowd that comes back at once. */
const CACHED_BYTES = 16 * 1024 * 1024

export interface ReadyFrame {
  /** The last row that is merged in. */
  readonly seq: number
  readonly frame: Uint8Array
}

/** The newest snapshot frames, the oldest given up first. */
export class FrameCache {
  readonly #frames = new Map<string, ReadyFrame>()
  #bytes = 0

  get(doc: string, seq: number): ReadyFrame | undefined {
    const known = this.#frames.get(doc)
    return known?.seq === seq ? known : undefined
  }

  put(doc: string, ready: ReadyFrame) {
    this.remove(doc)
    this.#frames.set(doc, ready)
    this.#bytes += ready.frame.length
    for (const oldest of this.#frames.keys()) {
      if (this.#bytes <= CACHED_BYTES) break
      this.remove(oldest)
    }
  }

  remove(doc: string) {
    this.#bytes -= this.#frames.get(doc)?.frame.length ?? 0
    this.#frames.delete(doc)
  }
}
