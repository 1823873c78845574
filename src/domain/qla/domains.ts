import { type Facility, facilityOf } from './facility.ts'
import { type Grid, type GridItem } from './grid.ts'
import type { QlaSettings } from './settings.ts'
import { paperMarks } from './totals.ts'

/** Questions of a paper that belong together. */
export interface DomainFacility extends Facility {
  /** Content domain, assessment objective, strand or kind. */
  readonly name: string
  /** Places of its questions. */
  readonly items: readonly number[]
  /** Marks of one pupil. */
  readonly marks: number
  /** Too few marks were to be had, over all pupils, to say anything. */
  readonly few: boolean
}

const UNSAID = 'Not said'

/** What questions are put together by: their code, unless a screen asks for another. */
export type By = 'code' | 'strand' | 'kind' | 'tier'

const nameOf = (item: GridItem, by: By): string => item[by] || UNSAID

/** Facility by domain, in the order in which the domains come on the paper. */
export function domainFacilities(
  grid: Grid,
  { fewMarks }: Pick<QlaSettings, 'fewMarks'>,
  by: By = 'code',
  pupils?: readonly number[],
): DomainFacility[] {
  const places = new Map<string, number[]>()
  grid.items.forEach((item, place) => {
    const name = nameOf(item, by)
    places.set(name, [...(places.get(name) ?? []), place])
  })
  return [...places].map(([name, items]) => {
    const facility = facilityOf(grid, items, pupils ? [...pupils] : undefined)
    const marks = paperMarks(items.flatMap((place) => grid.items[place] ?? []))
    return { ...facility, name, items, marks, few: facility.available < fewMarks }
  })
}

/** Weakest first; what says too little, or nothing, comes last. */
export const weakestFirst = (domains: readonly DomainFacility[]): DomainFacility[] =>
  [...domains].sort(
    (a, b) =>
      Number(a.few) - Number(b.few) ||
      (a.facility ?? 2) - (b.facility ?? 2) ||
      b.available - a.available ||
      (a.name < b.name ? -1 : 1),
  )

/** Common weak areas: below the trust's share of the marks, weakest first. People choose among them. */
export const weakAreas = (
  domains: readonly DomainFacility[],
  { focusBelow }: Pick<QlaSettings, 'focusBelow'>,
): DomainFacility[] =>
  weakestFirst(domains).filter(
    ({ few, facility }) => !few && facility !== null && facility * 100 < focusBelow,
  )

/** Places of those who sat it and did not get every mark of these questions: a group to reteach. */
export const missedBy = (grid: Grid, items: readonly number[]): number[] =>
  [...grid.pupils.keys()].filter(
    (pupil) =>
      grid.pupils[pupil]?.status === 'sat' &&
      items.some((item) => {
        const { value } = grid.cell(pupil, item)
        return value !== null && value < (grid.items[item]?.max ?? 0)
      }),
  )
