import type { AccessFacts, ReviewAccess } from '../access/facts.ts'
import { letterIsIssued } from '../access/reviews.ts'
import { may } from '../access/table.ts'
import { headOfSchool, leadsHost } from '../access/held.ts'
import { reviewId } from '../ids.ts'

/** Whoever reads the issued letter may take it along; a draft, marked as one, only the head of the school (C3). */
export const mayExport = (facts: AccessFacts, review: ReviewAccess): boolean =>
  may(facts, 'read', { kind: 'letter', review: reviewId(review.id) }) &&
  (letterIsIssued(review) || leadsHost(facts, review))

/** Everybody who is asked to agree: the team, and the head whether on it or not. */
export const askedToAgree = (facts: AccessFacts, review: ReviewAccess): string[] => {
  const head = headOfSchool(facts, review.urn)
  return [...new Set([review.lead, ...review.reviewers, ...(head ? [head] : [])])]
}
