import { describe, expect, it } from 'vitest'
import {
  aDue,
  anItem,
  anOwner,
  aReview,
  aSeen,
  aStatus,
  standingsIn,
} from '../../../test/helpers/rep.ts'
import { itemsOf, planOf } from './plan.ts'
import { aPlan } from '../../../test/helpers/rep.ts'
import { itemStatusWords } from './milestones.ts'
import {
  carriedBy,
  driftOf,
  driftWords,
  type ItemStanding,
  nextMilestone,
  standingWords,
  statusNeeds,
  stillCarried,
  tallyOf,
} from './statuses.ts'

function only(facts: Parameters<typeof standingsIn>[0]): ItemStanding {
  const [first] = standingsIn({ items: [anItem('a')], ...facts })
  if (!first) throw new Error('there is no item')
  return first
}

describe('where an item stands', () => {
  it('is not started while nobody has set it, whatever is proposed', () => {
    const one = only({ seen: [aSeen('s', { proposed: 'met' })] })
    expect(one.status).toBe('not_started')
    expect(one.waiting.map(({ by, status }) => [by, status])).toEqual([['p08', 'met']])
  })

  it('is what was set last, and a proposal made since stands beside it', () => {
    const one = only({
      statuses: [
        aStatus('1', { status: 'partly_met', madeAt: 10 }),
        aStatus('2', { status: 'not_met', madeAt: 20, replaces: ['1'] }),
      ],
      seen: [
        aSeen('s1', { proposed: 'met', madeAt: 15 }),
        aSeen('s2', { proposed: 'partly_met', madeAt: 25, by: 'p03' }),
      ],
    })
    expect(one.status).toBe('not_met')
    expect(one.waiting.map(({ by, status }) => [by, status])).toEqual([['p03', 'partly_met']])
    expect(one.seen).toHaveLength(2)
  })

  it('keeps both proposals where mentor and head differ, and the last of each', () => {
    const one = only({
      seen: [
        aSeen('s1', { proposed: 'not_met', madeAt: 1 }),
        aSeen('s2', { proposed: 'met', madeAt: 2 }),
        aSeen('s3', { proposed: 'partly_met', madeAt: 3, by: 'p03' }),
      ],
    })
    expect(one.waiting.map(({ by, status }) => [by, status])).toEqual([
      ['p08', 'met'],
      ['p03', 'partly_met'],
    ])
    expect(one.differ).toBe(true)
  })

  it('asks for one answer where CEO and EHT set it apart, and shows both', () => {
    const apart = [
      aStatus('1', { status: 'partly_met', madeAt: 10 }),
      aStatus('2', { status: 'met', madeAt: 20, by: 'p01', role: 'CEO' }),
    ]
    const one = only({ statuses: apart })
    expect(one.status).toBeNull()
    expect(standingWords(one)).toBe('Partly met or Met')
    expect(tallyOf([one]).differs).toBe(1)
    const again = only({
      statuses: [...apart, aStatus('3', { status: 'met', madeAt: 30, replaces: ['1', '2'] })],
    })
    expect(again.status).toBe('met')
    // Two who say the same agree.
    expect(only({ statuses: [aStatus('1'), aStatus('2', { by: 'p01' })] }).status).toBe('met')
  })

  it('says late, not failed, with its reason', () => {
    const one = only({
      statuses: [aStatus('1', { status: 'not_met', late: true, lateReason: 'The provider’s day' })],
    })
    expect(standingWords(one)).toBe('Not met: late, not failed')
    expect(itemStatusWords('partly_met')).toBe('Partly met')
    const draft = { status: 'not_met', on: '2026-11-06', late: true, lateReason: ' ' } as const
    expect(statusNeeds(draft, '2026-11-06')).toEqual(['Say why it is late and not failed.'])
    expect(statusNeeds({ ...draft, lateReason: 'x' }, '2026-11-06')).toEqual([])
    expect(statusNeeds({ ...draft, status: 'met', lateReason: 'x' }, '2026-11-06')).toHaveLength(1)
    expect(statusNeeds({ ...draft, lateReason: 'x' }, '2026-11-05')).toHaveLength(1)
  })

  it('keeps every owner, and the last one is asked', () => {
    const one = only({
      owners: [
        anOwner('o1', { madeAt: 1 }),
        anOwner('o2', { madeAt: 2, from: 'p23', to: 'p12', replaces: ['o1'] }),
      ],
    })
    expect(one.owner).toBe('p12')
    expect(one.owners.map(({ from, to }) => `${from} ${to}`)).toEqual(['p03 p23', 'p23 p12'])
    expect(only({}).owner).toBe('p03')
  })
})

describe('what is carried forward', () => {
  const statuses = [
    aStatus('1', { item: 'a', status: 'partly_met' }),
    aStatus('2', { item: 'b', status: 'met' }),
    aStatus('3', { item: 'c', status: 'not_met', late: true, lateReason: 'x' }),
  ]
  const items = [
    anItem('a'),
    anItem('b'),
    anItem('c'),
    anItem('d'),
    anItem('e', { milestone: 'w3' }),
  ]

  it('C16: every item of the milestone that is not met, also one that was not started', () => {
    const standings = standingsIn({ items, statuses })
    expect(carriedBy(standings, 'w1').map(({ item }) => item.id)).toEqual(['a', 'c', 'd'])
    expect(standings).toHaveLength(items.length)
  })

  it('C16: stays carried until it is met, from every review that carried it', () => {
    const reviews = [
      aReview('r1', { carried: ['a', 'c'], heldAt: 5 }),
      aReview('r3', { milestone: 'w3', date: '2026-11-23', carried: ['a'], heldAt: 9 }),
      aReview('r6', { milestone: 'w6', carried: ['b'] }),
    ]
    const standings = standingsIn({ items, statuses, reviews })
    expect(stillCarried(standings).map(({ item, carriedFrom }) => [item.id, carriedFrom])).toEqual([
      ['a', ['w1', 'w3']],
      ['c', ['w1']],
    ])
    const met = [...statuses, aStatus('4', { item: 'a', madeAt: 9, replaces: ['1'] })]
    expect(stillCarried(standingsIn({ items, statuses: met, reviews }))).toHaveLength(1)
    expect(nextMilestone(reviews)).toBe('w6')
    expect(nextMilestone([])).toBe('w1')
  })

  it('C16: an item taken out of an issued plan is not hidden', () => {
    const out = anItem('a', { removedAt: 5 })
    expect(itemsOf([out, anItem('b')], true).map(({ id }) => id)).toEqual(['b'])
    expect(itemsOf([out, anItem('b')], false).map(({ id }) => id)).toEqual(['a', 'b'])
  })

  it('lists items milestone by milestone in their places', () => {
    const mixed = [
      anItem('1', { milestone: 'w6' }),
      anItem('2', { milestone: 'w1', order: 'b' }),
      anItem('3', { milestone: 'w1', order: 'a' }),
    ]
    expect(itemsOf(mixed, true).map(({ id }) => id)).toEqual(['3', '2', '1'])
  })
})

describe('drift', () => {
  const due = [aDue('w1', '2026-11-09')]
  const drift = (statuses: ReturnType<typeof aStatus>[], today: string) => {
    const one = only({ statuses, due })
    return [driftOf(one, today), driftWords(one, today)]
  }

  it('is the days between due and met, or behind so far', () => {
    expect(drift([], '2026-11-09')).toEqual([null, ''])
    expect(drift([], '2026-11-13')).toEqual([4, '4 days behind'])
    expect(drift([aStatus('1', { on: '2026-11-06' })], '2026-12-01')).toEqual([
      -3,
      'Met 3 days before its day',
    ])
    expect(drift([aStatus('1', { on: '2026-11-09' })], '2026-12-01')).toEqual([0, 'Met on its day'])
    expect(drift([aStatus('1', { on: '2026-11-10' })], '2026-12-01')).toEqual([
      1,
      'Met 1 day after its day',
    ])
    expect(driftWords(only({}), '2026-12-01')).toBe('')
  })
})

describe('the head of a plan', () => {
  it('is one, where two devices each began it: nothing written is lost', () => {
    const joined = planOf([
      aPlan({ id: '2', why: 'Second' }),
      aPlan({ id: '1', why: '', code: '' }),
    ])
    expect(joined).toMatchObject({ id: '1', why: 'Second', code: 'REP-1' })
    expect(planOf([])).toBeNull()
  })
})
