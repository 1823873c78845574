/** Ids that somebody has seen, kept on this device; most recent last, so that the list stays short. */
const MOST = 1000

const keyOf = (person: string, what: string): string => `corridor.seen.${person}.${what}`

/** @returns null where nothing was marked as seen yet, or it cannot be read */
export function seenIds(person: string, what: string): ReadonlySet<string> | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(person, what)) ?? 'null')
    return Array.isArray(kept) ? new Set(kept.map(String)) : null
  } catch {
    return null
  }
}

/** Keeps ids as seen. A device that keeps nothing shows them again: that is no loss. */
export function keepSeen(person: string, what: string, ids: readonly string[]): void {
  try {
    const all = [...new Set([...(seenIds(person, what) ?? []), ...ids])]
    localStorage.setItem(keyOf(person, what), JSON.stringify(all.slice(-MOST)))
  } catch {
    // Storage that is full or forbidden: see above.
  }
}
