import { type AccessFacts, letterIsIssued, may, type ReviewAccess } from '../access.ts'
import { reviewId, type Urn } from '../ids.ts'
import { rolesAt } from '../roles.ts'

export const isHeadOf = (facts: AccessFacts, { urn }: ReviewAccess): boolean =>
  rolesAt(facts.roles, facts.today, urn as Urn).includes('Head')

/** Whoever reads the issued letter may take it along; a draft, marked as one, only the head of the school (C3). */
export const mayExport = (facts: AccessFacts, review: ReviewAccess): boolean =>
  may(facts, 'read', { kind: 'letter', review: reviewId(review.id) }) &&
  (letterIsIssued(review) || isHeadOf(facts, review))

/** Everybody who is asked to agree: the team, and the head whether on it or not. */
export const askedToAgree = (facts: AccessFacts, review: ReviewAccess): string[] => {
  const head = facts.heads.find(({ urn }) => urn === review.urn)
  return [...new Set([review.lead, ...review.reviewers, ...(head ? [head.person] : [])])]
}
