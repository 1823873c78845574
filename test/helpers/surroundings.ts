import type { Surroundings } from '../../src/store/ports.ts'

/** Real chance and real timers under a clock that says what the test wants. */
export const surroundingsAt = (now: () => number): Surroundings => ({
  now,
  random: (n) => crypto.getRandomValues(new Uint8Array(n)),
  after: (ms, fn) => {
    const timer = setTimeout(fn, ms)
    return () => clearTimeout(timer)
  },
})
