import { describe, expect, it } from 'vitest'
import { schoolCalendar } from '../../src/domain/calendar/school-calendar.ts'
import { readyRecords } from '../../src/domain/calendar/ready.ts'
import { documentName } from '../../src/domain/documents.ts'
import type { RecordType } from '../../src/domain/record.ts'
import { hoursStanding, sayHours } from '../../src/domain/rep/hours.ts'
import { issueGuards } from '../../src/domain/rep/needs.ts'
import { itemsOf, planOf, repItemRecord, repPlanRecord } from '../../src/domain/rep/plan.ts'
import {
  repOwnerRecord,
  repReviewRecord,
  reviewsHeld,
  repStatusRecord,
} from '../../src/domain/rep/progress.ts'
import { itemsToReview, reviewGuards } from '../../src/domain/rep/review.ts'
import { saySpending, spendingOf } from '../../src/domain/rep/spend.ts'
import {
  carriedBy,
  nextMilestone,
  standingsOf,
  standingWords,
  stillCarried,
  tallyOf,
} from '../../src/domain/rep/statuses.ts'
import { milestonesDue } from '../../src/domain/rep/weeks.ts'
import {
  promisedBefore,
  repSeenRecord,
  repSpendRecord,
  repVisitRecord,
  repWordRecord,
  visitsInOrder,
  wordsOn,
} from '../../src/domain/rep/work.ts'
import { repContent } from './rep-content.ts'
import { asRead } from './work/entries.ts'

const ready = readyRecords('2025-26')
const calendar = schoolCalendar(ready)

function deskOf(today: string, storyDay?: string) {
  const { entries, steps } = repContent(today, storyDay)
  const all = <T>(type: RecordType<T>): T[] =>
    entries
      .filter((entry) => entry.type.type === type.type)
      .map((entry) => asRead(type, { ...entry, doc: documentName({ kind: 'trust' }) }))
  const plan = planOf(all(repPlanRecord))
  if (!plan) throw new Error('the demonstration has no plan')
  const items = itemsOf(all(repItemRecord), false)
  const due = milestonesDue(plan, calendar)
  const reviews = all(repReviewRecord)
  const standings = standingsOf({
    items,
    statuses: all(repStatusRecord),
    owners: all(repOwnerRecord),
    reviews,
    seen: all(repSeenRecord),
    due,
  })
  // As the plan numbers them: w1-1 is the first of the first milestone.
  const named = new Map(
    items.map(({ id, milestone }) => [
      id,
      `${milestone}-${items.filter((one) => one.milestone === milestone).findIndex((one) => one.id === id) + 1}`,
    ]),
  )
  const nameOf = (id: string) => named.get(id) ?? id
  return { entries, steps, all, plan, items, due, reviews, standings, nameOf }
}

describe('fixture 02 in our own words', () => {
  const desk = deskOf('2025-11-25', '2025-11-25')

  it('C16: has 16 items, five, five and six, each with where it stands and the day of which it is true', () => {
    const rows = desk.standings.map(({ item, status, set }) => [
      desk.nameOf(item.id),
      status,
      set.at(-1)?.on ?? null,
    ])
    expect(rows).toEqual([
      ['w1-1', 'met', '2025-11-07'],
      ['w1-2', 'met', '2025-11-06'],
      ['w1-3', 'met', '2025-11-07'],
      ['w1-4', 'partly_met', '2025-11-10'],
      ['w1-5', 'met', '2025-11-10'],
      ['w3-1', 'met', '2025-11-17'],
      ['w3-2', 'met', '2025-11-13'],
      ['w3-3', 'met', '2025-11-19'],
      ['w3-4', 'partly_met', '2025-11-21'],
      ['w3-5', 'not_met', '2025-11-24'],
      ...[1, 2, 3, 4, 5, 6].map((n) => [`w6-${n}`, 'not_started', null]),
    ])
    expect(tallyOf(desk.standings)).toEqual({
      met: 7,
      partly_met: 2,
      not_met: 1,
      not_started: 6,
      differs: 0,
    })
    expect(standingWords(desk.standings[9] ?? never())).toBe('Not met: late, not failed')
  })

  it('has the dates of its three milestones, and says what is next', () => {
    expect(desk.due.map(({ due }) => due)).toEqual(['2025-11-10', '2025-11-24', '2025-12-15'])
    expect(nextMilestone(desk.reviews)).toBe('w6')
  })

  it('C16: carries forward by name what the reviews carried, and keeps what the first one did', () => {
    const held = reviewsHeld(desk.reviews)
    expect(
      held.map(({ milestone, date, present, decision, carried }) => ({
        milestone,
        date,
        present,
        decision,
        carried: carried.map(desk.nameOf),
      })),
    ).toEqual([
      {
        milestone: 'w1',
        date: '2025-11-10',
        present: ['p01', 'p02', 'p03', 'p08'],
        decision: 'continue',
        carried: ['w1-4'],
      },
      {
        milestone: 'w3',
        date: '2025-11-24',
        present: ['p02', 'p03', 'p08'],
        decision: 'continue',
        carried: ['w3-4', 'w3-5'],
      },
    ])
    // What the rule carries is what the people wrote.
    for (const { milestone, carried } of held)
      expect(carriedBy(desk.standings, milestone).map(({ item }) => item.id)).toEqual(carried)
    expect(stillCarried(desk.standings).map(({ item }) => desk.nameOf(item.id))).toEqual([
      'w1-4',
      'w3-4',
      'w3-5',
    ])
    expect(itemsToReview(desk.standings, 'w6')).toHaveLength(9)
  })

  it('C19: three half days are 10.5 hours, the third half day of three', () => {
    const visits = desk.all(repVisitRecord)
    expect(visitsInOrder(visits).map(({ date, start, end }) => [date, start, end])).toEqual([
      ['2025-11-06', '08:30', '12:00'],
      ['2025-11-13', '12:30', '16:00'],
      ['2025-11-20', '08:30', '12:00'],
    ])
    const span = { startOn: desk.plan.startOn, upTo: '2025-11-20' }
    const hours = hoursStanding(visits, desk.plan.daysPerWeek, span, calendar)
    expect(hours).toEqual({ logged: 42, allotted: 42, weeks: 3, over: 0 })
    expect(sayHours(hours)).toBe('10.5 hours, third half day of three')
  })

  it('says at which visit each item was touched', () => {
    const seen = desk.all(repSeenRecord)
    const touched = visitsInOrder(desk.all(repVisitRecord)).map(({ id }) =>
      seen.filter(({ visit }) => visit === id).map(({ item }) => desk.nameOf(item)),
    )
    expect(touched).toEqual([['w1-1', 'w1-4'], ['w3-2'], ['w3-3']])
    const folders = seen.find(({ item }) => desk.nameOf(item) === 'w1-4')
    expect(wordsOn(desk.all(repWordRecord), folders?.id ?? '')).toHaveLength(1)
  })

  it('C18: has £2,400 approved by the CEO, and spends less', () => {
    const approved = desk.steps.find(({ machine }) => machine === 'rep-funding')
    expect(approved).toMatchObject({ to: 'approved', by: 'p01', gbp: 2400 })
    const spending = spendingOf(desk.all(repSpendRecord), approved?.gbp ?? 0)
    expect(saySpending(spending)).toBe('£480 of £2,400 spent, £1,920 left.')
  })

  it('may be issued, and its reviews held, by the rules', () => {
    const stops = (guards: readonly { kind: string }[]) =>
      guards.filter(({ kind }) => kind === 'stop')
    expect(stops(issueGuards(desk.plan, desk.items, ['p08']))).toEqual([])
    const people = {
      ceo: ['p01'],
      eht: ['p02'],
      cfo: ['p10'],
      heads: ['p03'],
      headsOfSchool: [],
      mentors: ['p08'],
    }
    reviewsHeld(desk.reviews).forEach((review, at, held) => {
      const before = held.slice(0, at).map(({ milestone }) => milestone)
      const guards = reviewGuards({
        review,
        kind: 'education',
        people,
        standings: desk.standings,
        held: before,
        today: review.date,
      })
      expect(stops(guards)).toEqual([])
    })
  })
})

describe('the demonstration’s plan on any day', () => {
  it('is the morning of the third half day: two visits behind, the second milestone in four days', () => {
    const desk = deskOf('2026-11-19')
    expect(desk.plan.startOn).toBe('2026-11-02')
    expect(desk.due.map(({ due }) => due)).toEqual(['2026-11-09', '2026-11-23', '2026-12-14'])
    expect(desk.all(repVisitRecord).map(({ date }) => date)).toEqual(['2026-11-05', '2026-11-12'])
    expect(desk.steps.map(({ to }) => to)).toEqual(['issued', 'approved', 'w1-reviewed'])
    expect(nextMilestone(desk.reviews)).toBe('w3')
    expect(stillCarried(desk.standings).map(({ item }) => desk.nameOf(item.id))).toEqual(['w1-4'])
    expect(tallyOf(desk.standings)).toMatchObject({ met: 6, partly_met: 1, not_started: 9 })
    expect(promisedBefore(desk.all(repVisitRecord), '2026-11-19')).toMatch(/timetables/)
  })

  it('holds nothing from later than its day, and the same ids each time', () => {
    for (const today of ['2026-09-07', '2026-11-23', '2027-02-28', '2028-02-29']) {
      const { entries, steps } = repContent(today)
      const midnight = Date.parse(`${today}T00:00:00Z`)
      for (const { at } of [...entries, ...steps]) expect(at).toBeLessThan(midnight)
      expect(entries.map(({ id }) => id)).toEqual(
        repContent('2026-11-19').entries.map(({ id }) => id),
      )
      expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length)
    }
  })
})

function never(): never {
  throw new Error('there is no such item')
}
