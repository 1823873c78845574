import { describe, expect, it } from 'vitest'
import { aDue, aReview, aVisit } from '../../../test/helpers/rep.ts'
import { repDays } from './days.ts'

const rep = { id: 'pond-1', urn: '900001', stage: 'w1-reviewed' }
const facts = {
  visits: [
    aVisit('v1', { date: '2026-11-05', nextVisit: '2026-11-12' }),
    aVisit('v2', { date: '2026-11-12', nextVisit: '2026-11-26' }),
  ],
  reviews: [aReview('r1', { date: '2026-11-10', heldAt: 5 })],
  due: [
    aDue('w1', '2026-11-09'),
    aDue('w3', '2026-11-23'),
    { ...aDue('w6', '2026-12-21'), falls: 'holiday' as const, remindOn: '2026-12-18' },
  ],
}
const TODAY = '2026-11-24'
const said = (stage: string, more: object = {}) =>
  repDays({ ...rep, stage }, { ...facts, ...more }, TODAY).map((day) => [
    day.milestone ?? day.kind,
    day.due,
    day.doneOn,
  ])

describe('the days of a plan in the list of visits', () => {
  it('are visits made, the next one, and milestone reviews held and to come', () => {
    expect(said('w1-reviewed')).toEqual([
      ['rep_mentor', '2026-11-05', '2026-11-05'],
      ['w1', '2026-11-09', '2026-11-10'],
      ['rep_mentor', '2026-11-12', '2026-11-12'],
      ['w3', '2026-11-23', ''],
      ['rep_mentor', '2026-11-26', ''],
      ['w6', '2026-12-21', ''],
    ])
  })

  it('HC13 carry the last school day before one that has no school', () => {
    const w6 = repDays(rep, facts, TODAY).at(-1)
    expect([w6?.falls, w6?.remindOn]).toEqual(['holiday', '2026-12-18'])
  })

  it('are none of a draft, and nothing to come of a plan that is over', () => {
    expect(said('drafted')).toEqual([])
    expect(said('ended').filter(([, , doneOn]) => doneOn === '')).toEqual([])
    expect(said('extended').filter(([, , doneOn]) => doneOn === '')).toHaveLength(1)
  })

  it('know no next visit once a later one says none', () => {
    const visits = [...facts.visits, aVisit('v3', { date: '2026-11-20' })]
    expect(
      said('issued', { visits }).filter(([what, , done]) => what === 'rep_mentor' && !done),
    ).toEqual([])
  })
})
