/** Wrong tries since the last right one. */
export interface Tries {
  readonly wrong: number
  /** When the last one was, milliseconds since 1970 by this device's clock. */
  readonly at: number
}

export const noTries: Tries = { wrong: 0, at: 0 }

const SECOND = 1000
const FIRST_WAITS = [0, 1, 2, 5, 15, 30].map((seconds) => seconds * SECOND)
const LONGEST = 15 * 60 * SECOND

const waitAfter = (wrong: number): number =>
  FIRST_WAITS[wrong] ?? Math.min(LONGEST, 30 * SECOND * 2 ** (wrong - 5))

/** Milliseconds until the next try. A clock that is set back does not shorten it. */
export const waitLeft = ({ wrong, at }: Tries, now: number): number =>
  Math.max(0, waitAfter(wrong) - Math.max(0, now - at))

export const afterWrong = ({ wrong }: Tries, now: number): Tries => ({ wrong: wrong + 1, at: now })

/** A clock that was set back since the last try counts from now on, or the wait might never end. */
export const byThisClock = (tries: Tries, now: number): Tries =>
  now < tries.at ? { ...tries, at: now } : tries
