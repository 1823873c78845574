import type { DocumentRef } from '../documents.ts'
import { hasReached, isBeforeTheDay, isOff } from '../peer-review/stage-order.ts'
import type { Role } from '../roles.ts'
import { type AccessFacts, type ReviewAccess, reviewOf } from './facts.ts'
import { any, leadsHost, onTeam, SCHOOL_LEADERS, schoolRoles, trustRoles } from './held.ts'

type Action = 'read' | 'write'

const TRUST_HEADS: readonly Role[] = ['CEO', 'EHT']
const BOARD: readonly Role[] = ['LSB Chair']

/** Whether the agreed letter has been sent: from then on the school speaks of what was found (C3). */
export const letterIsIssued = ({ stage = '' }: Pick<ReviewAccess, 'stage'>): boolean =>
  hasReached(stage, 'letter_issued')

/**
 * The school's head for good, the team until the letter is issued. CEO and EHT settle the questions
 * and send the pack out (C7), so they write it too, until the day begins: from then on it holds what was found (C3).
 */
export function mayReview(facts: AccessFacts, id: string): boolean {
  const review = reviewOf(facts, id)
  if (!review) return false
  return (
    leadsHost(facts, review) ||
    (onTeam(review, facts.person) && !letterIsIssued(review)) ||
    (any(trustRoles(facts), TRUST_HEADS) && isBeforeTheDay(review.stage ?? ''))
  )
}

/**
 * Notes are their writer's alone to change; the team reads them at once, or once revealed. Left with
 * the school they are read by its head; the lead keeps a copy until the letter is issued (C4, C53).
 */
export function mayNotes(
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
  const copy = review.lead === facts.person && !letterIsIssued(review)
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

/** Whether a role at the school reads its issued letter because the head shared it. */
export const letterSharedWith = ({ letterFor = [] }: ReviewAccess, role: Role): boolean =>
  letterFor.includes(BOARD.includes(role) ? 'board' : 'staff')

/** Between agreed and issued nobody changes the letter. */
const isShut = ({ stage = '' }: ReviewAccess): boolean =>
  hasReached(stage, 'letter_agreed') || isOff(stage)

/** The team and the head write until it is agreed; once it is issued it is read, and only the head replies. */
export function mayLetter(
  facts: AccessFacts,
  action: Action,
  ref: Extract<DocumentRef, { kind: 'letter' | 'letter-reply' }>,
): boolean {
  const review = reviewOf(facts, ref.review)
  if (!review) return false
  const here = schoolRoles(facts, review.urn)
  const isHead = leadsHost(facts, review)
  const group = onTeam(review, facts.person) || isHead
  const issued = letterIsIssued(review)
  if (action === 'write') return ref.kind === 'letter' ? group && !isShut(review) : issued && isHead
  if (!issued) return group && ref.kind === 'letter'
  return (
    group ||
    any(here, SCHOOL_LEADERS) ||
    here.some((role) => letterSharedWith(review, role)) ||
    any(trustRoles(facts), TRUST_HEADS)
  )
}

/** The school's leaders and those named to facilitate write the plan; its staff, the team, CEO and EHT read it. */
export function mayPlanOf(facts: AccessFacts, action: Action, id: string): boolean {
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
        any(trustRoles(facts), TRUST_HEADS)))
  )
}
