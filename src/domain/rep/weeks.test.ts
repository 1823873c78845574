import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysFromTo, mondayOf, weekdayOf } from '../calendar/dates.ts'
import { READY_YEARS } from '../calendar/english.ts'
import { readyRecords } from '../calendar/ready.ts'
import { isSchoolDay, schoolCalendar } from '../calendar/school-calendar.ts'
import { MILESTONES } from './milestones.ts'
import { closuresIn, daysLeftWords, milestonesDue, schoolWeeksOn } from './weeks.ts'

const calendar = schoolCalendar({
  halfTerms: READY_YEARS.flatMap((year) => readyRecords(year).halfTerms),
  days: READY_YEARS.flatMap((year) => readyRecords(year).days),
})
/** Any day of the school years 2025-26 to 2027-28 from which six school weeks are still known. */
const anyStart = fc
  .integer({ min: 0, max: daysFromTo('2025-09-01', '2028-06-02') })
  .map((days) => addDays('2025-09-01', days))

const dueOf = (startOn: string, weeks: 'calendar' | 'school') =>
  milestonesDue({ startOn, weeks }, calendar)

/** The same by walking day after day: each Monday whose week turns out to have pupils is one week on. */
function steppedOver(startOn: string, weeks: number): string {
  let day = startOn
  while (!isSchoolDay(calendar, day)) day = addDays(day, 1)
  const weekday = weekdayOf(day)
  let monday = mondayOf(day)
  for (let week = 0; week < weeks; day = addDays(day, 1))
    if (isSchoolDay(calendar, day) && mondayOf(day) !== monday) {
      monday = mondayOf(day)
      week++
    }
  day = addDays(monday, weekday - 1)
  while (!isSchoolDay(calendar, day)) day = addDays(day, 1)
  return day
}

function steppedBack(day: string): string {
  let before = addDays(day, -1)
  while (!isSchoolDay(calendar, before)) before = addDays(before, -1)
  return before
}

describe('when milestones are due', () => {
  it('C47: a plan of 3 November 2025 is due on 10 and 24 November and 15 December, both ways', () => {
    for (const weeks of ['calendar', 'school'] as const)
      expect(dueOf('2025-11-03', weeks).map(({ due }) => due)).toEqual([
        '2025-11-10',
        '2025-11-24',
        '2025-12-15',
      ])
    expect(dueOf('2025-11-03', 'calendar').map(({ remindOn }) => remindOn)).toEqual([
      null,
      null,
      null,
    ])
  })

  it('HC13: week 3 in half-term stays where it is, with a reminder on the last school day before', () => {
    const [, week3] = dueOf('2026-10-06', 'calendar')
    expect(week3).toMatchObject({
      due: '2026-10-27',
      falls: 'holiday',
      inSchoolWeeks: '2026-11-03',
      // The Friday is an INSET day: pupils were last in on Thursday.
      remindOn: '2026-10-22',
    })
  })

  it('HC14: across Christmas calendar weeks hold unless the trust counts school weeks; both are worked out', () => {
    const days = ['2025-12-22', '2026-01-05', '2026-01-26']
    // 5 January is an INSET day: the first school week on is due the day after.
    const school = ['2026-01-06', '2026-01-19', '2026-02-09']
    const asCalendar = dueOf('2025-12-15', 'calendar')
    expect(asCalendar.map(({ due }) => due)).toEqual(days)
    expect(asCalendar.map(({ inSchoolWeeks }) => inSchoolWeeks)).toEqual(school)
    const asSchool = dueOf('2025-12-15', 'school')
    expect(asSchool.map(({ due }) => due)).toEqual(school)
    expect(asSchool.map(({ inCalendarWeeks }) => inCalendarWeeks)).toEqual(days)
  })

  it('has no day before the plan has a start', () => {
    expect(dueOf('', 'calendar')).toEqual([])
  })

  it('counts a start in a holiday from the day that pupils are back', () => {
    expect(schoolWeeksOn(calendar, '2026-10-28', 1)).toBe('2026-11-09')
    expect(schoolWeeksOn(calendar, '2026-11-02', 1)).toBe('2026-11-09')
  })

  it('C47: calendar weeks are 7, 21 and 42 days; a reminder is a school day before, only where one is needed', () => {
    fc.assert(
      fc.property(anyStart, (startOn) => {
        dueOf(startOn, 'calendar').forEach(({ due, remindOn }, at) => {
          expect(daysFromTo(startOn, due)).toBe(7 * (MILESTONES[at]?.[2] ?? 0))
          expect(remindOn).toBe(isSchoolDay(calendar, due) ? null : steppedBack(due))
        })
      }),
    )
  })

  it('C47: school weeks end on a school day, never before the calendar’s: holidays are stepped over', () => {
    fc.assert(
      fc.property(anyStart, (startOn) => {
        dueOf(startOn, 'school').forEach(({ due, inCalendarWeeks, remindOn }, at) => {
          expect(due >= inCalendarWeeks).toBe(true)
          expect(remindOn).toBeNull()
          expect(due).toBe(steppedOver(startOn, MILESTONES[at]?.[2] ?? 0))
        })
      }),
    )
  })

  it('shows the holidays and INSET days on the way', () => {
    expect(closuresIn(calendar, '2025-12-15', '2026-01-26')).toEqual([
      { start: '2025-12-22', end: '2026-01-05' },
    ])
    expect(closuresIn(calendar, '2025-11-03', '2025-12-15')).toEqual([])
  })

  it('says how many days are left', () => {
    expect(daysLeftWords('2025-11-24', '2025-11-20')).toBe('4 days left')
    expect(daysLeftWords('2025-11-24', '2025-11-23')).toBe('1 day left')
    expect(daysLeftWords('2025-11-24', '2025-11-24')).toBe('Due today')
    expect(daysLeftWords('2025-11-24', '2025-11-26')).toBe('2 days past its day')
  })
})
