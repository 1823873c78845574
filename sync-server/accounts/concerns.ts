import type { RepAccess, ReviewAccess } from '../../src/domain/access/facts.ts'
import { ASSESSMENT_LEADERS } from '../../src/domain/access/held.ts'
import { readsRep } from '../../src/domain/access/reps.ts'
import { letterSharedWith } from '../../src/domain/access/reviews.ts'
import { isoDate, personId } from '../../src/domain/ids.ts'
import type { Role, RoleAssignment } from '../../src/domain/roles.ts'

/** Roles that decide about every review, on the team or not. */
const DECIDERS: readonly Role[] = ['CEO', 'EHT', 'APF']
const HOSTS: readonly Role[] = ['Head', 'HoS']

/** Whether somebody has to do with a review at all: what they may of it is the access table's. */
export function couldConcern(
  person: string,
  roles: readonly RoleAssignment[],
  review: ReviewAccess,
): boolean {
  const { lead, reviewers, facilitators = [], urn } = review
  if ([lead, ...reviewers, ...facilitators].includes(person)) return true
  return roles.some((held) =>
    held.urn === null
      ? DECIDERS.includes(held.role)
      : held.urn === urn && (HOSTS.includes(held.role) || letterSharedWith(review, held.role)),
  )
}

const SOME_DAY = isoDate('2000-01-01')

/** Whether somebody reads a plan on any day that they hold a role, at the stage that opens it to most. */
export const couldConcernRep = (
  person: string,
  roles: readonly RoleAssignment[],
  rep: RepAccess,
): boolean =>
  readsRep(
    {
      person: personId(person),
      today: SOME_DAY,
      roles: roles.map(({ role, urn }) => ({ role, urn, from: SOME_DAY, to: null })),
    },
    { ...rep, stage: 'issued' },
  )

/** Schools all of whose classes somebody sees. */
export const ledBy = (held: readonly RoleAssignment[]): string[] =>
  held.flatMap(({ role, urn }) => (urn !== null && ASSESSMENT_LEADERS.includes(role) ? [urn] : []))
