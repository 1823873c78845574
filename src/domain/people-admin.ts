import { z } from 'zod'
import { isAdministrator, mayAdminister, mayGive } from './access/admin.ts'
import type { AccessFacts } from './access/facts.ts'
import type { IsoDate } from './ids.ts'
import {
  heldOn,
  type Role,
  type RoleAssignment,
  roleAssignmentSchema,
  SCHOOL_ROLES,
  TRUST_ROLES,
} from './roles.ts'

export const PHASES = [
  'Nursery',
  'Primary',
  'Middle deemed primary',
  'Middle deemed secondary',
  'Secondary',
  'All-through',
  '16 plus',
] as const

const name = z.string().trim().min(1).max(120)
const urn = z.string().regex(/^\d{6}$/)
const day = z.iso.date()

const givenRoleSchema = roleAssignmentSchema.extend({
  urn: urn.nullable(),
  from: day,
  to: day.nullable(),
})

export const invitationPlanSchema = z.object({
  name,
  job: name,
  /** Of the account at Google or Microsoft that they may sign in with; '' for none. */
  email: z.union([z.literal(''), z.email().max(200)]).default(''),
  roles: z.array(givenRoleSchema).min(1).max(12),
})
export type InvitationPlan = z.infer<typeof invitationPlanSchema>

export const rolesChangeSchema = z.object({ roles: z.array(givenRoleSchema).max(40) })

export const setUpSchema = z.object({
  trust: name,
  schools: z
    .array(z.object({ urn, name, phase: z.enum(PHASES) }))
    .min(1)
    .max(60),
  person: z.object({ name, job: name, role: z.enum(['CEO', 'COO']) }),
})
export type SetUp = z.infer<typeof setUpSchema>

/** Passkeys that one person may have. */
export const MOST_PASSKEYS = 12

export type RoleFault =
  | 'not-allowed'
  /** A role of one school without a school, or of the trust with one. */
  | 'wrong-place'
  | 'ends-before-it-begins'
  /** Nobody would be left who may give roles. */
  | 'last-administrator'

export const placeFits = (role: Role, at: string | null): boolean =>
  at === null ? !SCHOOL_ROLES.includes(role) : !TRUST_ROLES.includes(role)

/** What is wrong with giving these roles, or null. */
export function judgeRoles(
  giver: AccessFacts,
  roles: readonly RoleAssignment[],
): Exclude<RoleFault, 'last-administrator'> | null {
  if (!roles.every(({ role, urn: at }) => mayGive(giver, role, at))) return 'not-allowed'
  if (!roles.every(({ role, urn: at }) => placeFits(role, at))) return 'wrong-place'
  if (roles.some(({ from, to }) => to !== null && to < from)) return 'ends-before-it-begins'
  return null
}

const keyOf = ({ role, urn: at, from, to }: RoleAssignment) => JSON.stringify([role, at, from, to])

/** Roles of one list that are not in the other: the part of a change that somebody must be allowed. */
export const changedRoles = (
  before: readonly RoleAssignment[],
  after: readonly RoleAssignment[],
): RoleAssignment[] => {
  const [old, fresh] = [new Set(before.map(keyOf)), new Set(after.map(keyOf))]
  return [
    ...before.filter((one) => !fresh.has(keyOf(one))),
    ...after.filter((one) => !old.has(keyOf(one))),
  ]
}

/**
 * What is wrong with changing somebody's roles, or null.
 * @param others roles of everybody else who is there
 */
export function judgeRolesChange(
  giver: AccessFacts,
  before: readonly RoleAssignment[],
  after: readonly RoleAssignment[],
  others: readonly (readonly RoleAssignment[])[],
): RoleFault | null {
  const fault = judgeRoles(giver, changedRoles(before, after))
  if (fault) return fault
  return wouldLeaveNone(giver.today, before, after, others) ? 'last-administrator' : null
}

/** Whether a change takes away the last administrator of today. */
export const wouldLeaveNone = (
  today: IsoDate,
  before: readonly RoleAssignment[],
  after: readonly RoleAssignment[],
  others: readonly (readonly RoleAssignment[])[],
): boolean =>
  isAdministrator(before, today) &&
  ![after, ...others].some((roles) => isAdministrator(roles, today))

/** Whether somebody's page is open to this person: administrators all, heads those of their school. */
export const seesPerson = (
  facts: AccessFacts,
  person: { readonly urn: string | null; readonly roles: readonly RoleAssignment[] },
): boolean =>
  mayAdminister(facts) ||
  [person.urn, ...person.roles.map((held) => held.urn)].some(
    (at) => at !== null && mayGive(facts, 'Teacher', at),
  )

/** A role is over, runs now, or begins later. */
export const whenHeld = (held: RoleAssignment, today: IsoDate): 'past' | 'now' | 'later' =>
  heldOn(held, today) ? 'now' : held.from > today ? 'later' : 'past'
