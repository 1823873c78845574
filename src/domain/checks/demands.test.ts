import { describe, expect, it } from 'vitest'
import { type Beside, demandsOf, demandWords, unmet } from './demands.ts'
import { check, text } from './ready-made/writing.ts'
import { DEMANDS } from './template.ts'

const bare: Beside = {
  note: '',
  reason: '',
  followUp: '',
  madeSafe: '',
  photos: 0,
  action: false,
}
const plain = check('a', 'Shed is locked', { demands: [] })
const asks = check('b', 'Ladder is chained', {
  demands: [
    { answer: 'fail', needs: ['photo', 'note'] },
    { answer: 'fail:amber', needs: ['action'] },
  ],
})

describe('what an answer asks for', () => {
  it('C41: a red fail always asks for what was made safe', () => {
    expect(demandsOf(plain, 'fail', 'red')).toEqual(['make_safe'])
    expect(demandsOf(plain, 'fail', 'amber')).toEqual([])
    expect(unmet(plain, 'fail', 'red', { ...bare, madeSafe: ' ' })).toEqual(['make_safe'])
    expect(unmet(plain, 'fail', 'red', { ...bare, madeSafe: 'Locked it' })).toEqual([])
  })

  it('C41: not checked always asks for the reason and a day to look again', () => {
    expect(unmet(plain, 'not_checked', null, bare)).toEqual(['note', 'follow_up_date'])
    expect(unmet(plain, 'not_checked', null, { ...bare, reason: 'No key' })).toEqual([
      'follow_up_date',
    ])
    const whole = { ...bare, reason: 'No key', followUp: '2026-11-27' }
    expect(unmet(plain, 'not_checked', null, whole)).toEqual([])
  })

  it('is what the checklist says, by answer and by colour', () => {
    expect(demandsOf(asks, 'fail', null)).toEqual(['note', 'photo'])
    expect(demandsOf(asks, 'fail', 'amber')).toEqual(['note', 'photo', 'action'])
    expect(demandsOf(asks, 'pass', null)).toEqual([])
    const done = { ...bare, note: 'Chain gone', photos: 1 }
    expect(unmet(asks, 'fail', 'amber', done)).toEqual(['action'])
    expect(unmet(asks, 'fail', 'amber', { ...done, action: true })).toEqual([])
  })

  it('asks nothing of words', () => {
    expect(demandsOf(text('c', 'Anything else'), 'not_checked', null)).toEqual([])
    expect(new Set(DEMANDS.map(demandWords)).size).toBe(DEMANDS.length)
  })
})
