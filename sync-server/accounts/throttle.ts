import { bucket, type Rate } from '../bucket.ts'

/** A whole school may sit behind one address; nobody tries one account so often by hand. */
const RATES = {
  address: { perSecond: 0.5, burst: 60 },
  account: { perSecond: 1 / 30, burst: 10 },
} as const satisfies Record<string, Rate>

const KEPT = 20_000
/** After so long an untouched bucket is full again and can be forgotten. */
const REFILLED_MS = 600_000

/** Counts tries to get in. */
export interface Throttle {
  /** Whether one more may be made; it is counted either way. */
  passes(kind: keyof typeof RATES, key: string): boolean
}

export function createThrottle(now: () => number): Throttle {
  const kept = new Map<string, { readonly tokens: ReturnType<typeof bucket>; usedAt: number }>()
  const forgetOld = (at: number) => {
    for (const [key, { usedAt }] of kept)
      if (at - usedAt > REFILLED_MS || kept.size > 2 * KEPT) kept.delete(key)
  }
  return {
    passes(kind, key) {
      const at = now()
      if (kept.size > KEPT) forgetOld(at)
      const name = `${kind} ${key}`
      const known = kept.get(name) ?? { tokens: bucket(RATES[kind], at), usedAt: at }
      known.usedAt = at
      kept.set(name, known)
      if (known.tokens.take(1, at) >= 0) return true
      // No debt: who stops trying is let in again as soon as anybody.
      known.tokens.give(1)
      return false
    },
  }
}
