import { schoolWeeksIn, type SchoolCalendar } from '../calendar/school-calendar.ts'
import { err, ok, type Result } from '../result.ts'
import { type RepVisit, VISIT_NOTE_LENGTH, visitsInOrder } from './work.ts'

/** Hours of one day of a mentor. */
export const HOURS_A_DAY = 7
const QUARTERS_A_DAY = HOURS_A_DAY * 4
const HALF_DAY = QUARTERS_A_DAY / 2

const CLOCK = /^([01]\d|2[0-3]):([0-5]\d)$/

function minutesOf(clock: string): number | null {
  const parts = CLOCK.exec(clock)
  return parts ? Number(parts[1]) * 60 + Number(parts[2]) : null
}

/**
 * Quarter hours between two times of one day, to the nearest: 08:30 to 12:00 are 14.
 * @param start @param end hh:mm @returns null where one is missing or the end is not after the start
 */
export function quartersBetween(start: string, end: string): number | null {
  const from = minutesOf(start)
  const to = minutesOf(end)
  if (from === null || to === null || to <= from) return null
  return Math.round((to - from) / 15)
}

/** Quarter hours of a visit: as said, else from its times. */
export const quartersOf = ({
  quarters,
  start,
  end,
}: Pick<RepVisit, 'quarters' | 'start' | 'end'>): number =>
  quarters ?? quartersBetween(start, end) ?? 0

const HOURS_TYPED = /^(\d{1,2})(?:[.,](\d{1,2}))?$/

/** "3.5" as 14 quarter hours; '' is none said. The error is said to the writer. */
export function readQuarters(typed: string): Result<number | null, string> {
  const text = typed.trim()
  if (text === '') return ok(null)
  const parts = HOURS_TYPED.exec(text)
  const quarters = parts ? 4 * Number(`${parts[1]}.${parts[2] ?? '0'}`) : NaN
  if (!Number.isInteger(quarters)) return err('Write hours in quarters, such as 3.5 or 3.75.')
  return quarters > 96 ? err('A day has no more than 24 hours.') : ok(quarters)
}

/** "3.5 hours", "1 hour", "0.25 hours". */
export const hoursWords = (quarters: number): string =>
  `${quarters / 4} ${quarters === 4 ? 'hour' : 'hours'}`

/** Time given against time allotted (C19), in quarter hours. */
export interface HoursStanding {
  readonly logged: number
  readonly allotted: number
  /** School weeks begun since the start: nobody visits in a holiday. */
  readonly weeks: number
  /** Above 0 when more was given than allotted. */
  readonly over: number
}

/** @param span first day of the plan and the day up to which is counted, yyyy-mm-dd; '' for no start yet */
export function hoursStanding(
  visits: readonly RepVisit[],
  daysPerWeek: number,
  span: { readonly startOn: string; readonly upTo: string },
  calendar: SchoolCalendar,
): HoursStanding {
  const { startOn, upTo } = span
  const logged = visitsInOrder(visits)
    .filter(({ date }) => date <= upTo)
    .reduce((sum, visit) => sum + quartersOf(visit), 0)
  const weeks = startOn === '' ? 0 : schoolWeeksIn(calendar, startOn, upTo).length
  const allotted = weeks * daysPerWeek * QUARTERS_A_DAY
  return { logged, allotted, weeks, over: logged - allotted }
}

const ORDINALS =
  'no first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ')
const NUMBERS = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ')
const ordinal = (n: number) => ORDINALS[n] ?? `number ${n}`
const number = (n: number) => NUMBERS[n] ?? String(n)

const overWords = (over: number): string => {
  if (over === 0) return ''
  return over > 0 ? `, ${hoursWords(over)} more than that` : `, ${hoursWords(-over)} still to give`
}

/** "10.5 hours, third half day of three"; where it is no whole number of half days, hours against hours. */
export function sayHours({ logged, allotted, over }: HoursStanding): string {
  if (allotted === 0) return `${hoursWords(logged)}, none allotted yet`
  const whole = logged > 0 && logged % HALF_DAY === 0 && over <= 0
  return whole
    ? `${hoursWords(logged)}, ${ordinal(logged / HALF_DAY)} half day of ${number(allotted / HALF_DAY)}`
    : `${hoursWords(logged)} of ${hoursWords(allotted)}${overWords(over)}`
}

/** What a visit still needs before its hours count. @param today yyyy-mm-dd @returns words for people */
export function visitNeeds(
  visit: Pick<RepVisit, 'date' | 'start' | 'end' | 'quarters' | 'note'>,
  today: string,
): string[] {
  const { date, start, end, quarters, note } = visit
  const backwards =
    start !== '' && end !== '' && quarters === null && quartersBetween(start, end) === null
  return [
    ...(date === '' ? ['Say on which day it is.'] : []),
    ...(date > today ? ['The day is still to come: log the hours on the day.'] : []),
    ...(backwards ? ['The end is not after the start: put the times right.'] : []),
    ...(!backwards && quartersOf(visit) === 0 ? ['Say from when to when, or how many hours.'] : []),
    ...(note.length > VISIT_NOTE_LENGTH
      ? [`Say the note in fewer words: up to ${VISIT_NOTE_LENGTH} letters.`]
      : []),
  ]
}
