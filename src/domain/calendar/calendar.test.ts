import { describe, expect, it } from 'vitest'
import { calendarJob, calendarRow } from './import.ts'
import { addDays, weekdayOf } from './dates.ts'
import { bankHolidays, READY_YEARS } from './english.ts'
import { halfTermNumber, halfTermWords, HALF_TERMS } from './records.ts'
import {
  daysOfKind,
  halfTermOf,
  halfTermsOf,
  isSchoolDay,
  schoolCalendar,
  schoolDayFrom,
  schoolDaysIn,
  schoolDayUpTo,
  schoolWeeksIn,
  whatDay,
} from './school-calendar.ts'
import { readyRecords } from './ready.ts'

const trust = {
  halfTerms: READY_YEARS.flatMap((year) => readyRecords(year).halfTerms),
  days: READY_YEARS.flatMap((year) => readyRecords(year).days),
}
const calendar = schoolCalendar(trust)
const everyDay: string[] = []
for (let day = '2025-09-01'; day <= '2028-08-31'; day = addDays(day, 1)) everyDay.push(day)

describe('an English school calendar of 2025 to 2028', () => {
  it('has six half-terms a year in order, apart from each other', () => {
    for (const year of READY_YEARS) {
      const terms = halfTermsOf(calendar, year)
      expect(terms.map(({ name }) => halfTermWords(name))).toEqual(
        HALF_TERMS.map(([, words]) => words),
      )
      terms.forEach((term, at) => {
        expect(term.start <= term.end).toBe(true)
        expect(weekdayOf(term.start)).toBeLessThan(6)
        expect(term.start > (terms[at - 1]?.end ?? '')).toBe(true)
      })
    }
  })

  it('has five INSET days and about 190 days for pupils', () => {
    for (const year of READY_YEARS) {
      const first = Number(year.slice(0, 4))
      expect(daysOfKind(calendar, 'inset', year)).toHaveLength(5)
      const days = schoolDaysIn(calendar, `${first}-09-01`, `${first + 1}-08-31`).length
      expect(days).toBeGreaterThanOrEqual(183)
      expect(days).toBeLessThanOrEqual(192)
    }
  })

  it('knows the bank holidays of England', () => {
    const dates = (year: number) => bankHolidays(year).map(({ date }) => date)
    expect(dates(2026)).toEqual([
      '2026-01-01',
      '2026-04-03',
      '2026-04-06',
      '2026-05-04',
      '2026-05-25',
      '2026-08-31',
      '2026-12-25',
      '2026-12-28',
    ])
    // Saturday and Sunday both move, to two different days.
    expect(dates(2027).slice(-2)).toEqual(['2027-12-27', '2027-12-28'])
    expect(dates(2028).slice(0, 3)).toEqual(['2028-01-03', '2028-04-14', '2028-04-17'])
  })

  it('every day: a school day is a weekday in a half-term and no INSET day or holiday', () => {
    const marked = new Set(trust.days.map(({ date }) => date))
    for (const day of everyDay) {
      const expected = weekdayOf(day) < 6 && halfTermOf(calendar, day) !== null && !marked.has(day)
      expect({ day, is: isSchoolDay(calendar, day) }).toEqual({ day, is: expected })
      expect(whatDay(calendar, day)).not.toBe('unknown')
    }
  })

  it('every day: the next and the last school day are school days with none in between', () => {
    for (const day of everyDay.slice(0, -60)) {
      const next = schoolDayFrom(calendar, day) ?? ''
      expect(next >= day && isSchoolDay(calendar, next)).toBe(true)
      expect(schoolDaysIn(calendar, day, addDays(next, -1))).toEqual([])
      if (day < '2025-09-02') continue
      const last = schoolDayUpTo(calendar, day) ?? ''
      expect(last <= day && isSchoolDay(calendar, last)).toBe(true)
      expect(schoolDaysIn(calendar, addDays(last, 1), day)).toEqual([])
    }
  })

  it('counts weeks without the holidays', () => {
    const weeks = schoolWeeksIn(calendar, '2026-10-12', '2026-11-15')
    expect(weeks).toEqual(['2026-10-12', '2026-10-19', '2026-11-02', '2026-11-09'])
  })

  it('“Aut 2” is a half-term and never a month', () => {
    expect(halfTermWords('Aut2')).toBe('Aut 2')
    expect(halfTermNumber('Aut2')).toBe(2)
    expect(halfTermOf(calendar, '2026-11-12')?.name).toBe('Aut2')
    expect(halfTermOf(calendar, '2026-02-02')?.name).toBe('Spr1')
    expect(whatDay(calendar, '2026-08-12')).toBe('holiday')
  })
})

describe('a school that differs from the trust', () => {
  const own = {
    halfTerms: [
      {
        id: 'o1',
        year: '2026-27',
        name: 'Aut1' as const,
        start: '2026-09-02',
        end: '2026-10-16',
        by: 'p03',
        madeAt: 1,
        removedAt: null,
      },
    ],
    days: [
      {
        id: 'o2',
        date: '2026-09-02',
        kind: 'closed' as const,
        name: 'Boiler',
        by: 'p',
        madeAt: 1,
        removedAt: null,
      },
      {
        id: 'o3',
        date: '2027-01-04',
        kind: 'school' as const,
        name: '',
        by: 'p',
        madeAt: 1,
        removedAt: null,
      },
      {
        id: 'o4',
        date: '2026-09-03',
        kind: 'closed' as const,
        name: '',
        by: 'p',
        madeAt: 1,
        removedAt: 2,
      },
    ],
  }
  const at = schoolCalendar(trust, own)

  it('has its own half-term and days in place of the trust’s, and the rest of the trust’s', () => {
    expect(whatDay(at, '2026-10-20')).toBe('holiday')
    expect(whatDay(calendar, '2026-10-20')).toBe('school')
    expect(whatDay(at, '2026-09-02')).toBe('closed')
    expect(whatDay(at, '2026-09-03')).toBe('school')
    expect(whatDay(at, '2027-01-04')).toBe('school')
    expect(whatDay(at, '2026-11-12')).toBe('school')
  })

  it('counts weekdays in a year that nobody has written yet', () => {
    expect(whatDay(calendar, '2030-11-12')).toBe('unknown')
    expect(isSchoolDay(calendar, '2030-11-12')).toBe(true)
    expect(isSchoolDay(calendar, '2030-11-16')).toBe(false)
  })

  it('takes the later of two that were written apart', () => {
    const twice = trust.halfTerms.filter(({ year, name }) => year === '2026-27' && name === 'Aut2')
    const later = twice.map((term) => ({ ...term, id: 'z', end: '2026-12-16', madeAt: 9 }))
    const joined = schoolCalendar({ ...trust, halfTerms: [...later, ...trust.halfTerms] })
    expect(halfTermOf(joined, '2026-12-17')).toBeNull()
  })
})

describe('a calendar from a spreadsheet', () => {
  it('takes half-terms by any of their names and gives back what it cannot read', () => {
    const rows = [
      ['Term', 'From', 'To'],
      ['Autumn 1', '1/9/2026', '23/10/2026'],
      ['HT2', '02/11/2026', '18/12/2026'],
      ['Training day', '4 January 2027', ''],
      ['Aut 3', '1/1/2027', '2/1/2027'],
      ['Spr 2', '22/2/2027', ''],
      ['Sum 1', '1/5/2027', '1/4/2027'],
    ]
    const { headings, mapping } = calendarJob.guess(rows)
    const { good, bad } = calendarJob.read(rows, headings, mapping)
    expect(good.map(({ value }) => calendarRow(value))).toEqual([
      { halfTerm: 'Aut1', kind: null, start: '2026-09-01', end: '2026-10-23', name: '' },
      { halfTerm: 'Aut2', kind: null, start: '2026-11-02', end: '2026-12-18', name: '' },
      { halfTerm: null, kind: 'inset', start: '2027-01-04', end: '2027-01-04', name: '' },
    ])
    expect(bad.map(({ line }) => line)).toEqual([5, 6, 7])
  })
})
