import { describe, expect, it } from 'vitest'
import { aSeen, aWord } from '../../../test/helpers/rep.ts'
import { headAnswered, waitingForHead, wordKind } from './heads-word.ts'

describe('the head’s word', () => {
  it('is agreement from the head’s own sign-in', () => {
    const unsigned = { signedBy: '', mark: '' }
    expect(wordKind({ role: 'Head', agrees: true, ...unsigned })).toBe('agrees')
    expect(wordKind({ role: 'HoS', agrees: false, ...unsigned })).toBe('says')
    expect(wordKind({ role: 'Mentor', agrees: true, ...unsigned })).toBe('written-for')
    expect(wordKind({ role: '', agrees: true, ...unsigned })).toBe('written-for')
  })

  it('is agreement on the mentor’s device only with the head’s signature', () => {
    const signed = { role: 'Mentor', agrees: true, signedBy: 'p03', mark: 'M0 0L600 200' }
    expect(wordKind(signed)).toBe('signed-here')
    expect(wordKind({ ...signed, mark: '' })).toBe('written-for')
    expect(wordKind({ ...signed, mark: 'no mark' })).toBe('written-for')
    expect(wordKind({ ...signed, signedBy: '' })).toBe('written-for')
    expect(wordKind({ ...signed, agrees: false })).toBe('written-for')
    const word = aWord('w', { ...signed, of: { kind: 'seen', id: 's' } })
    expect(headAnswered([word], 's')).toBe(true)
  })

  it('is still waited for when the mentor wrote it down', () => {
    const mentors = aWord('w1', { by: 'p08', role: 'Mentor', of: { kind: 'seen', id: 's' } })
    const heads = aWord('w2', { role: 'Head', agrees: false, of: { kind: 'seen', id: 's' } })
    expect(headAnswered([mentors], 's')).toBe(false)
    expect(headAnswered([mentors, heads], 's')).toBe(true)
    expect(headAnswered([heads], 'other')).toBe(false)
  })

  it('is waited for on evidence of others that stands', () => {
    const seen = [
      aSeen('late', { madeAt: 2 }),
      aSeen('first', { madeAt: 1 }),
      aSeen('own', { role: 'Head' }),
      aSeen('gone', { removedAt: 5 }),
      aSeen('answered'),
      aSeen('only opened', { text: ' ' }),
      aSeen('proposed', { text: '', proposed: 'met', madeAt: 3 }),
    ]
    const words = [aWord('w', { role: 'Head', of: { kind: 'seen', id: 'answered' } })]
    expect(waitingForHead(seen, words).map(({ id }) => id)).toEqual(['first', 'late', 'proposed'])
  })
})
