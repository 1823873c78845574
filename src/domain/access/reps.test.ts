import { describe, expect, it } from 'vitest'
import { isoDate, personId, repId } from '../ids.ts'
import { schoolOfDocument } from '../actions/place.ts'
import type { Role } from '../roles.ts'
import { documentsOf } from './documents-of.ts'
import type { AccessFacts, RepAccess } from './facts.ts'
import { may } from './table.ts'

const HERE = '900001'
const THERE = '900002'
const STAGES = [
  'drafted',
  'issued',
  'w1-reviewed',
  'w3-reviewed',
  'w6-reviewed',
  'extended',
  'ended',
]
const SINCE_ISSUED = STAGES.slice(1)

const rep = (change: Partial<RepAccess> = {}): RepAccess => ({
  id: 'pond-1',
  urn: HERE,
  kind: 'education',
  mentors: ['p08'],
  writtenBy: 'p02',
  extensionOf: null,
  extensionNo: 0,
  ...change,
})
const facts = (
  role: Role | null,
  urn: string | null,
  one: RepAccess,
  person = 'p08',
  to: string | null = null,
): AccessFacts => ({
  person: personId(person),
  name: person,
  today: isoDate('2026-11-24'),
  roles: role ? [{ role, urn, from: '2024-09-01', to }] : [],
  reviews: [],
  calendar: [],
  heads: [],
  schools: [],
  reps: [one],
})

/** Stages in which somebody may. */
const when = (
  role: Role,
  urn: string | null,
  action: 'read' | 'write',
  kind: 'rep' | 'rep-work',
  change: Partial<RepAccess> = {},
) =>
  STAGES.filter((stage) =>
    may(facts(role, urn, rep({ stage, ...change })), action, { kind, rep: repId('pond-1') }),
  )

type Row = readonly [
  role: Role,
  urn: string | null,
  reads: readonly string[],
  writesPlan: readonly string[],
  writesWork: readonly string[],
]
const EDUCATION: readonly Row[] = [
  ['CEO', null, STAGES, STAGES, STAGES],
  ['EHT', null, STAGES, STAGES, STAGES],
  ['EHT', HERE, STAGES, STAGES, STAGES],
  ['EHT', THERE, [], [], []],
  ['CFO', null, [], [], []],
  ['COO', null, STAGES, [], []],
  ['Central AHT', null, STAGES, [], []],
  ['SIP', null, STAGES, [], []],
  ['SIP', HERE, STAGES, [], []],
  ['TIL', null, STAGES, [], []],
  ['TIL', THERE, [], [], []],
  ['Head', HERE, STAGES, [], STAGES],
  ['HoS', HERE, STAGES, [], STAGES],
  ['Head', THERE, [], [], []],
  ['Mentor', null, SINCE_ISSUED, [], SINCE_ISSUED],
  ['Mentor', HERE, SINCE_ISSUED, [], SINCE_ISSUED],
  ['Mentor', THERE, [], [], []],
  ['LSB Chair', HERE, SINCE_ISSUED, [], []],
  ['LSB Chair', THERE, [], [], []],
  ['F&R Rep', null, [], [], []],
  ['Compliance Manager', null, [], [], []],
  ['Trustee', null, [], [], []],
  ['Teacher', HERE, [], [], []],
  ['DSL', HERE, [], [], []],
]
const FINANCE: readonly Row[] = [
  ['CFO', null, STAGES, STAGES, STAGES],
  ['EHT', HERE, STAGES, STAGES, STAGES],
  ['F&R Rep', null, SINCE_ISSUED, [], []],
  ['LSB Chair', HERE, SINCE_ISSUED, [], []],
  ['COO', null, STAGES, [], []],
  ['Trustee', null, [], [], []],
]

describe('B10 who may open a rapid enhancement plan', () => {
  it.each([
    ...EDUCATION.map((row) => ['education', ...row] as const),
    ...FINANCE.map((row) => ['finance', ...row] as const),
  ])('B10 %s: %s at %s', (kind, role, urn, reads, writesPlan, writesWork) => {
    expect(when(role, urn, 'read', 'rep', { kind })).toEqual(reads)
    expect(when(role, urn, 'read', 'rep-work', { kind })).toEqual(reads)
    expect(when(role, urn, 'write', 'rep', { kind })).toEqual(writesPlan)
    expect(when(role, urn, 'write', 'rep-work', { kind })).toEqual(writesWork)
  })

  it('B10 a mentor who is not named, or is named and holds the role no more, opens nothing', () => {
    expect(when('Mentor', null, 'read', 'rep', { mentors: [] })).toEqual([])
    expect(when('Teacher', THERE, 'read', 'rep')).toEqual([])
    const former = facts('Mentor', null, rep({ stage: 'issued' }), 'p08', '2026-11-23')
    expect(may(former, 'read', { kind: 'rep', rep: repId('pond-1') })).toBe(false)
  })

  it('B10 a plan that the relay told nothing of is nobody’s', () => {
    const { reps: _, ...before } = facts('CEO', null, rep())
    expect(may(before, 'read', { kind: 'rep', rep: repId('pond-1') })).toBe(false)
    expect(may(facts('CEO', null, rep()), 'read', { kind: 'rep', rep: repId('x') })).toBe(false)
  })
})

describe('what a device keeps', () => {
  it('a mentor has the plan and the work on it along, once it is issued', () => {
    const held = (stage: string) =>
      documentsOf(facts('Mentor', null, rep({ stage }))).filter((name) => name.startsWith('rep'))
    expect(held('drafted')).toEqual([])
    expect(held('issued')).toEqual(['rep/pond-1', 'rep-work/pond-1'])
    expect(held('ended')).toEqual(['rep/pond-1', 'rep-work/pond-1'])
  })

  it('actions of a visit are the plan’s school’s', () => {
    const mentor = facts('Mentor', null, rep({ stage: 'issued' }))
    expect(schoolOfDocument(mentor, 'rep-work/pond-1')).toBe(HERE)
    expect(schoolOfDocument(mentor, 'rep-work/other')).toBe('')
  })
})
