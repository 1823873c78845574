import { z } from 'zod'
import { type DocumentName, documentName, type DocumentRef } from './documents.ts'
import { type IsoDate, isoDate, type PersonId, personId, reviewId, type Urn, urn } from './ids.ts'
import { heldOn, type Role, type RoleAssignment, roleAssignmentSchema, rolesAt } from './roles.ts'

/** What the relay knows of a review: enough to guard its documents, nothing of what is in them. */
export const reviewAccessSchema = z.object({
  id: z.string(),
  urn: z.string(),
  date: z.string(),
  lead: z.string(),
  reviewers: z.array(z.string()),
  /** The lead chose that notes stay private until the keep-in-touch meeting. */
  blindFirst: z.boolean(),
  revealed: z.boolean(),
  /** Why the team is not about six (C6); '' or absent while it is. */
  teamReason: z.string().optional(),
})
export type ReviewAccess = z.infer<typeof reviewAccessSchema>

/** One line of the trust's calendar of reviews: when, who leads, how far; never a finding, never the focus. */
const calendarEntrySchema = z.object({
  id: z.string(),
  urn: z.string(),
  date: z.string(),
  lead: z.string(),
  /** As the confirmed decisions have it. */
  stage: z.string(),
})
export type CalendarEntry = z.infer<typeof calendarEntrySchema>

/** Who leads a school today. */
const schoolHeadSchema = z.object({ urn: z.string(), person: z.string() })
export type SchoolHead = z.infer<typeof schoolHeadSchema>

/** Everything the access table looks at. Sent to the device too, so that both sides decide alike. */
export const accessFactsSchema = z.object({
  person: z.string().transform(personId),
  name: z.string(),
  today: z.string().transform(isoDate),
  roles: z.array(roleAssignmentSchema),
  reviews: z.array(reviewAccessSchema),
  /** Reviews that this person plans for or leads over, theirs to open or not. */
  calendar: z.array(calendarEntrySchema).default([]),
  /** Heads and heads of school of the trust, a school's head first. */
  heads: z.array(schoolHeadSchema).default([]),
})
export type AccessFacts = z.infer<typeof accessFactsSchema>

export type Action = 'read' | 'write'

const TRUST_LEADERS: readonly Role[] = ['CEO', 'EHT', 'COO', 'Central AHT']
const TRUST_READERS: readonly Role[] = [...TRUST_LEADERS, 'CFO', 'Compliance Manager', 'SIP']
const SCHOOL_LEADERS: readonly Role[] = ['Head', 'HoS']
const ADMINISTRATORS: readonly Role[] = ['CEO', 'COO']
const CONTROL_VISITORS: readonly Role[] = ['CFO', 'COO']
const CALENDAR_READERS: readonly Role[] = [...TRUST_LEADERS, 'CFO', 'SIP']
const SCHOOL_WRITERS: readonly Role[] = [...SCHOOL_LEADERS, 'Site', 'DSL', 'SENDCO', 'Subject lead']

const any = (held: readonly Role[], wanted: readonly Role[]) => held.some((r) => wanted.includes(r))

/** Whether these roles make somebody an administrator on a day. */
export const isAdministrator = (roles: readonly RoleAssignment[], day: IsoDate): boolean =>
  any(rolesAt(roles, day, null), ADMINISTRATORS)

const trustRoles = (facts: AccessFacts) => rolesAt(facts.roles, facts.today, null)
const schoolRoles = (facts: AccessFacts, school: string) =>
  rolesAt(facts.roles, facts.today, school as Urn)
const holdsAnyRole = (facts: AccessFacts) =>
  facts.roles.some((a) => a.from <= facts.today && (a.to === null || facts.today <= a.to))

export const onTeam = (review: ReviewAccess, person: PersonId): boolean =>
  review.lead === person || review.reviewers.includes(person)

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

/** Whether roles that are held put a school's reviews into somebody's calendar. */
export const seesCalendarOf = (held: readonly RoleAssignment[], school: string): boolean =>
  held.some(({ role, urn: at }) =>
    at === null ? CALENDAR_READERS.includes(role) : at === school && SCHOOL_LEADERS.includes(role),
  )

export const reviewOf = (facts: AccessFacts, id: string): ReviewAccess | undefined =>
  facts.reviews.find((review) => review.id === id)

/**
 * The access table (domain notes B10): may this person read or write this document today?
 * Pure, so the relay and the device give the same answer. A role counts on the day it is held.
 */
export function may(facts: AccessFacts, action: Action, ref: DocumentRef): boolean {
  switch (ref.kind) {
    case 'trust':
      return action === 'read' ? holdsAnyRole(facts) : mayAdminister(facts)
    case 'school':
      return action === 'read'
        ? schoolRoles(facts, ref.urn).length > 0 || any(trustRoles(facts), TRUST_READERS)
        : any(schoolRoles(facts, ref.urn), SCHOOL_WRITERS) ||
            any(trustRoles(facts), [...TRUST_LEADERS, 'Compliance Manager'])
    case 'standing':
      return action === 'read'
        ? any(schoolRoles(facts, ref.urn), [...SCHOOL_LEADERS, 'LSB Chair']) ||
            any(trustRoles(facts), [...TRUST_READERS, 'Mentor'])
        : any(schoolRoles(facts, ref.urn), SCHOOL_LEADERS) ||
            any(trustRoles(facts), [...TRUST_LEADERS, 'Mentor', 'Compliance Manager'])
    case 'review': {
      const review = reviewOf(facts, ref.review)
      if (!review) return false
      return onTeam(review, facts.person) || any(schoolRoles(facts, review.urn), ['Head'])
    }
    case 'notes':
      return mayNotes(facts, action, ref)
    case 'qla':
      return false
    case 'control':
      // Nobody of a review team by being on it: the visit is apart from the review (C10).
      return (
        any(trustRoles(facts), CONTROL_VISITORS) ||
        (action === 'read' && any(schoolRoles(facts, ref.urn), ['Head']))
      )
  }
}

/** Notes are their writer's alone to change; the team reads them at once, or once revealed. */
function mayNotes(
  facts: AccessFacts,
  action: Action,
  ref: Extract<DocumentRef, { kind: 'notes' }>,
): boolean {
  const review = reviewOf(facts, ref.review)
  if (!review || !onTeam(review, facts.person) || !onTeam(review, ref.person)) return false
  if (ref.person === facts.person) return true
  return action === 'read' && (!review.blindFirst || review.revealed)
}

/** The documents a person's device keeps for a review: its own, and every reviewer's notes it may read. */
function documentsOfReview(facts: AccessFacts, review: ReviewAccess): DocumentName[] {
  const id = reviewId(review.id)
  const team = [...new Set([review.lead, ...review.reviewers])]
  const refs: DocumentRef[] = [
    { kind: 'review', review: id },
    ...team.map((p) => ({ kind: 'notes', review: id, person: personId(p) }) as const),
  ]
  return refs.filter((ref) => may(facts, 'read', ref)).map(documentName)
}

/** Internal control visits go with the days of reviews that this person knows of. */
function controlVisits(facts: AccessFacts): DocumentName[] {
  const refs = [...facts.calendar, ...facts.reviews].map(({ urn: school, date }): DocumentRef => ({
    kind: 'control',
    urn: urn(school),
    date: isoDate(date),
  }))
  return [...new Set(refs.filter((ref) => may(facts, 'read', ref)).map(documentName))].sort()
}

/** Every document this person's device should hold. */
export const documentsOf = (facts: AccessFacts): DocumentName[] => [
  ...(may(facts, 'read', { kind: 'trust' }) ? [documentName({ kind: 'trust' })] : []),
  ...facts.reviews.flatMap((review) => documentsOfReview(facts, review)),
  ...controlVisits(facts),
]

/** Whether somebody may see, name and report lost the devices of a person: their own, and a trust leader everybody's. */
export const mayManageDevices = (facts: AccessFacts, owner: string): boolean =>
  facts.person === owner || any(trustRoles(facts), TRUST_LEADERS)

export const factsOn = (facts: AccessFacts, today: IsoDate): AccessFacts => ({ ...facts, today })
