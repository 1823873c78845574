import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AccessFacts } from '../access/facts.ts'
import { isoDate, personId } from '../ids.ts'
import type { Role } from '../roles.ts'
import { assemblePack, keyQuestionRecord, type Pack, reviewRecord } from './pack.ts'
import {
  focusIsLate,
  lastDayForFocus,
  opensAt,
  preparationFaults,
  preparerOf,
} from './preparation.ts'
import { REVIEW_STAGES } from './stage-order.ts'

function packOf(
  head: Readonly<Record<string, unknown>> = {},
  questions: readonly Readonly<Record<string, unknown>>[] = [{}, {}],
): Pack {
  const review = reviewRecord.read({
    type: 'review',
    id: 'r',
    urn: '900001',
    schoolName: 'S',
    date: '2026-11-17',
    focus: 'Reading in Years 3 to 5',
    dslName: 'Named',
    ...head,
  })
  const read = questions.map((more, i) =>
    keyQuestionRecord.read({
      type: 'key-question',
      id: `q${i + 1}`,
      n: i + 1,
      text: 'How do pupils choose?',
      proposedBy: 'p03',
      ...more,
    }),
  )
  if (!review.ok) throw new Error('The head of the pack was not read')
  return assemblePack({
    review: review.value,
    questions: read.flatMap((r) => (r.ok ? [r.value] : [])),
    slots: [],
    groups: [],
  })
}
const intime = { today: '2026-11-13', sent: false }
const found = (pack: Pack, facts = intime) =>
  preparationFaults(pack, facts).map(({ kind, about }) => `${kind} ${about}`)

describe('C6 the focus is due the week before the review', () => {
  it.each([
    ['a Tuesday', '2026-11-17', '2026-11-15'],
    ['a Monday: the day before is the last', '2026-11-16', '2026-11-15'],
    ['a Sunday belongs to the week that ends with it', '2026-11-22', '2026-11-15'],
    ['over the end of a month', '2026-12-02', '2026-11-29'],
    ['over the end of a year', '2027-01-01', '2026-12-27'],
    ['the week after the clocks go back', '2026-10-26', '2026-10-25'],
    ['the week after the clocks go forward', '2026-03-30', '2026-03-29'],
    ['after a leap day', '2028-03-01', '2028-02-27'],
  ])('C6 for a review on %s', (_, review, last) => {
    expect(lastDayForFocus(review)).toBe(last)
  })

  it('C6 the Sunday is in time, the Monday is late', () => {
    expect(focusIsLate('2026-11-17', '2026-11-15')).toBe(false)
    expect(focusIsLate('2026-11-17', '2026-11-16')).toBe(true)
    expect(focusIsLate('2026-11-17', '2026-10-01')).toBe(false)
  })

  it('C6 it is always a Sunday, one to seven days before', () => {
    const days = fc.date({
      min: new Date('2020-01-01'),
      max: new Date('2060-01-01'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(days, (date) => {
        const review = date.toISOString().slice(0, 10)
        const last = new Date(lastDayForFocus(review))
        const apart = (Date.parse(review) - last.getTime()) / 86_400_000
        expect(last.getUTCDay()).toBe(0)
        expect(apart).toBeGreaterThanOrEqual(1)
        expect(apart).toBeLessThanOrEqual(7)
      }),
    )
  })

  it('C6 late, it asks for a reason; with a reason, or once sent, it does not', () => {
    const late = { today: '2026-11-16', sent: false }
    expect(found(packOf(), late)).toEqual(['ask lateReason'])
    expect(preparationFaults(packOf(), late)[0]?.words).toContain('15/11/2026')
    expect(found(packOf({ lateReason: '  ' }), late)).toEqual(['ask lateReason'])
    expect(found(packOf({ lateReason: 'Half term fell between' }), late)).toEqual([])
    expect(found(packOf(), { ...late, sent: true })).toEqual([])
    expect(found(packOf(), { today: '2026-11-15', sent: false })).toEqual([])
  })
})

describe('what is missing before the focus goes', () => {
  it('nothing, when all is there', () => {
    expect(found(packOf())).toEqual([])
  })
  it('a focus of spaces is none', () => {
    expect(found(packOf({ focus: ' \n' }))).toEqual(['stop focus'])
  })
  it('a DSL who is not named is shown', () => {
    expect(found(packOf({ dslName: '' }))).toEqual(['show dslName'])
  })
  it.each([
    [0, ['stop questions']],
    [1, ['show questions']],
    [2, []],
    [4, []],
    [5, ['show questions']],
    [6, ['stop questions']],
  ])('%i key questions', (count, faults) => {
    expect(
      found(
        packOf(
          {},
          Array.from({ length: count }, () => ({})),
        ),
      ),
    ).toEqual(faults)
  })
  it('HC10 a withdrawn question does not count and need not have words', () => {
    const out = { withdrawnAt: 1, withdrawnBy: 'p03', text: '' }
    expect(found(packOf({}, [{}, {}, out, out, out, out]))).toEqual([])
    expect(found(packOf({}, [out]))).toEqual(['stop questions'])
  })
  it('a question without words is not counted and leads to itself', () => {
    expect(found(packOf({}, [{}, {}, { text: ' ' }]))).toEqual(['stop q3'])
  })
  it('two questions of one number lead to the list', () => {
    expect(found(packOf({}, [{}, { n: 1 }]))).toEqual(['stop questions'])
  })
})

describe('who prepares', () => {
  const review = {
    id: 'r',
    urn: '900001',
    date: '2026-11-17',
    lead: 'p07',
    reviewers: ['p01', 'p02', 'p04'],
    blindFirst: false,
    revealed: false,
  }
  const facts = (person: string, ...held: [Role, string | null][]): AccessFacts => ({
    person: personId(person),
    name: person,
    today: isoDate('2026-11-10'),
    roles: held.map(([role, urn]) => ({ role, urn, from: '2024-09-01', to: null })),
    reviews: [review],
    calendar: [],
    heads: [],
  })
  it.each([
    ['Head of the school', facts('p03', ['Head', '900001']), 'school'],
    ['HoS of the school', facts('p33', ['HoS', '900001']), 'school'],
    ['CEO on the team', facts('p01', ['CEO', null]), 'ceo'],
    ['EHT on the team', facts('p02', ['EHT', null]), 'ceo'],
    [
      'C7 a CEO who leads the school writes as the school',
      facts('p01', ['CEO', null], ['Head', '900001']),
      'school',
    ],
    ['CEO who is not on the team', facts('p99', ['CEO', null]), null],
    ['reviewer who heads another school', facts('p04', ['Head', '900002']), null],
    ['review lead', facts('p07', ['Central AHT', null]), null],
  ] as const)('%s', (_, who, is) => {
    expect(preparerOf(who, review)).toBe(is)
  })
  it('a role counts on its days only', () => {
    const ended = facts('p03', ['Head', '900001'])
    const roles = ended.roles.map((role) => ({ ...role, to: '2026-08-31' }))
    expect(preparerOf({ ...ended, roles }, review)).toBeNull()
  })
})

it('HC10 on the day a question may be withdrawn and the rest is settled; after it all is', () => {
  expect(opensAt('planned')).toEqual({ words: true, order: true, onTheDay: true, bringBack: true })
  expect(opensAt('on_the_day')).toEqual({
    words: false,
    order: false,
    onTheDay: true,
    bringBack: false,
  })
  const later = REVIEW_STAGES.map(([stage]) => stage).slice(7)
  for (const stage of [...later, 'withdrawn', 'moved'])
    expect(Object.values(opensAt(stage)).some(Boolean)).toBe(false)
})
