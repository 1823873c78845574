import { describe, expect, it } from 'vitest'
import { standingOf } from './standing.ts'

const spoke = (device: string, unsent: number, notes: number, at = 10) => ({
  person: 'p05',
  device,
  held: { unsent, notes: { 'r-1': notes } },
  at,
})
const facts = { person: 'p05', review: 'r-1', here: 3, states: [], thisDevice: null }

describe('who is in', () => {
  it('is silent until a device of theirs has spoken, whatever lies here', () => {
    expect(standingOf(facts)).toMatchObject({ is: 'silent', said: null, heardAt: null })
  })
  it('is in when all that was spoken of is here', () => {
    expect(standingOf({ ...facts, states: [spoke('a', 0, 3)] })).toMatchObject({
      is: 'in',
      heardAt: 10,
    })
  })
  it('has more to come when notes are missing or changes were unsent', () => {
    expect(standingOf({ ...facts, states: [spoke('a', 0, 5)] }).is).toBe('more')
    expect(standingOf({ ...facts, states: [spoke('a', 2, 3)] })).toMatchObject({
      is: 'more',
      unsent: 2,
    })
  })
  it('takes two devices of one person together', () => {
    const states = [spoke('a', 0, 3, 10), spoke('b', 1, 2, 20)]
    expect(standingOf({ ...facts, states })).toMatchObject({ is: 'more', heardAt: 20, said: 3 })
  })
  it('does not need this device to speak of itself', () => {
    const states = [spoke('mine', 4, 3)]
    expect(standingOf({ ...facts, states, thisDevice: 'mine' }).is).toBe('in')
  })
  it('says nothing of missing notes where they are private', () => {
    expect(standingOf({ ...facts, here: null, states: [spoke('a', 0, 5)] }).is).toBe('in')
  })
})
