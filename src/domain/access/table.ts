import type { DocumentRef } from '../documents.ts'
import type { Role } from '../roles.ts'
import { mayAdminister } from './admin.ts'
import { type AccessFacts, reviewOf } from './facts.ts'
import {
  any,
  holdsAnyRole,
  leadsHost,
  onTeam,
  SCHOOL_LEADERS,
  schoolRoles,
  TRUST_LEADERS,
  TRUST_READERS,
  trustRoles,
} from './held.ts'
import { mayOfSchool } from './schools.ts'
import { mayCheckBoundaries, mayKeepPapers, mayOfClass, maySetQla } from './assessment.ts'
import { mayRep } from './reps.ts'
import { mayLetter, mayNotes, mayPlanOf, mayReview } from './reviews.ts'

export type Action = 'read' | 'write'

const CONTROL_VISITORS: readonly Role[] = ['CFO', 'COO']

/**
 * The access table (domain notes B10): may this person read or write this document today?
 * Pure, so the relay and the device give the same answer. A role counts on the day it is held.
 */
export function may(facts: AccessFacts, action: Action, ref: DocumentRef): boolean {
  switch (ref.kind) {
    case 'trust':
      return action === 'read' ? holdsAnyRole(facts) : mayAdminister(facts)
    case 'templates':
      return action === 'read'
        ? holdsAnyRole(facts)
        : any(trustRoles(facts), [...TRUST_LEADERS, 'Compliance Manager', 'SIP', 'TIL'])
    case 'school':
    case 'checks':
    case 'scr':
    case 'walks':
    case 'visited':
    case 'moderation':
    case 'qla-counts':
      return mayOfSchool(facts, action, ref)
    case 'class':
    case 'qla':
      return mayOfClass(facts, ref)
    case 'standing':
      return action === 'read'
        ? any(schoolRoles(facts, ref.urn), [...SCHOOL_LEADERS, 'LSB Chair']) ||
            any(trustRoles(facts), [...TRUST_READERS, 'Mentor'])
        : any(schoolRoles(facts, ref.urn), SCHOOL_LEADERS) ||
            any(trustRoles(facts), [...TRUST_LEADERS, 'Mentor', 'Compliance Manager'])
    case 'review':
      return mayReview(facts, ref.review)
    case 'notes':
      return mayNotes(facts, action, ref)
    case 'letter':
    case 'letter-reply':
      return mayLetter(facts, action, ref)
    case 'papers':
      return action === 'read' ? holdsAnyRole(facts) : mayKeepPapers(facts)
    case 'achievement':
      return action === 'read' ? holdsAnyRole(facts) : maySetQla(facts)
    case 'boundary-checks':
      return action === 'read' ? holdsAnyRole(facts) : mayCheckBoundaries(facts)
    case 'control':
      // Nobody of a review team by being on it: the visit is apart from the review (C10).
      return (
        any(trustRoles(facts), CONTROL_VISITORS) ||
        (action === 'read' && any(schoolRoles(facts, ref.urn), ['Head']))
      )
    case 'plan':
      return mayPlanOf(facts, action, ref.review)
    case 'rep':
    case 'rep-work':
      return mayRep(facts, action, ref)
  }
}

/**
 * Whether this person hears of decisions about a document. Who decided what and when is no finding:
 * the team hears it also when its documents have been left at the school.
 */
export function mayHear(facts: AccessFacts, ref: DocumentRef): boolean {
  if (ref.kind !== 'review' && ref.kind !== 'notes') return may(facts, 'read', ref)
  const review = reviewOf(facts, ref.review)
  if (!review) return false
  return onTeam(review, facts.person) || leadsHost(facts, review) || may(facts, 'read', ref)
}
