import { addDays } from '../../../src/domain/calendar/dates.ts'
import { readyRecords } from '../../../src/domain/calendar/ready.ts'
import {
  type SchoolCalendar,
  schoolCalendar,
  schoolDayFrom,
  schoolDayUpTo,
} from '../../../src/domain/calendar/school-calendar.ts'
import { monthBefore, monthOf } from '../../../src/domain/checks/month.ts'
import { type IsoDate, isoDate } from '../../../src/domain/ids.ts'
import { schoolYearBefore, schoolYearOf } from '../../../src/domain/school-year.ts'
import { londonDate } from '../../../src/domain/london.ts'

const HOUR_MS = 3_600_000

/** The moment at which the schools' clock shows a time on a day. @param day yyyy-mm-dd @param time hh:mm */
export function momentOf(day: string, time: string): number {
  const summer = londonDate(Date.parse(`${day}T23:30:00Z`)) !== day
  return Date.parse(`${day}T${time}:00Z`) - (summer ? HOUR_MS : 0)
}

/** The days round the day on which the demonstration begins; all are yyyy-mm-dd. */
export interface DemoDays {
  readonly today: IsoDate
  /** School year of today. */
  readonly year: string
  readonly calendar: SchoolCalendar
  /** The last day with pupils so many days ago or earlier. */
  ago(days: number): IsoDate
  /** The first day with pupils in so many days or later. */
  ahead(days: number): IsoDate
  /** First day of the month before. */
  readonly monthBefore: string
  /** The last month's walkaround; that of July while schools are back from the summer. */
  readonly walked: IsoDate
}

export function demoDays(today: IsoDate): DemoDays {
  const years = [schoolYearBefore(today), schoolYearOf(today)].map(readyRecords)
  const calendar = schoolCalendar({
    halfTerms: years.flatMap(({ halfTerms }) => halfTerms),
    days: years.flatMap(({ days }) => days),
  })
  const upTo = (day: string) => isoDate(schoolDayUpTo(calendar, day) ?? day)
  const from = (day: string) => isoDate(schoolDayFrom(calendar, day) ?? day)
  const before = monthBefore(monthOf(today))
  return {
    today,
    year: schoolYearOf(today),
    calendar,
    ago: (days) => upTo(addDays(today, -days)),
    ahead: (days) => from(addDays(today, days)),
    monthBefore: `${before}-01`,
    walked: upTo(`${before}-14`),
  }
}
