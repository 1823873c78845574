import { expect, it } from 'vitest'
import { sourceWords } from '../actions/source.ts'
import { seenNeeds, type SeenDraft } from './evidence.ts'
import { REVIEW_DECISIONS, reviewDecisionWords } from './progress.ts'
import { REP_SOURCE } from './work.ts'

const today = '2026-11-19'
const draft = (fields: Partial<SeenDraft> = {}): SeenDraft => ({
  item: 'a',
  on: today,
  text: '',
  count: null,
  link: '',
  late: false,
  lateReason: '',
  proposed: 'met',
  photos: 0,
  ...fields,
})

it('asks of a proposal that something shows it: words, a count, a photo or a link', () => {
  expect(seenNeeds(draft(), today)).toHaveLength(1)
  for (const shown of [
    { text: 'In four rooms' },
    { count: { n: 20, of: 27 } },
    { photos: 1 },
    { link: 'https://trust.example/draft' },
    { proposed: 'not_started' as const },
  ])
    expect(seenNeeds(draft(shown), today)).toEqual([])
})

it('asks for the item, a day that has come, a count that can be and a real address', () => {
  expect(
    seenNeeds(
      draft({ item: '', on: '2026-11-20', count: { n: 3, of: 2 }, link: 'shelf 4' }),
      today,
    ),
  ).toHaveLength(4)
  expect(seenNeeds(draft({ text: 'x'.repeat(401) }), today)).toHaveLength(1)
})

it('asks why it is late and not failed, and lets nothing that is met be late', () => {
  const late = draft({ text: 'x', late: true, proposed: 'not_met' })
  expect(seenNeeds(late, today)).toEqual(['Say why it is late and not failed.'])
  expect(seenNeeds({ ...late, lateReason: 'The provider’s day' }, today)).toEqual([])
  expect(seenNeeds({ ...late, lateReason: 'x', proposed: 'met' }, today)).toHaveLength(1)
})

it('says decisions and where an action comes from in words', () => {
  expect(REVIEW_DECISIONS.map(([decision]) => reviewDecisionWords(decision))).toEqual([
    'Continue',
    'Extend',
    'Recommend that it ends',
  ])
  expect(sourceWords(REP_SOURCE)).toBe('REP')
})
