import { describe, expect, it } from 'vitest'
import type { AccessFacts, RepAccess } from '../access/facts.ts'
import { isoDate, personId } from '../ids.ts'
import type { Role } from '../roles.ts'
import { extensionNoOf, judgeBegin, judgeMentors, repBeginSchema } from './begin.ts'

const HERE = '900001'
const first: RepAccess = {
  id: 'first-plan',
  urn: HERE,
  kind: 'education',
  mentors: [],
  writtenBy: 'p02',
  extensionOf: null,
  extensionNo: 0,
  stage: 'extended',
}
const facts = (role: Role, urn: string | null, reps: readonly RepAccess[]): AccessFacts => ({
  person: personId('p02'),
  name: 'P',
  today: isoDate('2026-11-24'),
  roles: [{ role, urn, from: '2024-09-01', to: null }],
  reviews: [],
  calendar: [],
  heads: [],
  reps: [...reps],
})
const plan = (change: object = {}) =>
  repBeginSchema.parse({ id: 'a-new-plan', urn: HERE, kind: 'education', mentors: [], ...change })
const extension = (reps: readonly RepAccess[], change: object = {}) =>
  judgeBegin(facts('EHT', null, reps), plan({ extensionOf: first.id, ...change }))

describe('beginning a plan', () => {
  it.each([
    ['CEO', null, null, null],
    ['EHT', null, null, null],
    ['EHT', HERE, null, null],
    ['EHT', '900002', 'not-allowed', 'not-allowed'],
    ['CFO', null, 'not-allowed', null],
    ['Central AHT', null, 'not-allowed', 'not-allowed'],
    ['Head', HERE, 'not-allowed', 'not-allowed'],
    ['Mentor', null, 'not-allowed', 'not-allowed'],
  ] as const)('B10 %s at %s', (role, urn, education, finance) => {
    expect(judgeBegin(facts(role, urn, []), plan())).toBe(education)
    expect(judgeBegin(facts(role, urn, []), plan({ kind: 'finance' }))).toBe(finance)
    expect(judgeMentors(facts(role, urn, []), first)).toBe(education)
    expect(judgeMentors(facts(role, urn, []), { ...first, kind: 'finance' })).toBe(finance)
  })

  it('C17 goes on only from a plan that was extended, of the same school and kind, and once', () => {
    expect(extension([first])).toBeNull()
    for (const stage of ['drafted', 'issued', 'w6-reviewed', 'ended'])
      expect(extension([{ ...first, stage }])).toBe('not-extended')
    expect(extension([])).toBe('not-its-plan')
    expect(extension([{ ...first, urn: '900002' }])).toBe('not-its-plan')
    expect(extension([first], { kind: 'finance' })).toBe('not-its-plan')
    const second = { ...first, id: 'second-plan', extensionOf: first.id, extensionNo: 1 }
    expect(extension([first, second])).toBe('already-extended')
    expect(extension([first, second], { extensionOf: second.id })).toBeNull()
  })

  it('C17 counts extensions along the chain', () => {
    expect([null, { extensionNo: 0 }, { extensionNo: 1 }].map(extensionNoOf)).toEqual([0, 1, 2])
  })

  it('names nobody to a plan that is over', () => {
    const over = { ...first, stage: 'ended' }
    expect(judgeMentors(facts('CEO', null, [over]), over)).toBe('ended')
  })
})
