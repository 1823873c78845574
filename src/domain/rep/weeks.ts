import { addDays, daysFromTo, weekdayOf } from '../calendar/dates.ts'
import {
  isSchoolDay,
  type SchoolCalendar,
  schoolDayFrom,
  schoolDayUpTo,
  schoolWeeksIn,
  whatDay,
  type WhatDay,
} from '../calendar/school-calendar.ts'
import { type Milestone, MILESTONES } from './milestones.ts'
import type { WeekCount } from './plan.ts'

/** Weeks without pupils that may lie within six with them, and more. */
const LONGEST_HOLIDAY = 14

/** When a milestone is due, counted both ways; all days are yyyy-mm-dd. */
export interface MilestoneDue {
  readonly milestone: Milestone
  /** The one that holds, as the trust counts. */
  readonly due: string
  readonly inCalendarWeeks: string
  readonly inSchoolWeeks: string
  /** What the day that holds is: it stays, also in a holiday (HC13). */
  readonly falls: WhatDay
  /** The last day with pupils before it, where it is none itself; else null. */
  readonly remindOn: string | null
}

/**
 * The same weekday so many school weeks on; where pupils are not in on it, the next day on which they
 * are. A start without pupils counts as the first day that they are back.
 */
export function schoolWeeksOn(calendar: SchoolCalendar, start: string, weeks: number): string {
  const begun = schoolDayFrom(calendar, start) ?? start
  const farthest = addDays(begun, 7 * (weeks + LONGEST_HOLIDAY))
  const monday = schoolWeeksIn(calendar, begun, farthest)[weeks] ?? farthest
  const day = addDays(monday, weekdayOf(begun) - 1)
  return schoolDayFrom(calendar, day) ?? day
}

/** The day before which somebody is to be reminded at school, where the due day has no pupils (HC13). */
function reminderFor(calendar: SchoolCalendar, due: string): string | null {
  return isSchoolDay(calendar, due) ? null : schoolDayUpTo(calendar, addDays(due, -1))
}

/**
 * When the three milestones are due (C47): calendar weeks unless the trust counts school weeks, both
 * worked out so that both can be shown (HC14).
 * @param startOn yyyy-mm-dd; '' gives none
 */
export function milestonesDue(
  { startOn, weeks: counts }: { readonly startOn: string; readonly weeks: WeekCount },
  calendar: SchoolCalendar,
): MilestoneDue[] {
  if (startOn === '') return []
  return MILESTONES.map(([milestone, , weeks]) => {
    const inCalendarWeeks = addDays(startOn, 7 * weeks)
    const inSchoolWeeks = schoolWeeksOn(calendar, startOn, weeks)
    const due = counts === 'school' ? inSchoolWeeks : inCalendarWeeks
    return {
      milestone,
      due,
      inCalendarWeeks,
      inSchoolWeeks,
      falls: whatDay(calendar, due),
      remindOn: reminderFor(calendar, due),
    }
  })
}

/** Some days in a row without pupils, weekends aside; yyyy-mm-dd. */
export interface Closure {
  readonly start: string
  readonly end: string
}

/** Holidays, INSET days and closures between two days, both included: shown beside the dates (C47). */
export function closuresIn(calendar: SchoolCalendar, from: string, to: string): Closure[] {
  const closures: { start: string; end: string }[] = []
  let open: { start: string; end: string } | null = null
  for (let date = from; date <= to; date = addDays(date, 1)) {
    const what = whatDay(calendar, date)
    if (isSchoolDay(calendar, date)) open = null
    else if (what !== 'weekend') {
      if (open) open.end = date
      else closures.push((open = { start: date, end: date }))
    }
  }
  return closures
}

/** "4 days left", "Due today", "2 days past its day". @param due @param today yyyy-mm-dd */
export function daysLeftWords(due: string, today: string): string {
  const left = daysFromTo(today, due)
  const days = (n: number) => `${n} ${n === 1 ? 'day' : 'days'}`
  if (left === 0) return 'Due today'
  return left > 0 ? `${days(left)} left` : `${days(-left)} past its day`
}
