/*
 * Browsers lose storage without a word: an emptied database opens as a new one. A mark of
 * what must be there is kept in two other places: beside the database, and at the relay.
 */
export interface Mark {
  readonly device: string
  /** Highest journal number that was ever written. */
  readonly high: number
  /** Rows the relay had not acknowledged when the mark was set. */
  readonly unsent: number
}

export interface Marks {
  read(person: string): Mark | null
  write(person: string, mark: Mark): void
}

const key = (person: string) => `corridor.mark.${person}`

export const localMarks: Marks = {
  read(person) {
    try {
      const value: unknown = JSON.parse(localStorage.getItem(key(person)) ?? 'null')
      if (typeof value !== 'object' || value === null) return null
      const { device, high, unsent } = value as Partial<Mark>
      return typeof device === 'string' && typeof high === 'number' && typeof unsent === 'number'
        ? { device, high, unsent }
        : null
    } catch {
      return null // A mark that cannot be read is no proof of a loss.
    }
  },
  write(person, mark) {
    try {
      localStorage.setItem(key(person), JSON.stringify(mark))
    } catch {
      // Full or forbidden: the relay's mark still stands.
    }
  },
}

/** What is gone on purpose must not be called lost at the next start. */
export function forgetMark(person: string) {
  try {
    localStorage.removeItem(key(person))
  } catch {
    // Forbidden: then there never was one.
  }
}

export type Lost =
  | { readonly kind: 'nothing' }
  /** At most this many changes were on this device alone. */
  | { readonly kind: 'rows'; readonly unsent: number; readonly rows: number }

/** What is missing from this device's database, compared with the mark beside it. */
export function compareMark(mark: Mark | null, found: { high: number }): Lost {
  if (!mark || found.high >= mark.high) return { kind: 'nothing' }
  const rows = mark.high - found.high
  return { kind: 'rows', rows, unsent: Math.min(mark.unsent, rows) }
}
