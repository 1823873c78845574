import type { IsoDate } from '../ids.ts'
import { heldOn, type Role, type RoleAssignment, rolesAt } from '../roles.ts'
import type { AccessFacts } from './facts.ts'
import { any, SCHOOL_LEADERS, schoolRoles, TRUST_LEADERS, trustRoles } from './held.ts'

const ADMINISTRATORS: readonly Role[] = ['CEO', 'COO']

/** Whether these roles make somebody an administrator on a day. */
export const isAdministrator = (roles: readonly RoleAssignment[], day: IsoDate): boolean =>
  any(rolesAt(roles, day, null), ADMINISTRATORS)

/**
 * Whether somebody invites, gives and ends roles, and removes people, for the whole trust: the two
 * who may change the trust's own list. Not the clerk to the boards, who could then open what
 * boards never see (HC09).
 */
export const mayAdminister = (facts: AccessFacts): boolean =>
  isAdministrator(facts.roles, facts.today)

/** What a head or head of school gives at their own school: nothing that outranks or watches them. */
const GIVEN_BY_HEADS: readonly Role[] = ['DSL', 'SENDCO', 'Teacher', 'TA', 'Site', 'Subject lead']

/** Whether somebody may give or end this role there. */
export const mayGive = (facts: AccessFacts, role: Role, school: string | null): boolean =>
  mayAdminister(facts) ||
  (school !== null &&
    GIVEN_BY_HEADS.includes(role) &&
    any(schoolRoles(facts, school), SCHOOL_LEADERS))

/** Whether there is anybody whom this person may invite. */
export const mayInvite = (facts: AccessFacts): boolean =>
  mayAdminister(facts) ||
  facts.roles.some(
    (held) => held.urn !== null && heldOn(held, facts.today) && SCHOOL_LEADERS.includes(held.role),
  )

/** Whether somebody may see, name and report lost the devices of a person: their own, and a trust leader everybody's. */
export const mayManageDevices = (facts: AccessFacts, owner: string): boolean =>
  facts.person === owner || any(trustRoles(facts), TRUST_LEADERS)
