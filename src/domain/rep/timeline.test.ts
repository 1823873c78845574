import { describe, expect, it } from 'vitest'
import {
  aDue,
  anOwner,
  aReview,
  aSeen,
  aSpend,
  aStatus,
  aVisit,
  aWord,
} from '../../../test/helpers/rep.ts'
import type { Decision } from '../decisions.ts'
import { linesOfItem, movementsSince, type TimelineFacts, timelineOf } from './timeline.ts'

const at = (day: string, hour = 12) => Date.parse(`${day}T${String(hour).padStart(2, '0')}:00:00Z`)

const issued: Decision = {
  id: 'd1',
  machine: 'rep',
  subject: 'rep/r1',
  from: 'drafted',
  to: 'issued',
  reason: null,
  madeAt: at('2026-11-02', 15),
  seq: 1,
  by: 'p01',
  role: 'CEO',
  device: 'x',
  receivedAt: at('2026-11-02', 15),
  previous: '',
  hash: 'h',
}

const facts: TimelineFacts = {
  due: [aDue('w1', '2026-11-09'), aDue('w3', '2026-11-23')],
  statuses: [
    aStatus('t1', { status: 'partly_met', madeAt: at('2026-11-09', 16) }),
    aStatus('t2', {
      status: 'met',
      madeAt: at('2026-11-16'),
      replaces: ['t1'],
      by: 'p01',
      role: 'CEO',
    }),
  ],
  owners: [anOwner('o1', { madeAt: at('2026-11-09', 17), why: 'Sees them weekly' })],
  reviews: [
    aReview('r1', { heldAt: at('2026-11-09', 17), madeAt: at('2026-11-09', 16) }),
    aReview('r3', { milestone: 'w3', date: '2026-11-23' }),
  ],
  visits: [aVisit('v1', { madeAt: at('2026-11-05') }), aVisit('v2', { removedAt: 5 })],
  seen: [
    aSeen('s1', { visit: 'v1', proposed: 'partly_met', madeAt: at('2026-11-05', 11) }),
    aSeen('s2', { item: 'b', on: '2026-11-12', madeAt: at('2026-11-12') }),
    aSeen('s3', {
      item: 'b',
      on: '2026-11-13',
      text: '',
      proposed: 'met',
      madeAt: at('2026-11-13'),
    }),
  ],
  words: [aWord('w1', { of: { kind: 'seen', id: 's1' }, madeAt: at('2026-11-06') })],
  spends: [aSpend('e1', { on: '2026-11-10', madeAt: at('2026-11-11') })],
  decisions: [issued],
  dayOf: (moment) => new Date(moment).toISOString().slice(0, 10),
}

describe('the timeline of a plan', () => {
  const timeline = timelineOf(facts)

  it('is one list by day: due days, visits, evidence, statuses, owners, reviews, money and decisions', () => {
    expect(timeline.map(({ on, told }) => [on, told.kind])).toEqual([
      ['2026-11-02', 'decision'],
      ['2026-11-05', 'visit'],
      ['2026-11-05', 'seen'],
      ['2026-11-05', 'proposed'],
      ['2026-11-06', 'word'],
      ['2026-11-09', 'due'],
      ['2026-11-09', 'owner'],
      ['2026-11-09', 'set'],
      ['2026-11-09', 'review'],
      ['2026-11-10', 'spend'],
      ['2026-11-12', 'seen'],
      ['2026-11-13', 'proposed'],
      ['2026-11-16', 'set'],
      ['2026-11-23', 'due'],
    ])
    expect(new Set(timeline.map(({ id }) => id)).size).toBe(timeline.length)
  })

  it('says what moved, from what to what, who moved it and in which role', () => {
    const moved = movementsSince(timeline, at('2026-11-09', 0))
    expect(moved.map(({ by, role, told }) => [told.kind, by, role])).toEqual([
      ['set', 'p01', 'CEO'],
      ['proposed', 'p08', 'Mentor'],
      ['owner', 'p02', 'EHT'],
      ['review', 'p02', 'EHT'],
      ['set', 'p02', 'EHT'],
    ])
    expect(moved[0]?.told).toMatchObject({ from: 'partly_met', status: 'met' })
    expect(moved[2]?.told).toMatchObject({ from: 'p03', to: 'p23', reason: 'Sees them weekly' })
    expect(moved.at(-1)?.told).toMatchObject({ from: 'not_started', status: 'partly_met' })
  })

  it('follows one item', () => {
    expect(linesOfItem(timeline, 'a').map(({ told }) => told.kind)).toEqual([
      'seen',
      'proposed',
      'owner',
      'set',
      'set',
    ])
  })

  it('is the same whatever order the records come in', () => {
    const turned = timelineOf({
      ...facts,
      statuses: facts.statuses.toReversed(),
      seen: facts.seen.toReversed(),
      due: facts.due.toReversed(),
    })
    expect(turned).toEqual(timeline)
  })
})
