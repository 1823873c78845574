import { addDays, daysFromTo, lastOfMonth, monthsFromTo, spanOfYear } from '../calendar/dates.ts'
import { halfTermNumber, halfTermWords } from '../calendar/records.ts'
import {
  type HalfTerm,
  halfTermsOf,
  type SchoolCalendar,
  schoolDayFrom,
  schoolDayUpTo,
  schoolWeeksIn,
} from '../calendar/school-calendar.ts'
import type { Place, VisitRule } from './rule.ts'

/** A span of days in which one visit of a rule is to be made. */
export interface Period {
  /** The same on every device: "2026-11", "2026-27-Aut2", "w2026-11-09". */
  readonly key: string
  /** The half-term or the school year in words, or the month as yyyy-mm: the screens say dates. */
  readonly words: string
  readonly start: string
  readonly end: string
  /** The day that the rule means, before holidays are looked at. */
  readonly meant: string
}

const MONTHS =
  'January February March April May June July August September October November December'.split(' ')
const monthWords = (month: string): string =>
  `${MONTHS[Number(month.slice(5)) - 1] ?? ''} ${month.slice(0, 4)}`

function placeIn(start: string, end: string, place: Place): string {
  if (place === 'start') return start
  return place === 'end' ? end : addDays(start, Math.floor(daysFromTo(start, end) / 2))
}

const TERMS = [
  ['Autumn', [1, 2]],
  ['Spring', [3, 4]],
  ['Summer', [5, 6]],
] as const

const half = (term: HalfTerm, place: Place): Period => ({
  key: `${term.year}-${term.name}`,
  words: `${halfTermWords(term.name)}, ${term.year}`,
  start: term.start,
  end: term.end,
  meant: placeIn(term.start, term.end, place),
})

function termsOf(halfTerms: readonly HalfTerm[], year: string, place: Place): Period[] {
  return TERMS.flatMap(([name, numbers]) => {
    const own = halfTerms.filter((term) =>
      (numbers as readonly number[]).includes(halfTermNumber(term.name)),
    )
    const start = own[0]?.start
    const end = own.at(-1)?.end
    if (start === undefined || end === undefined) return []
    const meant = placeIn(start, end, place)
    return [{ key: `${year}-${name}`, words: `${name} term, ${year}`, start, end, meant }]
  })
}

/** The weeks in which pupils are in, each nth of the year. */
function weeksOf(calendar: SchoolCalendar, year: string, every: number): Period[] {
  const { start, end } = spanOfYear(year)
  return schoolWeeksIn(calendar, start, end)
    .filter((_, at) => at % every === 0)
    .map((monday) => ({
      key: `w${monday}`,
      words: 'week',
      start: monday,
      end: addDays(monday, 4),
      meant: monday,
    }))
}

function timesOf(halfTerms: readonly HalfTerm[], times: number, place: Place): Period[] {
  const picked = new Set(
    Array.from({ length: Math.min(times, 6) }, (_, at) =>
      Math.ceil((6 * (at + 1)) / Math.min(times, 6)),
    ),
  )
  return halfTerms
    .filter((term) => picked.has(halfTermNumber(term.name)))
    .map((term) => half(term, place))
}

function yearOf(year: string, byDay: string): Period {
  const { start, end } = spanOfYear(year)
  const calendarYear = byDay < '09-01' ? end.slice(0, 4) : start.slice(0, 4)
  return { key: year, words: year, start, end, meant: `${calendarYear}-${byDay}` }
}

/** The periods of a rule in one school year, whatever its own first and last day. */
export function periodsOf(rule: VisitRule, calendar: SchoolCalendar, year: string): Period[] {
  const halfTerms = halfTermsOf(calendar, year)
  const { start, end } = spanOfYear(year)
  switch (rule.rhythm) {
    case 'monthly':
      return monthsFromTo(start, end).map((month) => {
        const last = lastOfMonth(month)
        const meant = placeIn(`${month}-01`, last, rule.place)
        return { key: month, words: monthWords(month), start: `${month}-01`, end: last, meant }
      })
    case 'half_termly':
      return halfTerms.map((term) => half(term, rule.place))
    case 'termly':
      return termsOf(halfTerms, year, rule.place)
    case 'weekly':
      return weeksOf(calendar, year, 1)
    case 'every_weeks':
      return weeksOf(calendar, year, rule.every)
    case 'times_a_year':
      return timesOf(halfTerms, rule.every, rule.place)
    case 'yearly':
      return [yearOf(year, rule.byDay)]
  }
}

/**
 * The school day for a visit: the day that is meant, else the next in the period, else the last before it.
 * @returns null where the whole period is holiday: then there is no visit
 */
export function dayIn(calendar: SchoolCalendar, { start, end, meant }: Period): string | null {
  const next = schoolDayFrom(calendar, meant)
  if (next !== null && next <= end) return next
  const before = schoolDayUpTo(calendar, meant)
  return before !== null && before >= start ? before : null
}
