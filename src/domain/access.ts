import { z } from 'zod'
import { type DocumentName, documentName, type DocumentRef } from './documents.ts'
import { type IsoDate, isoDate, type PersonId, personId, reviewId, type Urn, urn } from './ids.ts'
import { type Role, type RoleAssignment, roleAssignmentSchema, rolesAt } from './roles.ts'

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
  /** As the confirmed decisions have it; absent where the relay keeps the review without it. */
  stage: z.string().optional(),
  /** With whom else the head shared the issued letter. */
  letterFor: z.array(z.enum(['staff', 'board'])).optional(),
  /** When the trust confirmed that the letter is sent, milliseconds since 1970. */
  letterAt: z.number().optional(),
  /** Who leads the action-plan session: named for this review, with signal. */
  facilitators: z.array(z.string()).optional(),
  /** Why somebody facilitates who was a reviewer (C12); '' or absent while nobody does. */
  facilitatorReason: z.string().optional(),
})
export type ReviewAccess = z.infer<typeof reviewAccessSchema>

/** Whom a head may share the issued letter with: the school's staff, the chair of its local board. */
export type LetterAudience = NonNullable<ReviewAccess['letterFor']>[number]

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

/** A review of one's school whose letter has gone: of it, staff open the action plan and nothing else. */
const planToReadSchema = z.object({ id: z.string(), urn: z.string(), date: z.string() })
export type PlanToRead = z.infer<typeof planToReadSchema>

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
  /** Action plans to read for whoever works at the school, without being concerned with the review. */
  plans: z.array(planToReadSchema).optional(),
})
export type AccessFacts = z.infer<typeof accessFactsSchema>

export type Action = 'read' | 'write'

const TRUST_LEADERS: readonly Role[] = ['CEO', 'EHT', 'COO', 'Central AHT']
const TRUST_READERS: readonly Role[] = [...TRUST_LEADERS, 'CFO', 'Compliance Manager', 'SIP']
const SCHOOL_LEADERS: readonly Role[] = ['Head', 'HoS']
const CONTROL_VISITORS: readonly Role[] = ['CFO', 'COO']
const CALENDAR_READERS: readonly Role[] = [...TRUST_LEADERS, 'CFO', 'SIP']
const LETTER_READERS: readonly Role[] = ['CEO', 'EHT']
const BOARD: readonly Role[] = ['LSB Chair']
/** Stages from which the issued letter stands; between agreed and issued nobody changes it. */
const LETTER_ISSUED = ['letter_issued', 'session_booked', 'session_held', 'closed']
const LETTER_SHUT = ['letter_agreed', ...LETTER_ISSUED, 'withdrawn', 'moved']
const CALENDAR_READERS: readonly Role[] = [...TRUST_LEADERS, 'CFO', 'SIP', 'APF']
const SCHOOL_WRITERS: readonly Role[] = [...SCHOOL_LEADERS, 'Site', 'DSL', 'SENDCO', 'Subject lead']

const any = (held: readonly Role[], wanted: readonly Role[]) => held.some((r) => wanted.includes(r))

const trustRoles = (facts: AccessFacts) => rolesAt(facts.roles, facts.today, null)
const schoolRoles = (facts: AccessFacts, school: string) =>
  rolesAt(facts.roles, facts.today, school as Urn)
const holdsAnyRole = (facts: AccessFacts) =>
  facts.roles.some((a) => a.from <= facts.today && (a.to === null || facts.today <= a.to))

export const onTeam = (review: ReviewAccess, person: PersonId): boolean =>
  review.lead === person || review.reviewers.includes(person)

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
      return action === 'read' ? holdsAnyRole(facts) : any(trustRoles(facts), ['CEO', 'COO'])
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
    case 'letter':
    case 'letter-reply':
      return mayLetter(facts, action, ref)
    case 'qla':
      return false
    case 'control':
      // Nobody of a review team by being on it: the visit is apart from the review (C10).
      return (
        any(trustRoles(facts), CONTROL_VISITORS) ||
        (action === 'read' && any(schoolRoles(facts, ref.urn), ['Head']))
      )
    case 'plan':
      return mayPlanOf(facts, action, ref.review)
  }
}

/** The school's leaders and those named to facilitate write the plan; its staff, the team, CEO and EHT read it. */
function mayPlanOf(facts: AccessFacts, action: Action, id: string): boolean {
  const review = reviewOf(facts, id)
  if (!review) return action === 'read' && (facts.plans ?? []).some((plan) => plan.id === id)
  const writes =
    review.facilitators?.includes(facts.person) === true ||
    any(schoolRoles(facts, review.urn), SCHOOL_LEADERS)
  return (
    writes ||
    (action === 'read' &&
      (onTeam(review, facts.person) ||
        (facts.plans ?? []).some((plan) => plan.id === id) ||
        any(trustRoles(facts), ['CEO', 'EHT'])))
  )
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

export const letterIsIssued = ({ stage }: ReviewAccess): boolean =>
  LETTER_ISSUED.includes(stage ?? '')

/** Whether a role at the school reads its issued letter because the head shared it. */
export const letterSharedWith = ({ letterFor = [] }: ReviewAccess, role: Role): boolean =>
  letterFor.includes(BOARD.includes(role) ? 'board' : 'staff')

/** The team and the head write until it is agreed; once it is issued it is read, and only the head replies. */
function mayLetter(
  facts: AccessFacts,
  action: Action,
  ref: Extract<DocumentRef, { kind: 'letter' | 'letter-reply' }>,
): boolean {
  const review = reviewOf(facts, ref.review)
  if (!review) return false
  const here = schoolRoles(facts, review.urn)
  const isHead = here.includes('Head')
  const group = onTeam(review, facts.person) || isHead
  const issued = letterIsIssued(review)
  if (action === 'write')
    return ref.kind === 'letter'
      ? group && !LETTER_SHUT.includes(review.stage ?? '')
      : issued && isHead
  if (!issued) return group && ref.kind === 'letter'
  return (
    group ||
    any(here, SCHOOL_LEADERS) ||
    here.some((role) => letterSharedWith(review, role)) ||
    any(trustRoles(facts), LETTER_READERS)
  )
}

/** The documents a person's device keeps for a review: its own, and every reviewer's notes it may read. */
function documentsOfReview(facts: AccessFacts, review: ReviewAccess): DocumentName[] {
  const id = reviewId(review.id)
  const team = [...new Set([review.lead, ...review.reviewers])]
  const refs: DocumentRef[] = [
    { kind: 'review', review: id },
    ...team.map((p) => ({ kind: 'notes', review: id, person: personId(p) }) as const),
    { kind: 'letter', review: id },
    { kind: 'letter-reply', review: id },
    { kind: 'plan', review: id },
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
  ...(facts.plans ?? []).map(({ id }) => documentName({ kind: 'plan', review: reviewId(id) })),
]

export const factsOn = (facts: AccessFacts, today: IsoDate): AccessFacts => ({ ...facts, today })
