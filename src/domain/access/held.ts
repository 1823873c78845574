import type { PersonId, Urn } from '../ids.ts'
import { type Role, type RoleAssignment, rolesAt } from '../roles.ts'
import type { AccessFacts, ReviewAccess } from './facts.ts'

export const TRUST_LEADERS: readonly Role[] = ['CEO', 'EHT', 'COO', 'Central AHT']
export const TRUST_READERS: readonly Role[] = [...TRUST_LEADERS, 'CFO', 'Compliance Manager', 'SIP']
export const SCHOOL_LEADERS: readonly Role[] = ['Head', 'HoS']
/** Who leads assessment at a school: every class of it is theirs to see. */
export const ASSESSMENT_LEADERS: readonly Role[] = [
  ...SCHOOL_LEADERS,
  'AP Achievement',
  'Subject lead',
]
const CALENDAR_READERS: readonly Role[] = [...TRUST_LEADERS, 'CFO', 'SIP', 'APF']

export const any = (held: readonly Role[], wanted: readonly Role[]) =>
  held.some((r) => wanted.includes(r))

/** What roles are judged by. */
export type Holder = Pick<AccessFacts, 'person' | 'roles' | 'today'>

export const trustRoles = (facts: Holder) => rolesAt(facts.roles, facts.today, null)
export const schoolRoles = (facts: Holder, school: string) =>
  rolesAt(facts.roles, facts.today, school as Urn)
export const holdsAnyRole = (facts: AccessFacts) =>
  facts.roles.some((a) => a.from <= facts.today && (a.to === null || facts.today <= a.to))

export const onTeam = (review: ReviewAccess, person: PersonId): boolean =>
  review.lead === person || review.reviewers.includes(person)

/** Who leads a school today, or null: its head, or its head of school where it has none. */
export const headOfSchool = (
  { heads }: Pick<AccessFacts, 'heads'>,
  school: string | null,
): string | null => heads.find(({ urn: at }) => at === school)?.person ?? null

/** Whether this person leads the school that is reviewed: notes are left with them. */
export function leadsHost(facts: AccessFacts, review: ReviewAccess): boolean {
  const held = schoolRoles(facts, review.urn)
  return (
    any(held, ['Head']) || (any(held, ['HoS']) && headOfSchool(facts, review.urn) === facts.person)
  )
}

/** Whether roles that are held put a school's reviews into somebody's calendar. */
export const seesCalendarOf = (held: readonly RoleAssignment[], school: string): boolean =>
  held.some(({ role, urn: at }) =>
    at === null ? CALENDAR_READERS.includes(role) : at === school && SCHOOL_LEADERS.includes(role),
  )
