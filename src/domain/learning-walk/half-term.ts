import { halfTermNumber } from '../calendar/records.ts'
import type { SchoolCalendar } from '../calendar/school-calendar.ts'
import { isoDate } from '../ids.ts'
import { schoolYearOf } from '../school-year.ts'

/** The six half-terms, in the order of the school year. */
export const HALF_TERMS = [
  'Autumn 1',
  'Autumn 2',
  'Spring 1',
  'Spring 2',
  'Summer 1',
  'Summer 2',
] as const
export type HalfTerm = (typeof HALF_TERMS)[number]

// Where no calendar says better: a day in the usual week off belongs to the half-term that it ends.
const BEGINS: readonly (readonly [monthDay: string, HalfTerm])[] = [
  ['09-01', 'Autumn 1'],
  ['11-01', 'Autumn 2'],
  ['01-01', 'Spring 1'],
  ['02-20', 'Spring 2'],
  ['04-10', 'Summer 1'],
  ['06-01', 'Summer 2'],
]

/** The half-term of a day by the usual dates of an English school year. @param day yyyy-mm-dd */
export function halfTermOf(day: string): HalfTerm {
  const monthDay = day.slice(5)
  const autumn = monthDay >= '09-01'
  const begun = BEGINS.filter(([from]) => from <= monthDay && from >= '09-01' === autumn)
  return begun.at(-1)?.[1] ?? 'Autumn 1'
}

/**
 * The half-term of a day by a school's own calendar: a day off belongs to the half-term before it. By the
 * usual dates where no calendar says.
 */
export function halfTermBy(calendar: SchoolCalendar | null, day: string): HalfTerm {
  const year = schoolYearOf(isoDate(day))
  const begun = calendar?.halfTerms.filter((term) => term.year === year && term.start <= day)
  const last = begun?.at(-1)
  return (last && HALF_TERMS[halfTermNumber(last.name) - 1]) ?? halfTermOf(day)
}
