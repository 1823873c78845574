import { cohortSize, type Grid, satPlaces } from './grid.ts'

/** One pupil's marks so far. */
export interface RowTotal {
  /** Marks gained of what is typed. */
  readonly marks: number
  /** Questions that are blank, or typed differently: the total is not whole yet. */
  readonly open: number
  readonly clashes: number
  readonly omitted: number
}

export const paperMarks = (items: readonly { readonly max: number }[]): number =>
  items.reduce((sum, { max }) => sum + max, 0)

export function rowTotal(grid: Grid, pupil: number): RowTotal {
  const total = { marks: 0, open: 0, clashes: 0, omitted: 0 }
  for (const item of grid.items.keys()) {
    const { value, omitted, clash } = grid.cell(pupil, item)
    if (value === null) total.open++
    else total.marks += value
    if (clash.length > 0) total.clashes++
    if (omitted) total.omitted++
  }
  return total
}

/** Totals of those who sat it by pupil's key; null while a question is open. */
export const totalsOf = (grid: Grid): Map<string, number | null> =>
  new Map(
    satPlaces(grid).map((place) => {
      const { marks, open } = rowTotal(grid, place)
      return [grid.pupils[place]?.key ?? '', open === 0 ? marks : null]
    }),
  )

/** A mean with the number that it is of; null of nobody. */
export interface Mean {
  readonly mean: number | null
  readonly n: number
}

/** Of the totals that are whole. */
export function meanOf(totals: Iterable<number | null>): Mean {
  const whole = [...totals].filter((total) => total !== null)
  const sum = whole.reduce((before, total) => before + total, 0)
  return { mean: whole.length === 0 ? null : sum / whole.length, n: whole.length }
}

/** A number of pupils as a share of those who sat it and of the cohort: both are always said (C48). */
export interface Shares {
  readonly count: number
  readonly sat: number
  readonly cohort: number
  /** 0 to 1; null of nobody. */
  readonly ofSat: number | null
  readonly ofCohort: number | null
}

export function sharesOf(count: number, grid: Pick<Grid, 'pupils'>): Shares {
  const sat = satPlaces(grid).length
  const cohort = cohortSize(grid)
  const share = (n: number) => (n === 0 ? null : count / n)
  return { count, sat, cohort, ofSat: share(sat), ofCohort: share(cohort) }
}

/**
 * Marks of several papers of one test together, by pupil's key.
 * @param others totals of the other papers, each by pupil's key; a pupil who lacks one has no total yet
 */
export function rawTotals(
  totals: ReadonlyMap<string, number | null>,
  others: readonly ReadonlyMap<string, number | null>[],
): Map<string, number | null> {
  const all = [totals, ...others]
  return new Map(
    [...totals.keys()].map((pupil) => {
      const parts = all.map((of) => of.get(pupil) ?? null)
      const whole = parts.every((part) => part !== null)
      return [pupil, whole ? parts.reduce((sum, part) => sum + part, 0) : null]
    }),
  )
}

/** Half up at the digit that is printed, as people round; binary fractions do not decide. */
export const rounded = (value: number, places: number): number => {
  const scale = 10 ** places
  return Math.round((value + Number.EPSILON) * scale) / scale
}
