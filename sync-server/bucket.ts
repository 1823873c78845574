/** Frames and rows of one device. Burst covers a whole day's work sent at once. */
const RATES = {
  frames: { perSecond: 100, burst: 400 },
  rows: { perSecond: 2_000, burst: 20_000 },
} as const

/** A following of hundreds of documents is honest; this many control frames beyond the burst are not. */
const FLOOD = 2_000

export interface Rate {
  readonly perSecond: number
  readonly burst: number
}

/** A token bucket. It may go into debt, so that the caller can tell much from too much. */
export function bucket(rate: Rate, start: number) {
  let tokens: number = rate.burst
  let at = start
  return {
    take(count: number, now: number): number {
      tokens = Math.min(rate.burst, tokens + (Math.max(0, now - at) / 1000) * rate.perSecond)
      at = now
      tokens -= count
      return tokens
    },
    give(count: number) {
      tokens += count
    },
  }
}

export interface Allowance {
  /** Whether so many rows may pass now. What may not pass costs nothing. */
  rows(count: number, now: number): boolean
  /** What to do with a control frame. */
  frame(now: number): 'pass' | 'flood'
}

export function createAllowance(now: number): Allowance {
  const rows = bucket(RATES.rows, now)
  const frames = bucket(RATES.frames, now)
  return {
    rows(count, at) {
      const frameFits = frames.take(1, at) >= 0
      if (!frameFits) frames.give(1)
      const rowsFit = rows.take(count, at) >= 0
      if (!rowsFit) rows.give(count)
      return frameFits && rowsFit
    },
    frame: (at) => (frames.take(1, at) < -FLOOD ? 'flood' : 'pass'),
  }
}
