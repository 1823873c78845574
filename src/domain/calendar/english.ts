import { addDays, weekdayOf } from './dates.ts'
import type { HalfTermName } from './records.ts'
import type { HalfTerm } from './school-calendar.ts'

export interface NamedDay {
  readonly date: string
  readonly name: string
}

/** The Sunday by the Gregorian reckoning (Meeus). */
function easterSunday(year: number): string {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((8 * b + 13) / 25) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 19 * l) / 433)
  const month = Math.floor((h + l - 7 * m + 90) / 25)
  const day = (h + l - 7 * m + 33 * month + 19) % 32
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

const firstMonday = (month: string): string =>
  addDays(`${month}-01`, (8 - weekdayOf(`${month}-01`)) % 7)

const lastMonday = (lastDay: string): string => addDays(lastDay, 1 - weekdayOf(lastDay))

/** The day itself, or the Monday after it where it falls on a weekend. */
const orMonday = (date: string): string =>
  weekdayOf(date) > 5 ? addDays(date, 8 - weekdayOf(date)) : date

/** Bank holidays in England in a calendar year, substitute days in place of weekends. */
export function bankHolidays(year: number): NamedDay[] {
  const easter = easterSunday(year)
  const christmas = orMonday(`${year}-12-25`)
  const boxing = orMonday(`${year}-12-26`)
  return [
    { date: orMonday(`${year}-01-01`), name: 'New Year’s Day' },
    { date: addDays(easter, -2), name: 'Good Friday' },
    { date: addDays(easter, 1), name: 'Easter Monday' },
    { date: firstMonday(`${year}-05`), name: 'Early May bank holiday' },
    { date: lastMonday(`${year}-05-31`), name: 'Spring bank holiday' },
    { date: lastMonday(`${year}-08-31`), name: 'Summer bank holiday' },
    { date: christmas, name: 'Christmas Day' },
    { date: boxing === christmas ? addDays(boxing, 1) : boxing, name: 'Boxing Day' },
  ]
}

type Span = readonly [name: HalfTermName, start: string, end: string]

/** Dates like those of many English councils: a beginning, for each trust to change. */
const KNOWN: Readonly<Record<string, readonly Span[]>> = {
  '2025-26': [
    ['Aut1', '2025-09-01', '2025-10-24'],
    ['Aut2', '2025-11-03', '2025-12-19'],
    ['Spr1', '2026-01-05', '2026-02-13'],
    ['Spr2', '2026-02-23', '2026-03-27'],
    ['Sum1', '2026-04-13', '2026-05-22'],
    ['Sum2', '2026-06-01', '2026-07-20'],
  ],
  '2026-27': [
    ['Aut1', '2026-09-01', '2026-10-23'],
    ['Aut2', '2026-11-02', '2026-12-18'],
    ['Spr1', '2027-01-04', '2027-02-12'],
    ['Spr2', '2027-02-22', '2027-03-25'],
    ['Sum1', '2027-04-12', '2027-05-28'],
    ['Sum2', '2027-06-07', '2027-07-21'],
  ],
  '2027-28': [
    ['Aut1', '2027-09-01', '2027-10-22'],
    ['Aut2', '2027-11-01', '2027-12-17'],
    ['Spr1', '2028-01-04', '2028-02-11'],
    ['Spr2', '2028-02-21', '2028-04-07'],
    ['Sum1', '2028-04-24', '2028-05-26'],
    ['Sum2', '2028-06-05', '2028-07-21'],
  ],
}

export interface ReadyCalendar {
  readonly halfTerms: readonly HalfTerm[]
  readonly bankHolidays: readonly NamedDay[]
  /** Five, as schools usually lay them. */
  readonly inset: readonly NamedDay[]
}

/** School years with a calendar to start from. */
export const READY_YEARS: readonly string[] = Object.keys(KNOWN)

/** A calendar to start from, or null for a year that nobody has laid out yet. @param year e.g. "2026-27" */
export function readyCalendar(year: string): ReadyCalendar | null {
  const halfTerms = (KNOWN[year] ?? []).map(([name, start, end]) => ({ year, name, start, end }))
  const [aut1, , spr1, , sum1, sum2] = halfTerms
  if (!aut1 || !spr1 || !sum1 || !sum2) return null
  const first = Number(year.slice(0, 4))
  const inside = ({ date }: NamedDay) => date >= `${first}-09-01` && date <= `${first + 1}-08-31`
  return {
    halfTerms,
    bankHolidays: [...bankHolidays(first), ...bankHolidays(first + 1)].filter(inside),
    inset: [aut1.start, aut1.end, spr1.start, sum1.start, sum2.end].map((date) => ({
      date,
      name: 'INSET day',
    })),
  }
}
