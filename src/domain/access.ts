import { z } from 'zod'
import { type DocumentName, documentName, type DocumentRef } from './documents.ts'
import { type IsoDate, isoDate, type PersonId, personId, reviewId, type Urn, urn } from './ids.ts'
import { type Role, type RoleAssignment, roleAssignmentSchema, rolesAt } from './roles.ts'

const leftSchema = z.object({
  /** Whose notes have been left with the school. */
  people: z.array(z.string()),
  /** Devices with a receipt for their notes: they add nothing more. */
  devices: z.array(z.string()),
  /** The review has gone on from the hand-over, whoever is outstanding. */
  closed: z.boolean(),
  letterIssued: z.boolean(),
})
/** How far the notes of a review have been left at the school, as the confirmed decisions have it. */
export type NotesLeft = z.infer<typeof leftSchema>

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
  /** Absent until the first receipt. */
  left: leftSchema.optional(),
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
const CONTROL_VISITORS: readonly Role[] = ['CFO', 'COO']
const CALENDAR_READERS: readonly Role[] = [...TRUST_LEADERS, 'CFO', 'SIP']
const SCHOOL_WRITERS: readonly Role[] = [...SCHOOL_LEADERS, 'Site', 'DSL', 'SENDCO', 'Subject lead']

const any = (held: readonly Role[], wanted: readonly Role[]) => held.some((r) => wanted.includes(r))

const trustRoles = (facts: AccessFacts) => rolesAt(facts.roles, facts.today, null)
const schoolRoles = (facts: AccessFacts, school: string) =>
  rolesAt(facts.roles, facts.today, school as Urn)
const holdsAnyRole = (facts: AccessFacts) =>
  facts.roles.some((a) => a.from <= facts.today && (a.to === null || facts.today <= a.to))

export const onTeam = (review: ReviewAccess, person: PersonId): boolean =>
  review.lead === person || review.reviewers.includes(person)

/** Who leads a school today, or null: its head, or its head of school where it has none. */
export const headOfSchool = (facts: AccessFacts, school: string): string | null =>
  facts.heads.find(({ urn: at }) => at === school)?.person ?? null

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
      return (
        leadsHost(facts, review) || (onTeam(review, facts.person) && !review.left?.letterIssued)
      )
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

/**
 * Notes are their writer's alone to change; the team reads them at once, or once revealed. Left with
 * the school they are read by its head; the lead keeps a copy until the letter is issued (C4, C53).
 */
function mayNotes(
  facts: AccessFacts,
  action: Action,
  ref: Extract<DocumentRef, { kind: 'notes' }>,
): boolean {
  const review = reviewOf(facts, ref.review)
  if (!review || !onTeam(review, ref.person)) return false
  const left = isLeft(review, ref.person)
  const own = ref.person === facts.person
  if (leadsHost(facts, review) && (own || left)) return own || action === 'read'
  if (!onTeam(review, facts.person)) return false
  // What a late device still has must arrive, also when its owner may no longer read it.
  if (action === 'write') return own
  const copy = review.lead === facts.person && !review.left?.letterIssued
  if (left && !copy) return false
  return own || !review.blindFirst || review.revealed
}

/** Whether somebody's notes are the school's by now. */
export const isLeft = (review: ReviewAccess, person: string): boolean =>
  review.left?.closed === true || review.left?.people.includes(person) === true

/** Whether a device has its receipt for a notes document: then nothing more of it is taken. */
export function isDone(facts: AccessFacts, ref: DocumentRef, device: string): boolean {
  if (ref.kind !== 'notes') return false
  return reviewOf(facts, ref.review)?.left?.devices.includes(device) ?? false
}

/**
 * Whether this person hears of decisions about a document. Who decided what and when is no finding:
 * the team hears it also when its documents have been left at the school.
 */
export function mayHear(facts: AccessFacts, ref: DocumentRef): boolean {
  if (ref.kind !== 'review' && ref.kind !== 'notes') return may(facts, 'read', ref)
  const review = reviewOf(facts, ref.review)
  if (!review) return false
  return onTeam(review, facts.person) || leadsHost(facts, review)
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

export const factsOn = (facts: AccessFacts, today: IsoDate): AccessFacts => ({ ...facts, today })
