import { hashOf, newToken } from './sessions.ts'

const LASTS_MS = 10 * 60_000
const MOST = 5_000

/**
 * Something begun in a browser and not finished: which challenge it was given, where it was sent.
 * Kept in memory, for ten minutes, for one use; the browser holds the key in a cookie.
 */
export interface Flows<T> {
  begin(value: T): string
  /** What was begun under this key; it is gone then. */
  take(key: string | undefined): T | null
  /** How long a browser should keep the key, in seconds. */
  readonly maxAge: number
}

export function createFlows<T>(now: () => number): Flows<T> {
  const open = new Map<string, { readonly value: T; readonly endsAt: number }>()
  const forgetOld = () => {
    for (const [key, { endsAt }] of open) {
      // In the order in which they were begun: the first that still lasts ends the search.
      if (endsAt > now() && open.size <= MOST) return
      open.delete(key)
    }
  }
  return {
    maxAge: LASTS_MS / 1000,
    begin(value) {
      const key = newToken()
      open.set(hashOf(key), { value, endsAt: now() + LASTS_MS })
      forgetOld()
      return key
    },
    take(key) {
      if (key === undefined) return null
      const hashed = hashOf(key)
      const found = open.get(hashed)
      open.delete(hashed)
      return found && found.endsAt > now() ? found.value : null
    },
  }
}
