import { describe, expect, it } from 'vitest'
import { anItem, aPlan, aReview, aStatus, standingsIn } from '../../../test/helpers/rep.ts'
import {
  countReps,
  countWords,
  endingGuards,
  endingReason,
  extensionGuards,
  extensionReason,
  letterIn,
  saysCount,
} from './extending.ts'
import { issueGuards } from './needs.ts'
import { isMilestone } from './milestones.ts'
import {
  carriedIds,
  carriedWords,
  itemsToReview,
  presenceGuards,
  type RepGuard,
  reviewAt,
  reviewedStage,
  reviewGuards,
  reviewsBegunApart,
  stageBefore,
} from './review.ts'

const people = {
  ceo: ['p01'],
  eht: ['p02'],
  cfo: ['p10'],
  heads: ['p03'],
  headsOfSchool: ['p05'],
  mentors: ['p08'],
}
const words = (guards: readonly RepGuard[], kind: RepGuard['kind']) =>
  guards.filter((guard) => guard.kind === kind).map((guard) => guard.words)

const standings = standingsIn({
  statuses: [aStatus('1', { item: 'a' }), aStatus('2', { item: 'b', status: 'partly_met' })],
})
const facts = {
  review: aReview('r'),
  kind: 'education' as const,
  people,
  standings,
  held: [],
  today: '2026-11-09',
}

describe('who must be at a milestone review', () => {
  const stops = (present: string[], kind: 'education' | 'finance' = 'education', who = people) =>
    words(presenceGuards(present, who, kind), 'stop')

  it('C15: stops without the CEO or EHT, and without the Head', () => {
    expect(stops(['p01', 'p03', 'p08'])).toEqual([])
    expect(stops(['p02', 'p03', 'p08'])).toEqual([])
    expect(stops(['p03', 'p08'])).toEqual([
      'A milestone is reviewed with the CEO or the EHT: wait until one of them is there.',
    ])
    expect(stops(['p01', 'p02', 'p08'])).toEqual([
      'A milestone is reviewed with the Head: wait until the Head is there.',
    ])
    expect(stops([])).toHaveLength(2)
  })

  it('C15: the CFO counts for a finance plan, and for no other', () => {
    expect(stops(['p10', 'p03'], 'finance')).toEqual([])
    expect(stops(['p10', 'p03'])).toHaveLength(1)
  })

  it('C15: the Head of School stands in only where the school has no Head, and it is said', () => {
    expect(stops(['p01', 'p05'])).toHaveLength(1)
    const without = { ...people, heads: [] }
    expect(stops(['p01', 'p05'], 'education', without)).toEqual([])
    expect(stops(['p01', 'p08'], 'education', without)).toHaveLength(1)
    expect(words(presenceGuards(['p01', 'p05'], without, 'education'), 'show')).toContain(
      'The school has no Head: its Head of School stands in.',
    )
  })

  it('HC15: a mentor who is away stops nothing; it is told', () => {
    const guards = presenceGuards(['p02', 'p03'], people, 'education')
    expect(guards).toEqual([
      { kind: 'show', words: 'The mentor is not there. The review counts all the same.' },
    ])
    expect(presenceGuards(['p02', 'p03'], { ...people, mentors: [] }, 'education')).toEqual([])
  })
})

describe('a milestone review', () => {
  it('may be held when every item has a status, and tells what goes on', () => {
    const guards = reviewGuards(facts)
    expect(words(guards, 'stop')).toEqual([])
    expect(words(guards, 'show')).toContain('Carried forward: “Item b”.')
    expect(carriedWords(standings, 'w1')).toEqual(['Item b (Partly met)'])
  })

  it('C16: stops while an item has no status, or two; also one carried from before', () => {
    const none = standingsIn({ statuses: [aStatus('1', { item: 'a' })] })
    expect(words(reviewGuards({ ...facts, standings: none }), 'stop')).toEqual([
      '“Item b” has no status yet: the CEO or the EHT sets one.',
    ])
    const carried = standingsIn({
      items: [anItem('a'), anItem('b', { milestone: 'w3' })],
      statuses: [
        aStatus('1', { item: 'a', status: 'partly_met' }),
        aStatus('2', { item: 'a', status: 'not_met' }),
        aStatus('3', { item: 'b' }),
      ],
      reviews: [aReview('r1', { carried: ['a'], heldAt: 3 })],
    })
    const review = aReview('r3', { milestone: 'w3' })
    expect(
      words(reviewGuards({ ...facts, review, standings: carried, held: ['w1'] }), 'stop'),
    ).toEqual(['Two people set “Item a” differently: set it once more.'])
  })

  it('comes after those before it, once, on its day, with a decision', () => {
    const stopsOf = (more: object, review = aReview('r')) =>
      words(reviewGuards({ ...facts, review, ...more }), 'stop')
    expect(stopsOf({ held: ['w1'] })).toHaveLength(1)
    const third = aReview('r', { milestone: 'w3' })
    expect(stopsOf({}, third)).toEqual(['“Within 1 week” comes first: review it before this.'])
    expect(stopsOf({ today: '2026-11-08' })).toHaveLength(1)
    expect(stopsOf({}, aReview('r', { date: '' }))).toHaveLength(1)
    expect(stopsOf({}, aReview('r', { decision: null }))).toHaveLength(1)
    expect(stopsOf({}, aReview('r', { note: 'x'.repeat(601) }))).toHaveLength(1)
  })

  it('only recommends an end', () => {
    const review = aReview('r', { decision: 'recommend_end' })
    const guards = reviewGuards({ ...facts, review })
    expect(words(guards, 'stop')).toEqual([])
    expect(words(guards, 'show')).toContain(
      'This recommends. Only the CEO ends a plan, and a CEO letter names it.',
    )
  })
})

describe('extending and ending', () => {
  it('C17: an extension asks for a reason, which keeps how many there were', () => {
    const [ask, ...rest] = extensionGuards({ plans: 1, extensions: 0 })
    expect(ask).toMatchObject({ kind: 'ask', keep: '1 REP and no extensions so far' })
    expect(ask?.words).toMatch(/^1 REP and no extensions so far\./)
    expect(rest).toEqual([])
  })

  it('C17: counts what was issued at the school and what went on from it, and the reason says it first', () => {
    const rep = (id: string, more: object) => ({
      id,
      urn: '900001',
      kind: 'education' as const,
      mentors: [],
      writtenBy: 'p02',
      extensionOf: null,
      extensionNo: 0,
      stage: 'issued',
      ...more,
    })
    const count = countReps(
      [
        rep('a', { stage: 'extended' }),
        rep('b', { extensionOf: 'a', extensionNo: 1, stage: 'drafted' }),
        rep('c', { stage: 'drafted' }),
        rep('d', { urn: '900002' }),
      ],
      '900001',
    )
    expect(countWords(count)).toBe('1 REP and 1 extension so far')
    const reason = extensionReason(count, ' Two items wait. ')
    expect(reason).toBe('1 REP and 1 extension so far. Two items wait.')
    expect(saysCount(count, reason)).toBe(true)
    for (const bad of [extensionReason(count, ' '), 'Two items wait.', `So far: ${reason}`])
      expect(saysCount(count, bad)).toBe(false)
    expect(saysCount({ plans: 2, extensions: 1 }, reason)).toBe(false)
  })

  it('an end says which letter names it, and the letter is read back', () => {
    expect(letterIn(endingReason(' Aut 2, 2026-27 '))).toBe('Aut 2, 2026-27')
    for (const bad of [null, '', 'Aut 2', endingReason('  ')]) expect(letterIn(bad)).toBe(null)
  })

  it('HC16: the third extension points to Poor, stops nothing, and leaves it to the CEO', () => {
    expect(extensionGuards({ plans: 1, extensions: 1 })).toHaveLength(1)
    const third = extensionGuards({ plans: 1, extensions: 2 })
    expect(words(third, 'stop')).toEqual([])
    expect(words(third, 'show').join()).toMatch(/characteristic of Poor.*the CEO decides/)
  })

  it('ends only with a CEO letter, and says by name what is not met', () => {
    const none = endingGuards('  ', standings, true)
    expect(words(none, 'stop')).toHaveLength(1)
    const named = endingGuards('Aut 2, 2026-27', standings, true)
    expect(named).toEqual([{ kind: 'show', words: 'Partly met: Item b' }])
    expect(words(endingGuards('Aut 2', standings, false), 'show')).toHaveLength(2)
  })
})

describe('what a plan needs before it is issued', () => {
  const items = [anItem('a'), anItem('b', { milestone: 'w3' }), anItem('c', { milestone: 'w6' })]
  const stops = (plan: Parameters<typeof issueGuards>[0], list = items, mentors: string[] = []) =>
    words(issueGuards(plan, list, mentors), 'stop')

  it('is nothing for a whole plan, with or without a mentor', () => {
    expect(stops(aPlan())).toEqual([])
    expect(stops(aPlan({ daysPerWeek: 0.5 }), items, ['p08'])).toEqual([])
    expect(stops(aPlan(), items, ['p08'])).toEqual([
      'A mentor is named, without days in a week: say how many.',
    ])
  })

  it('is why, a priority, success, days and a code', () => {
    const bare = { code: '', why: ' ', priority1: '', success: '', startOn: '', writtenOn: '' }
    expect(stops(aPlan(bare))).toHaveLength(6)
    expect(stops(null)).toHaveLength(1)
    expect(stops(aPlan({ startOn: '2026-11-01' }))).toHaveLength(1)
    expect(stops(aPlan({ why: 'x'.repeat(601), success: 'x'.repeat(601) }))).toHaveLength(2)
  })

  it('is an item for each milestone, each with words and an owner', () => {
    expect(stops(aPlan(), items.slice(0, 2))).toEqual([
      '“By week 6” has no item: add at least one.',
    ])
    expect(stops(aPlan(), [...items, anItem('d', { text: '', owner: '' })])).toHaveLength(2)
    expect(stops(aPlan(), [...items, anItem('d', { text: 'x'.repeat(301) })])).toHaveLength(1)
  })

  it('C18: tells that money asked for is not money to spend', () => {
    expect(words(issueGuards(aPlan({ fundingGbp: 500 }), items, []), 'show').join()).toMatch(
      /until the CEO approves/,
    )
  })
})

describe('the reviews of a milestone', () => {
  it('HC15 begun apart are one that was held, else the first begun, and the others to read', () => {
    const [first, second, gone] = [
      aReview('r1', { madeAt: 1 }),
      aReview('r2', { madeAt: 2 }),
      aReview('r0', { madeAt: 0, removedAt: 5 }),
    ]
    expect(reviewAt([second, first, gone], 'w1')).toBe(first)
    const held = { ...second, heldAt: 9 }
    expect(reviewAt([held, first, gone], 'w1')).toBe(held)
    expect(reviewsBegunApart([held, first, gone], held)).toEqual([first])
    expect(reviewAt([first], 'w3')).toBe(null)
  })

  it('C16 carry on what they carried before and have not met, and keep in sight what they set', () => {
    const before = aReview('r1', { heldAt: 5, carried: ['a'] })
    const items = [anItem('a'), anItem('b', { milestone: 'w3' })]
    const open = standingsIn({ items, reviews: [before] })
    expect(carriedIds(open, 'w3')).toEqual(['a', 'b'])
    const statuses = [aStatus('t1', { item: 'a', status: 'met', review: 'r3' })]
    const met = standingsIn({ items, reviews: [before], statuses })
    const ids = (review: string) => itemsToReview(met, 'w3', review).map(({ item }) => item.id)
    expect(carriedIds(met, 'w3')).toEqual(['b'])
    expect([ids('r3'), ids('')]).toEqual([['a', 'b'], ['b']])
  })

  it('B9 follow each other in the machine', () => {
    expect(['w1', 'w3', 'w6'].filter(isMilestone).map(stageBefore)).toEqual([
      'issued',
      'w1-reviewed',
      'w3-reviewed',
    ])
    expect(isMilestone('w2')).toBe(false)
    expect(reviewedStage('w6')).toBe('w6-reviewed')
  })
})
