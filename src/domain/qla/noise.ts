/** Pupils asked twice below which nothing is said of a change. */
const LEAST_TO_COMPARE = 6
/** Standard errors on either side of a change that are put down to chance: about 19 times in 20. */
const BAND = 2

/** One pupil's marks on the same questions, before and after reteaching. */
export interface Twice {
  readonly before: number
  readonly after: number
  /** Marks that could be had. */
  readonly of: number
}

export type ChangeSays = 'too_few' | 'up' | 'down' | 'chance'

export interface Change {
  readonly pupils: number
  /** Shares of the marks, 0 to 1; null while nobody was asked twice. */
  readonly before: number | null
  readonly after: number | null
  /** Half the width of what chance alone may do to the change, as a share of the marks; null with too few pupils. */
  readonly band: number | null
  readonly says: ChangeSays
}

const NOTHING: Change = { pupils: 0, before: null, after: null, band: null, says: 'too_few' }

/**
 * How far marks changed between two tries of the same pupils, with a band for chance. Each pupil counts
 * once, by the share they changed; the band is never less than one mark of all that could be had.
 */
export function changeOf(tries: readonly Twice[]): Change {
  const counted = tries.filter(({ of }) => of > 0)
  const pupils = counted.length
  if (pupils === 0) return NOTHING
  const share = (pick: (one: Twice) => number) =>
    counted.reduce((sum, one) => sum + pick(one) / one.of, 0) / pupils
  const [before, after] = [share((one) => one.before), share((one) => one.after)]
  if (pupils < LEAST_TO_COMPARE) return { pupils, before, after, band: null, says: 'too_few' }
  const change = after - before
  const squares = counted.reduce(
    (sum, one) => sum + ((one.after - one.before) / one.of - change) ** 2,
    0,
  )
  const error = Math.sqrt(squares / (pupils - 1) / pupils)
  const oneMark = 1 / counted.reduce((sum, { of }) => sum + of, 0)
  const band = Math.max(BAND * error, oneMark)
  const says = Math.abs(change) <= band ? 'chance' : change > 0 ? 'up' : 'down'
  return { pupils, before, after, band, says }
}

export interface Share {
  /** 0 to 1 */
  readonly facility: number
  readonly pupils: number
  /** Marks to be had for each pupil. */
  readonly marks: number
}

/** Half the width of the band for chance round a facility, as a share; wide where few marks stand behind it. */
export function bandOf({ facility, pupils, marks }: Share): number {
  const tries = pupils * marks
  if (tries === 0) return 1
  // One try more on either side: nought and all of few tries are not certain.
  const drawn = (facility * tries + 1) / (tries + 2)
  return Math.min(1, BAND * Math.sqrt((drawn * (1 - drawn)) / tries))
}

/** How two groups' shares stand to each other: apart only where their bands for chance do not explain it. */
export function standsTo(own: Share, other: Share): 'above' | 'below' | 'alike' {
  const apart = own.facility - other.facility
  const band = Math.hypot(bandOf(own), bandOf(other))
  if (Math.abs(apart) <= band) return 'alike'
  return apart > 0 ? 'above' : 'below'
}
