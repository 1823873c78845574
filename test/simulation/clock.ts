/** A repeatable source of chance (mulberry32). */
export function seeded(seed: number) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  return {
    next,
    /** A whole number from 0 up to and not including `n`. */
    below: (n: number) => Math.floor(next() * n),
    chance: (p: number) => next() < p,
    pick: <T>(list: readonly T[]): T => {
      const picked = list[Math.floor(next() * list.length)]
      if (picked === undefined) throw new Error('Nothing to pick from')
      return picked
    },
    bytes: (n: number) => Uint8Array.from({ length: n }, () => Math.floor(next() * 256)),
  }
}
export type Chance = ReturnType<typeof seeded>

interface Event {
  readonly at: number
  readonly order: number
  readonly run: () => void
}

/** Time that moves only when the simulation moves it: everything waits in one queue. */
export class VirtualTime {
  now = Date.UTC(2026, 10, 17, 8, 0, 0)
  events = 0
  #order = 0
  #heap: Event[] = []

  after(ms: number, run: () => void): () => void {
    let live = true
    this.#push({
      at: this.now + Math.max(0, ms),
      order: this.#order++,
      run: () => live && run(),
    })
    return () => {
      live = false
    }
  }

  /** Runs events until the time is reached or none is left. */
  async runFor(ms: number) {
    const end = this.now + ms
    for (;;) {
      const first = this.#heap[0]
      if (!first || first.at > end) break
      this.#pop()
      this.now = first.at
      this.events++
      first.run()
      await settleMicrotasks()
    }
    this.now = end
  }

  /** Lets time pass until a promise is kept; undefined if it is not kept in `ms`. */
  async until<T>(promise: Promise<T>, ms = 60_000): Promise<T | undefined> {
    let kept: { value: T } | null = null
    void promise.then(
      (value) => (kept = { value }),
      () => undefined,
    )
    for (let waited = 0; waited < ms; waited += 20) {
      await settleMicrotasks()
      if (kept !== null) return (kept as { value: T }).value
      await this.runFor(20)
    }
    return undefined
  }

  #push(event: Event) {
    const heap = this.#heap
    heap.push(event)
    let i = heap.length - 1
    while (i > 0) {
      const up = (i - 1) >> 1
      if (!before(heap, i, up)) break
      swap(heap, i, up)
      i = up
    }
  }

  #pop() {
    const heap = this.#heap
    const last = heap.pop()
    if (!last || heap.length === 0) return
    heap[0] = last
    let i = 0
    for (;;) {
      let least = i
      for (const child of [2 * i + 1, 2 * i + 2])
        if (child < heap.length && before(heap, child, least)) least = child
      if (least === i) return
      swap(heap, i, least)
      i = least
    }
  }
}

const before = (heap: readonly Event[], i: number, j: number) => {
  const [a, b] = [heap[i], heap[j]]
  return !!a && !!b && (a.at < b.at || (a.at === b.at && a.order < b.order))
}
const swap = (heap: Event[], i: number, j: number) => {
  const [a, b] = [heap[i], heap[j]]
  if (a && b) [heap[i], heap[j]] = [b, a]
}

/** Lets every promise that can go on go on; real timers are not used in a simulation. */
const settleMicrotasks = () => new Promise<void>((resolve) => setImmediate(resolve))
