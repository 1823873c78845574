import { schoolYearOf } from '../school-year.ts'
import type { IsoDate } from '../ids.ts'
import { addDays, mondayOf, weekdayOf } from './dates.ts'
import {
  type CalendarDayRecord,
  type DayKind,
  halfTermNumber,
  type HalfTermName,
  type HalfTermRecord,
} from './records.ts'

export interface HalfTerm {
  readonly year: string
  readonly name: HalfTermName
  readonly start: string
  readonly end: string
}

interface MarkedDay {
  readonly kind: DayKind
  readonly name: string
}

/** The days of one school. */
export interface SchoolCalendar {
  /** In order. */
  readonly halfTerms: readonly HalfTerm[]
  readonly days: ReadonlyMap<string, MarkedDay>
}

interface CalendarRecords {
  readonly halfTerms: readonly HalfTermRecord[]
  readonly days: readonly CalendarDayRecord[]
}

/** What a day is; `unknown` in a year for which nobody has written half-terms. */
export type WhatDay = DayKind | 'weekend' | 'unknown'

/** Of several records for the same thing, made apart, the one made last counts. */
export function latestOf<
  R extends { readonly id: string; readonly madeAt: number; readonly removedAt: number | null },
>(rows: readonly R[], keyOf: (row: R) => string): Map<string, R> {
  const latest = new Map<string, R>()
  const standing = rows.filter(({ removedAt }) => removedAt === null)
  for (const row of [...standing].sort((a, b) => a.madeAt - b.madeAt || (a.id < b.id ? -1 : 1)))
    latest.set(keyOf(row), row)
  return latest
}

/**
 * A school's calendar out of the trust's and its own.
 * @param own what the school writes in place of it: whole half-terms and single days
 */
export function schoolCalendar(trust: CalendarRecords, own?: CalendarRecords): SchoolCalendar {
  const termKey = ({ year, name }: HalfTermRecord) => `${year} ${name}`
  const terms = new Map([
    ...latestOf(trust.halfTerms, termKey),
    ...latestOf(own?.halfTerms ?? [], termKey),
  ])
  const days = new Map([
    ...latestOf(trust.days, ({ date }) => date),
    ...latestOf(own?.days ?? [], ({ date }) => date),
  ])
  return {
    halfTerms: [...terms.values()]
      .filter(({ start, end }) => start <= end)
      .sort((a, b) => a.start.localeCompare(b.start)),
    days,
  }
}

export const halfTermOf = (calendar: SchoolCalendar, date: string): HalfTerm | null =>
  calendar.halfTerms.find(({ start, end }) => start <= date && date <= end) ?? null

export const halfTermsOf = (calendar: SchoolCalendar, year: string): HalfTerm[] =>
  calendar.halfTerms
    .filter((term) => term.year === year)
    .sort((a, b) => halfTermNumber(a.name) - halfTermNumber(b.name))

export function whatDay(calendar: SchoolCalendar, date: string): WhatDay {
  const marked = calendar.days.get(date)
  if (marked) return marked.kind
  if (weekdayOf(date) > 5) return 'weekend'
  if (halfTermOf(calendar, date)) return 'school'
  const year = schoolYearOf(date as IsoDate)
  return calendar.halfTerms.some((term) => term.year === year) ? 'holiday' : 'unknown'
}

/** Whether pupils are in. In a year without half-terms every weekday counts, so that nothing falls away unseen. */
export const isSchoolDay = (calendar: SchoolCalendar, date: string): boolean =>
  ['school', 'unknown'].includes(whatDay(calendar, date))

/** Further than any holiday. */
const FARTHEST = 90

function searchDay(calendar: SchoolCalendar, from: string, step: 1 | -1): string | null {
  for (let n = 0; n <= FARTHEST; n++) {
    const date = addDays(from, n * step)
    if (isSchoolDay(calendar, date)) return date
  }
  return null
}

/** This day if pupils are in, else the next on which they are; null if there is none for three months. */
export const schoolDayFrom = (calendar: SchoolCalendar, date: string): string | null =>
  searchDay(calendar, date, 1)

/** This day if pupils are in, else the last on which they were. */
export const schoolDayUpTo = (calendar: SchoolCalendar, date: string): string | null =>
  searchDay(calendar, date, -1)

/** The school days from one date to another, both included. */
export function schoolDaysIn(calendar: SchoolCalendar, from: string, to: string): string[] {
  const days: string[] = []
  for (let date = from; date <= to; date = addDays(date, 1))
    if (isSchoolDay(calendar, date)) days.push(date)
  return days
}

/** Mondays of the weeks with a school day in them: holidays are not counted as weeks. */
export const schoolWeeksIn = (calendar: SchoolCalendar, from: string, to: string): string[] => [
  ...new Set(schoolDaysIn(calendar, from, to).map(mondayOf)),
]

/** The days of one kind in a year's half-terms, in order. */
export const daysOfKind = (calendar: SchoolCalendar, kind: DayKind, year: string): string[] =>
  [...calendar.days]
    .filter(([date, day]) => day.kind === kind && schoolYearOf(date as IsoDate) === year)
    .map(([date]) => date)
    .sort()
