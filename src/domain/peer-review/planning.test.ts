import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AccessFacts, accessFactsSchema, type CalendarEntry } from '../access/facts.ts'
import { type Role, ROLES } from '../roles.ts'
import {
  isHeld,
  judgeChange,
  judgePlan,
  mayPlan,
  type ReviewPlan,
  reviewsOwed,
  schoolYearOf,
  teamFaults,
} from './planning.ts'
import { isOff } from './stage-order.ts'
import { REVIEW_ENDS, REVIEW_STAGES } from './stage-order.ts'

const HERE = '900001'
const THERE = '900002'
const SIX = ['p03', 'p04', 'p05', 'p01', 'p02', 'p07']

const facts = (role: Role, urn: string | null = null, to: string | null = null): AccessFacts =>
  accessFactsSchema.parse({
    person: 'p01',
    name: 'p01',
    today: '2026-11-24',
    roles: [{ role, urn, from: '2024-09-01', to }],
    reviews: [],
  })

const entry = (changes: Partial<CalendarEntry>): CalendarEntry => ({
  id: 'r1',
  urn: HERE,
  date: '2026-11-24',
  lead: 'p07',
  stage: 'planned',
  ...changes,
})

const plan: ReviewPlan = {
  id: 'planned-1',
  urn: HERE,
  date: '2026-12-08',
  lead: 'p07',
  reviewers: SIX,
  blindFirst: false,
  teamReason: '',
}

describe('who plans a review', () => {
  it('is the school’s own head or head of school, and three roles of the trust', () => {
    expect(ROLES.filter((role) => mayPlan(facts(role), HERE))).toEqual([
      'EHT',
      'CEO',
      'Central AHT',
    ])
    expect(ROLES.filter((role) => mayPlan(facts(role, HERE), HERE))).toEqual(['Head', 'HoS'])
    expect(ROLES.filter((role) => mayPlan(facts(role, THERE), HERE))).toEqual([])
  })

  it('is nobody whose role has ended', () => {
    expect(mayPlan(facts('CEO', null, '2026-11-24'), HERE)).toBe(true)
    expect(mayPlan(facts('CEO', null, '2026-11-23'), HERE)).toBe(false)
  })
})

describe('a team', () => {
  it('C5 has the head of the school on it; taken off, it is shown', () => {
    expect(teamFaults({ lead: 'p07', reviewers: SIX }, 'p03')).toEqual([])
    expect(teamFaults({ lead: 'p07', reviewers: SIX }, 'p06')).toEqual(['head-not-on-team'])
    expect(teamFaults({ lead: 'p07', reviewers: SIX }, null)).toEqual([])
  })

  it('C6 of fewer than five or more than seven asks for a reason', () => {
    const asks = Array.from({ length: 10 }, (_, size) => {
      const reviewers = Array.from({ length: size }, (_person, i) => `p${i}`)
      return teamFaults({ lead: null, reviewers }, null).includes('not-about-six')
    })
    expect(asks).toEqual([true, true, true, true, true, false, false, false, true, true])
    expect(teamFaults({ lead: null, reviewers: [...SIX, ...SIX] }, null)).toEqual([])
  })

  it('has its lead on it', () => {
    expect(teamFaults({ lead: 'p11', reviewers: SIX }, null)).toEqual(['lead-not-on-team'])
  })
})

describe('judging a plan', () => {
  it('takes a plan for today or later by somebody who may', () => {
    expect(judgePlan(facts('Head', HERE), plan)).toBeNull()
    expect(judgePlan(facts('CEO'), { ...plan, date: '2026-11-24' })).toBeNull()
    expect(judgePlan(facts('CEO'), { ...plan, date: '2026-11-23' })).toBe('date-past')
    expect(judgePlan(facts('Head', THERE), plan)).toBe('not-allowed')
    expect(judgePlan(facts('CEO'), { ...plan, lead: 'p11' })).toBe('lead-not-on-team')
  })

  it('C6 needs a reason for a team that is not about six, and a blank is none', () => {
    const small = { ...plan, reviewers: ['p07', 'p03'] }
    expect(judgePlan(facts('CEO'), small)).toBe('needs-reason')
    expect(judgePlan(facts('CEO'), { ...small, teamReason: '  ' })).toBe('needs-reason')
    expect(judgePlan(facts('CEO'), { ...small, teamReason: 'Forty pupils' })).toBeNull()
  })

  it('takes one live review of a school on a day', () => {
    const on = (stage: string, urn = HERE): AccessFacts => ({
      ...facts('CEO'),
      calendar: [entry({ date: plan.date, stage, urn })],
    })
    expect(judgePlan(on('planned'), plan)).toBe('already-planned')
    expect(judgePlan(on('withdrawn'), plan)).toBeNull()
    expect(judgePlan(on('planned', THERE), plan)).toBeNull()
  })
})

describe('judging a change', () => {
  const review = { ...plan, reviewers: SIX, revealed: false }
  const fault = (stage: string, changes: Partial<ReviewPlan> = {}, who = facts('Head', HERE)) =>
    judgeChange(who, review, stage, { ...plan, ...changes })

  it('is for those who may plan', () => {
    expect(fault('planned')).toBeNull()
    expect(fault('planned', {}, facts('Head', THERE))).toBe('not-allowed')
  })

  it('C3 moves no date and breaks no promise of privacy once the day has begun', () => {
    expect(fault('circulated', { blindFirst: true, date: '2026-12-09' })).toBeNull()
    expect(fault('on_the_day', { blindFirst: true })).toBe('day-started')
    expect(fault('on_the_day', { date: '2026-12-09' })).toBe('day-started')
    expect(fault('on_the_day', { reviewers: SIX.slice(0, 5), lead: 'p03' })).toBeNull()
  })

  it('C3 lets nobody in once the answers are agreed or the review is off', () => {
    const stages = [...REVIEW_STAGES, ...REVIEW_ENDS].map(([stage]) => stage)
    expect(stages.filter((stage) => fault(stage) === 'too-late')).toEqual(
      stages.filter((stage) => isHeld(stage) || isOff(stage)),
    )
    expect(fault('synthesised')).toBe('too-late')
    expect(fault('moved')).toBe('too-late')
  })

  it('keeps a day that has passed as it is, and moves to none', () => {
    const past = { ...review, date: '2026-11-02' }
    const judged = (date: string) =>
      judgeChange(facts('CEO'), past, 'circulated', { ...plan, date })
    expect(judged('2026-11-02')).toBeNull()
    expect(judged('2026-11-03')).toBe('date-past')
  })
})

describe('C9 a review each school year', () => {
  const SCHOOLS = [
    { urn: THERE, name: 'Rookery' },
    { urn: HERE, name: 'Nettle Copse' },
    { urn: '900003', name: 'Alder' },
  ]

  it('C9 counts a school year from September to August', () => {
    expect(
      ['2026-08-31', '2026-09-01', '2027-08-31', '2027-09-01', '2099-10-01'].map(schoolYearOf),
    ).toEqual(['2025-26', '2026-27', '2026-27', '2027-28', '2099-00'])
  })

  it('C9 shows each school as kept, planned or owed, by name and not by merit', () => {
    const calendar = [
      entry({ id: 'a', urn: HERE, stage: 'closed', date: '2026-10-06' }),
      entry({ id: 'b', urn: HERE, stage: 'planned', date: '2026-09-30' }),
      entry({ id: 'c', urn: THERE, stage: 'circulated', date: '2027-03-02' }),
    ]
    expect(reviewsOwed(SCHOOLS, calendar, '2026-27')).toEqual([
      { urn: '900003', name: 'Alder', is: 'owed', date: null },
      { urn: HERE, name: 'Nettle Copse', is: 'kept', date: '2026-10-06' },
      { urn: THERE, name: 'Rookery', is: 'planned', date: '2027-03-02' },
    ])
  })

  it.each(['withdrawn', 'moved'])('C9 a review that was %s does not count', (stage) => {
    const owed = reviewsOwed(SCHOOLS, [entry({ stage })], '2026-27')
    expect(owed.map(({ is }) => is)).toEqual(['owed', 'owed', 'owed'])
  })

  it('C9 is kept from the moment its answers are agreed', () => {
    const kept = REVIEW_STAGES.map(([stage]) => stage).filter(
      (stage) => reviewsOwed(SCHOOLS, [entry({ stage })], '2026-27')[1]?.is === 'kept',
    )
    expect(kept[0]).toBe('synthesised')
    expect(kept).toHaveLength(REVIEW_STAGES.length - 7)
  })

  it('C9 says the same whatever order the calendar comes in, and never leaves a school out', () => {
    const one = fc.record({
      id: fc.string(),
      urn: fc.constantFrom(HERE, THERE, '900003', '900009'),
      date: fc.constantFrom('2026-08-31', '2026-09-01', '2027-01-12', '2027-09-01'),
      lead: fc.constant('p07'),
      stage: fc.constantFrom('planned', 'on_the_day', 'synthesised', 'closed', 'moved', 'newer'),
    })
    fc.assert(
      fc.property(fc.array(one), (calendar) => {
        const said = reviewsOwed(SCHOOLS, calendar, '2026-27')
        expect(said).toEqual(reviewsOwed(SCHOOLS.toReversed(), calendar.toReversed(), '2026-27'))
        expect(said.map(({ name }) => name)).toEqual(['Alder', 'Nettle Copse', 'Rookery'])
        for (const { is, date } of said) expect(is === 'owed').toBe(date === null)
      }),
    )
  })
})
