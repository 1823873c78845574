import { describe, expect, it } from 'vitest'
import { REFUSALS } from '../domain/refusals.ts'
import type { StuckWhy, Where } from '../domain/where.ts'
import { refusalWords, sayStuck } from './say-refusal.ts'
import { explainWhere, sayWhereIs } from './say-where.ts'

const troubles: StuckWhy[] = [
  { why: 'disk-full' },
  { why: 'storage-closed' },
  { why: 'refused', count: 2, reason: 'sealed' },
  { why: 'differs', docs: 1 },
  { why: 'lost', count: 3 },
]
const wheres: Where[] = [
  { at: 'memory' },
  { at: 'device', unsent: 1, signedOut: false },
  { at: 'device', unsent: 4, signedOut: true },
  { at: 'trust', checkedAt: null },
  { at: 'trust', checkedAt: Date.UTC(2026, 10, 17, 10, 42) },
  ...troubles.map((trouble) => ({ at: 'stuck' as const, trouble, unsent: 1 })),
]

const isSentence = (text: string) => /^[A-Z“\d].*[.?]$/.test(text)

describe('words for trouble', () => {
  it.each(REFUSALS)('%s has a sentence and a next step', (reason) => {
    expect(refusalWords[reason].say).toSatisfy(isSentence)
    expect(refusalWords[reason].next).toSatisfy(isSentence)
  })
  it.each(troubles)('$why says what happened and what to do', (trouble) => {
    expect(sayStuck(trouble).say).toSatisfy(isSentence)
    expect(sayStuck(trouble).next).toSatisfy(isSentence)
  })
  it.each(wheres)('the header has a word for $at', (where) => {
    expect(sayWhereIs(where).label).not.toBe('')
    expect(explainWhere(where)).toSatisfy(isSentence)
  })
  it('says safe only with the time when both copies were found the same', () => {
    expect(sayWhereIs({ at: 'trust', checkedAt: null }).detail).toBeUndefined()
    expect(sayWhereIs({ at: 'trust', checkedAt: Date.UTC(2026, 10, 17, 10, 42) }).detail).toBe(
      '10:42',
    )
  })
  it('asks for a sign-in to send, and says that nothing is lost', () => {
    const where = { at: 'device', unsent: 14, signedOut: true } as const
    expect(sayWhereIs(where).detail).toBe('sign in to send 14')
    expect(explainWhere(where)).toContain('Nothing is lost')
  })
})
