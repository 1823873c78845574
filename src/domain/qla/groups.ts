import { facilityOf, type Facility } from './facility.ts'
import { type Grid, type GridPupil, satPlaces } from './grid.ts'
import { meanOf, type Mean } from './totals.ts'

export const GROUPINGS = ['ppg', 'sen', 'eal', 'sex', 'prior'] as const
export type Grouping = (typeof GROUPINGS)[number]

/** Groups of each kind; everybody is in one of them, or in none where it was not given. */
const NAMES = {
  ppg: (pupil: GridPupil) => (pupil.ppg ? 'PPG' : 'Not PPG'),
  sen: ({ sen }: GridPupil) => ({ N: 'No SEN', K: 'SEN support', E: 'EHC plan' })[sen],
  eal: (pupil: GridPupil) => (pupil.eal ? 'EAL' : 'Not EAL'),
  sex: ({ sex }: GridPupil) => ({ F: 'Girls', M: 'Boys', '': null })[sex],
  prior: ({ prior }: GridPupil) =>
    ({
      L: 'Low prior attainment',
      M: 'Middle prior attainment',
      H: 'High prior attainment',
      '': null,
    })[prior],
} as const satisfies Record<Grouping, (pupil: GridPupil) => string | null>

/** One group of those who sat the paper. */
export interface Group {
  readonly grouping: Grouping
  readonly name: string
  /** Places of its pupils in the grid. */
  readonly pupils: readonly number[]
  readonly n: number
  readonly total: Mean
  /** How many of them reach the standard; null where there is none to reach. */
  readonly atStandard: number | null
  readonly facility: Facility
}

/**
 * Groups of one kind, those given at all, in the order of their names.
 * @param totals of those who sat it, by pupil's key
 * @param standard fewest marks for the standard, or null
 */
export function groupsBy(
  grid: Grid,
  grouping: Grouping,
  totals: ReadonlyMap<string, number | null>,
  standard: number | null,
): Group[] {
  const by = new Map<string, number[]>()
  for (const place of satPlaces(grid)) {
    const pupil = grid.pupils[place]
    const name = pupil ? NAMES[grouping](pupil) : null
    if (name !== null) by.set(name, [...(by.get(name) ?? []), place])
  }
  const items = [...grid.items.keys()]
  return [...by]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, pupils]) => {
      const own = pupils.map((place) => totals.get(grid.pupils[place]?.key ?? '') ?? null)
      const reached = own.filter((total) => total !== null && total >= (standard ?? 0)).length
      return {
        grouping,
        name,
        pupils,
        n: pupils.length,
        total: meanOf(own),
        atStandard: standard === null ? null : reached,
        facility: facilityOf(grid, items, pupils),
      }
    })
}

/**
 * Which groups of one kind are masked in what leaves the school (C51). Where one alone is small, the next
 * smallest is masked with it: it could be worked out of the others and the total.
 * @param sizes of groups that together are everybody
 */
export function maskedOf(sizes: readonly number[], least: number): boolean[] {
  const masked = sizes.map((n) => n < least)
  const hidden = () => sizes.reduce((sum, n, at) => (masked[at] ? sum + n : sum), 0)
  while (masked.includes(true) && masked.includes(false) && needsMore(masked, hidden(), least)) {
    const open = sizes.map((n, at) => ({ n, at })).filter(({ at }) => !masked[at])
    const next = open.reduce((a, b) => (b.n < a.n ? b : a))
    masked[next.at] = true
  }
  return masked
}

const needsMore = (masked: readonly boolean[], hidden: number, least: number): boolean =>
  hidden < least || masked.filter(Boolean).length < 2
