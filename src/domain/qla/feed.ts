import { countAtLeast, standardOf } from './boundaries.ts'
import type { CountedShare, Counts, QlaCount } from './counts.ts'
import { domainFacilities } from './domains.ts'
import { facilityOf, type Facility } from './facility.ts'
import { cohortSize, type Grid, satPlaces } from './grid.ts'
import { GROUPINGS, groupsBy, maskedOf } from './groups.ts'
import { sayItem } from './paper.ts'
import type { QlaSettings } from './settings.ts'
import type { BoundariesUsed, Sitting } from './sitting.ts'
import { meanOf, rounded, totalsOf } from './totals.ts'

/** What is counted of an analysis for those outside the school. */
export interface Counted {
  /** Last part of the document's name. */
  readonly sitting: string
  readonly head: Sitting
  readonly first: Grid
  /** As it counts after the retest; null where there was none. */
  readonly after: Grid | null
  /** Marks of the whole test by pupil's key, as they count now. */
  readonly raw: ReadonlyMap<string, number | null>
  readonly outOf: number
  readonly boundaries: BoundariesUsed | null
}

const share = (
  name: string,
  marks: number,
  { facility, n }: Facility,
  least: number,
): CountedShare =>
  n < least || facility === null
    ? { name, marks, facility: null, n: null }
    : { name, marks, facility: rounded(facility, 3), n }

function countedGroups(of: Counted, least: number): QlaCount['groups'] {
  const { after, first, raw, boundaries } = of
  const standard = boundaries ? standardOf(boundaries) : null
  return GROUPINGS.flatMap((grouping) => {
    const groups = groupsBy(after ?? first, grouping, raw, standard?.min ?? null)
    const masked = maskedOf(
      groups.map(({ n }) => n),
      least,
    )
    return groups.map(({ name, n, total, atStandard }, at) =>
      masked[at]
        ? { name, n: null, mean: null, atStandard: null }
        : { name, n, mean: total.mean === null ? null : rounded(total.mean, 2), atStandard },
    )
  })
}

const meanIf = (grid: Grid | null, shown: boolean): number | null => {
  const mean = grid && shown ? meanOf(totalsOf(grid).values()).mean : null
  return mean === null ? null : rounded(mean, 2)
}

/**
 * Counts that may leave the school (C51): facility by question and area, means, groups. Nothing of a
 * pupil, class or teacher; what stands on fewer pupils than the trust's least number is masked.
 */
export function countsOf(of: Counted, settings: QlaSettings): Counts {
  const { sitting, head, first, after, raw, outOf, boundaries } = of
  const now = after ?? first
  const least = settings.minGroup
  const sat = satPlaces(now).length
  const cohort = cohortSize(now)
  const shown = sat >= least
  // One or two who did not sit it could be told apart by the difference.
  const apart = cohort - sat
  const cohortShown = shown && (apart === 0 || apart >= least)
  const standard = boundaries ? standardOf(boundaries) : null
  return {
    sitting,
    paper: head.paper,
    paperName: head.paperName,
    subject: head.subject,
    yearGroup: head.yearGroup,
    point: head.point,
    on: head.on,
    outOf,
    cohort: cohortShown ? cohort : null,
    sat: shown ? sat : null,
    mean: meanIf(first, shown),
    meanAfter: meanIf(after, shown),
    standard: standard?.label ?? '',
    atStandard:
      boundaries && standard && shown
        ? countAtLeast(boundaries, standard.label, raw.values())
        : null,
    items: first.items.map((item, place) =>
      share(sayItem(item), item.max, facilityOf(first, [place]), least),
    ),
    domains: domainFacilities(first, settings).map((one) => share(one.name, one.marks, one, least)),
    groups: countedGroups(of, least),
  }
}

/** A line for the academy card: what it is of, in per cent with its number of pupils; null where it is masked. */
export interface CardLine {
  readonly kpi: string
  /** One decimal; of those who sat it. */
  readonly value: number | null
  readonly n: number | null
  /** yyyy-mm-dd */
  readonly on: string
}

/** What an analysis says for the academy card; a school's own people put it there. */
export function cardLine(count: Counts): CardLine | null {
  const { standard, atStandard, sat, subject, yearGroup, on } = count
  if (standard === '') return null
  const year = yearGroup === null ? '' : yearGroup === 0 ? 'Reception ' : `Year ${yearGroup} `
  const value = atStandard === null || !sat ? null : rounded((atStandard * 100) / sat, 1)
  return {
    kpi: `${year}${subject}: ${standard} or above, %`,
    value,
    n: value === null ? null : sat,
    on,
  }
}

/** Months in which primary data are reported on the card (C39). */
const CARD_MONTHS = ['12', '07']
export const isCardMonth = (today: string): boolean => CARD_MONTHS.includes(today.slice(5, 7))
