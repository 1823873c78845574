import { describe, expect, it } from 'vitest'
import { aSpend, aVisit } from '../../../test/helpers/rep.ts'
import { readyRecords } from '../calendar/ready.ts'
import { schoolCalendar } from '../calendar/school-calendar.ts'
import {
  HOURS_A_DAY,
  hoursStanding,
  hoursWords,
  quartersBetween,
  quartersOf,
  readQuarters,
  sayHours,
  visitNeeds,
} from './hours.ts'
import { poundsWords, saySpending, spendingOf, spendNeeds } from './spend.ts'
import { promisedBefore } from './work.ts'

const calendar = schoolCalendar(readyRecords('2026-27'))
const from = '2026-11-02'
const hours = (visits: ReturnType<typeof aVisit>[], upTo: string, days = 0.5) =>
  hoursStanding(visits, days, { startOn: from, upTo }, calendar)

describe('hours of a mentor', () => {
  it('are typed in quarters, and refused in anything finer', () => {
    expect(readQuarters(' 3.5 ')).toEqual({ ok: true, value: 14 })
    expect(readQuarters('3,75')).toEqual({ ok: true, value: 15 })
    expect(readQuarters('')).toEqual({ ok: true, value: null })
    for (const typed of ['3.3', 'half', '-1', '25']) expect(readQuarters(typed).ok).toBe(false)
  })

  it('are quarter hours between two times', () => {
    expect(quartersBetween('08:30', '12:00')).toBe(14)
    expect(quartersBetween('08:30', '08:52')).toBe(1)
    expect(quartersBetween('12:00', '08:30')).toBeNull()
    expect(quartersBetween('', '12:00')).toBeNull()
    expect(quartersOf(aVisit('1'))).toBe((HOURS_A_DAY / 2) * 4)
    expect(quartersOf(aVisit('1', { quarters: 5 }))).toBe(5)
    expect([hoursWords(4), hoursWords(1), hoursWords(14)]).toEqual([
      '1 hour',
      '0.25 hours',
      '3.5 hours',
    ])
  })

  it('C19: are held against days a week and the school weeks so far', () => {
    const visits = [
      aVisit('1'),
      aVisit('2', { date: '2026-11-12' }),
      aVisit('3', { date: '2026-11-19', quarters: 14, start: '', end: '' }),
    ]
    expect(sayHours(hours(visits, '2026-11-19'))).toBe('10.5 hours, third half day of three')
    expect(sayHours(hours(visits, '2026-11-15'))).toBe('7 hours, second half day of two')
    expect(sayHours(hours(visits, '2026-11-27'))).toBe('10.5 hours, third half day of four')
  })

  it('C19: say what is still to give, and what is more than allotted', () => {
    const short = [aVisit('1', { quarters: 9 })]
    expect(sayHours(hours(short, '2026-11-06'))).toBe(
      '2.25 hours of 3.5 hours, 1.25 hours still to give',
    )
    const long = [aVisit('1', { quarters: 18 })]
    expect(sayHours(hours(long, '2026-11-06'))).toBe(
      '4.5 hours of 3.5 hours, 1 hour more than that',
    )
    expect(sayHours(hours(long, '2026-11-06', 0))).toBe('4.5 hours, none allotted yet')
  })

  it('C19: allot nothing for a week of holiday', () => {
    expect(hours([], '2026-12-18').weeks).toBe(7)
    expect(hours([], '2027-01-03').weeks).toBe(7)
    expect(hours([], '2027-01-08').weeks).toBe(8)
  })

  it('leave out a visit that was taken away', () => {
    expect(hours([aVisit('1'), aVisit('2', { removedAt: 3 })], '2026-11-06').logged).toBe(14)
  })

  it('need a day that has come and times in order', () => {
    expect(visitNeeds(aVisit('1'), '2026-11-05')).toEqual([])
    expect(visitNeeds(aVisit('1'), '2026-11-04')).toHaveLength(1)
    expect(visitNeeds(aVisit('1', { note: 'x'.repeat(601) }), '2026-11-05')).toHaveLength(1)
    expect(visitNeeds(aVisit('1', { start: '', end: '' }), '2026-11-05')).toHaveLength(1)
    expect(visitNeeds(aVisit('1', { start: '13:00' }), '2026-11-05')).toEqual([
      'The end is not after the start: put the times right.',
    ])
  })

  it('go with what was promised last time', () => {
    const visits = [
      aVisit('1', { promised: 'Bring a folder' }),
      aVisit('2', { date: '2026-11-12', promised: ' ' }),
      aVisit('3', { date: '2026-11-19', promised: 'Today’s own' }),
    ]
    expect(promisedBefore(visits, '2026-11-19')).toBe('Bring a folder')
    expect(promisedBefore(visits, '2026-11-05')).toBe('')
  })
})

describe('money from reserves', () => {
  const draft = { what: 'Books', gbp: 500, on: '2026-11-06' }
  const today = '2026-11-09'

  it('C18: is refused while the CEO has approved none, and beyond what the CEO approved', () => {
    expect(spendNeeds(draft, spendingOf([], 0), today)).toEqual([
      'The CEO has approved no money from reserves: ask the CEO first.',
    ])
    const spends = [aSpend('1', { gbp: 2000 })]
    expect(spendNeeds(draft, spendingOf(spends, 2400), today)).toEqual([
      '£500 is more than the £400 left of £2,400: ask the CEO to approve a new sum.',
    ])
    expect(spendNeeds({ ...draft, gbp: 400 }, spendingOf(spends, 2400), today)).toEqual([])
    expect(spendNeeds({ ...draft, gbp: 400.01 }, spendingOf(spends, 2400), today)).toHaveLength(1)
  })

  it('C18: says so where two people with no signal spent more between them', () => {
    const spends = [aSpend('1', { gbp: 1500 }), aSpend('2', { gbp: 1000.5 })]
    expect(saySpending(spendingOf(spends, 2400))).toBe(
      '£2,500.50 of £2,400 spent, £100.50 beyond what the CEO approved: tell the CEO.',
    )
    expect(saySpending(spendingOf([], 0))).toMatch(/approved no money/)
    expect(spendNeeds(draft, spendingOf(spends, 2400), today)).toHaveLength(1)
  })

  it('adds pence without drifting, and leaves out what was taken away', () => {
    const spends = [0.1, 0.2, 0.3].map((gbp, at) => aSpend(String(at), { gbp }))
    expect(spendingOf([...spends, aSpend('9', { removedAt: 1 })], 1)).toEqual({
      approved: 1,
      spent: 0.6,
      left: 0.4,
    })
    expect([1234567, 12.5, 900].map(poundsWords)).toEqual(['£1,234,567', '£12.50', '£900'])
  })

  it('needs what, how much and when', () => {
    const bare = { what: ' ', gbp: 0, on: '2026-11-10' }
    expect(spendNeeds(bare, spendingOf([], 100), today)).toHaveLength(3)
  })
})
