import { describe, expect, it } from 'vitest'
import { mayAdminister, mayGive, mayInvite } from './access/admin.ts'
import { accessFactsSchema } from './access/facts.ts'
import { isoDate } from './ids.ts'
import {
  changedRoles,
  invitationPlanSchema,
  judgeRoles,
  judgeRolesChange,
  placeFits,
  seesPerson,
  setUpSchema,
  whenHeld,
} from './people-admin.ts'
import { type Role, type RoleAssignment, ROLES, SCHOOL_ROLES, TRUST_ROLES } from './roles.ts'
import { readSessionAnswer } from './session-answer.ts'

const URN = '900001'
const held = (
  role: Role,
  urn: string | null = null,
  from = '2020-09-01',
  to: string | null = null,
) => ({ role, urn, from, to }) satisfies RoleAssignment
const someone = (...roles: RoleAssignment[]) =>
  accessFactsSchema.parse({ person: 'p', name: 'P', today: '2026-11-24', roles, reviews: [] })

describe('B1: who administers', () => {
  it('is the CEO and the COO of the trust today, and nobody else whatever they hold', () => {
    const administrators = ROLES.filter((role) => mayAdminister(someone(held(role))))
    expect(administrators).toEqual(['CEO', 'COO'])
    expect(ROLES.filter((role) => mayAdminister(someone(held(role, URN))))).toEqual([])
    expect(mayAdminister(someone(held('CEO', null, '2020-09-01', '2026-11-23')))).toBe(false)
    expect(mayAdminister(someone(held('CEO', null, '2026-11-25')))).toBe(false)
  })

  it('and a head or head of school invites at their own school, on the days they lead it', () => {
    const inviting = ROLES.filter((role) => mayInvite(someone(held(role, URN))))
    expect(inviting).toEqual(['Head', 'HoS'])
    expect(mayInvite(someone(held('Head', URN, '2026-11-25')))).toBe(false)
    const given = ROLES.filter((role) => mayGive(someone(held('Head', URN)), role, URN))
    expect(given).toEqual(['DSL', 'SENDCO', 'Teacher', 'TA', 'Site', 'Subject lead'])
    for (const role of ROLES)
      expect([
        mayGive(someone(held('Head', URN)), role, '900002'),
        mayGive(someone(held('Head', URN)), role, null),
      ]).toEqual([false, false])
  })
})

describe('roles', () => {
  it('fit their place: a school, the trust, or either', () => {
    expect(SCHOOL_ROLES.filter((role) => TRUST_ROLES.includes(role))).toEqual([])
    expect([placeFits('Head', null), placeFits('Head', URN)]).toEqual([false, true])
    expect([placeFits('CEO', null), placeFits('CEO', URN)]).toEqual([true, false])
    expect([placeFits('TIL', null), placeFits('TIL', URN)]).toEqual([true, true])
  })

  it('are refused with the reason', () => {
    const coo = someone(held('COO'))
    expect(judgeRoles(coo, [held('Head', URN)])).toBeNull()
    expect(judgeRoles(coo, [held('Head')])).toBe('wrong-place')
    expect(judgeRoles(coo, [held('Head', URN, '2026-09-01', '2026-08-31')])).toBe(
      'ends-before-it-begins',
    )
    expect(judgeRoles(someone(held('Head', URN)), [held('Head', URN)])).toBe('not-allowed')
  })

  it('that are not touched need no right to change them', () => {
    const head = someone(held('Head', URN))
    const before = [held('TIL'), held('Teacher', URN)]
    const added = [...before, held('DSL', URN)]
    expect(changedRoles(before, added)).toEqual([held('DSL', URN)])
    expect(judgeRolesChange(head, before, added, [])).toBeNull()
    expect(judgeRolesChange(head, before, [held('Teacher', URN)], [])).toBe('not-allowed')
  })

  it('leave one administrator of today, not one to come', () => {
    const coo = someone(held('COO'))
    const before = [held('COO')]
    expect(judgeRolesChange(coo, before, [], [])).toBe('last-administrator')
    expect(judgeRolesChange(coo, before, [], [[held('CEO', null, '2026-12-01')]])).toBe(
      'last-administrator',
    )
    expect(judgeRolesChange(coo, before, [], [[held('CEO')]])).toBeNull()
  })

  it('are over, held or to come, first and last day counted', () => {
    const when = (from: string, to: string | null) =>
      whenHeld(held('CEO', null, from, to), isoDate('2026-11-24'))
    expect([
      when('2026-11-24', '2026-11-24'),
      when('2026-11-25', null),
      when('2020-09-01', '2026-11-23'),
    ]).toEqual(['now', 'later', 'past'])
  })
})

it('a head sees the people of their own school, an administrator all', () => {
  const head = someone(held('Head', URN))
  const own = { urn: URN, roles: [] }
  const visiting = { urn: null, roles: [held('Mentor', URN)] }
  const other = { urn: '900002', roles: [held('Teacher', '900002')] }
  expect([own, visiting, other].map((one) => seesPerson(head, one))).toEqual([true, true, false])
  expect(seesPerson(someone(held('CEO')), other)).toBe(true)
})

it('what comes from outside is checked: URN, phase, address, dates', () => {
  const school = { urn: '990001', name: 'Pebble', phase: 'Primary' }
  const person = { name: 'S', job: 'COO', role: 'COO' }
  const set = (change: object) =>
    setUpSchema.safeParse({ trust: 'T', schools: [school], person, ...change }).success
  expect(set({})).toBe(true)
  for (const change of [
    { schools: [] },
    { schools: [{ ...school, urn: '99000' }] },
    { schools: [{ ...school, phase: 'Space' }] },
    { person: { ...person, role: 'Trustee' } },
    { trust: ' ' },
  ])
    expect(set(change)).toBe(false)
  const plan = { name: 'R', job: 'Head', roles: [held('Head', URN)] }
  const invites = (change: object) => invitationPlanSchema.safeParse({ ...plan, ...change }).success
  expect([invites({}), invites({ email: 'r@teasel.example' })]).toEqual([true, true])
  for (const change of [
    { email: 'nobody' },
    { roles: [] },
    { roles: [{ ...held('Head', URN), from: 'soon' }] },
  ])
    expect(invites(change)).toBe(false)
})

it('an answer to “who am I” is read: in, out with the reason, or none of ours', () => {
  const facts = { person: 'p', name: 'P', today: '2026-11-24', roles: [], reviews: [] }
  expect(readSessionAnswer(200, { facts, demo: false })).toMatchObject({ kind: 'in' })
  expect(readSessionAnswer(401, { error: 'not-proved' })).toEqual({
    kind: 'out',
    why: 'not-proved',
  })
  expect(readSessionAnswer(401, null)).toEqual({ kind: 'out' })
  for (const [status, body] of [
    [null, null],
    [200, '<html>'],
    [403, '<html>'],
    [502, { error: 'gateway' }],
  ] as const)
    expect(readSessionAnswer(status, body)).toEqual({ kind: 'no-answer' })
})
