import type { AccessFacts } from '../src/domain/access/facts.ts'
import { may } from '../src/domain/access/table.ts'
import { onTeam } from '../src/domain/access/held.ts'
import { type DocumentRef, parseDocumentName } from '../src/domain/documents.ts'
import { personId, reviewId } from '../src/domain/ids.ts'
import type { Access } from './access.ts'
import { londonDate } from '../src/domain/london.ts'
import type { RelayPorts } from './ports.ts'

const KEPT = 5_000

export interface Audiences<T> {
  /** Everybody listening who may read a document. */
  of(doc: string): Iterable<T>
  joined(listener: T): void
  left(listener: T): void
}

/**
 * Who may read what, of those who listen: worked out once for each document, because
 * asking everybody about every new row would take longer than storing it.
 */
export function createAudiences<T>(
  { accounts, now }: RelayPorts,
  access: Access,
  listeners: () => Iterable<T>,
  personOf: (listener: T) => string,
): Audiences<T> {
  const kept = new Map<string, { readonly ref: DocumentRef; readonly audience: Set<T> }>()
  /** Who has to do with a review at all; worked out when first asked for. */
  let byReview: Map<string, Set<T>> | null = null
  let madeFor = ''

  const factsOf = (listener: T) => access.facts(personOf(listener))
  const reads = (listener: T, ref: DocumentRef) => may(factsOf(listener), 'read', ref)
  const index = (listener: T, reviews: Map<string, Set<T>>) => {
    for (const { id } of factsOf(listener).reviews)
      reviews.set(id, (reviews.get(id) ?? new Set<T>()).add(listener))
  }
  const forgetOld = () => {
    const current = `${accounts.version()} ${londonDate(now())}`
    if (current !== madeFor) byReview = null
    if (current !== madeFor || kept.size > KEPT) kept.clear()
    madeFor = current
  }
  const candidates = (ref: DocumentRef): Iterable<T> => {
    if (!('review' in ref)) return listeners()
    if (!byReview) {
      byReview = new Map()
      for (const listener of listeners()) index(listener, byReview)
    }
    return byReview.get(ref.review) ?? []
  }

  return {
    of(doc) {
      forgetOld()
      const known = kept.get(doc)
      if (known) return known.audience
      const ref = parseDocumentName(doc)
      if (!ref.ok) return []
      const audience = new Set([...candidates(ref.value)].filter((one) => reads(one, ref.value)))
      kept.set(doc, { ref: ref.value, audience })
      return audience
    },
    joined(listener) {
      forgetOld()
      if (byReview) index(listener, byReview)
      for (const { ref, audience } of kept.values())
        if (reads(listener, ref)) audience.add(listener)
    },
    left(listener) {
      for (const { audience } of kept.values()) audience.delete(listener)
      for (const { id } of byReview ? factsOf(listener).reviews : [])
        byReview?.get(id)?.delete(listener)
    },
  }
}

/** Whose devices somebody may know of: their own, and those of a team whose review they read. */
export function sharesReview(facts: AccessFacts, person: string): boolean {
  return (
    facts.person === person ||
    facts.reviews.some(
      (review) =>
        onTeam(review, personId(person)) &&
        may(facts, 'read', { kind: 'review', review: reviewId(review.id) }),
    )
  )
}

/** Everybody whose devices this person may know of. */
export const colleagues = (facts: AccessFacts): string[] => {
  const team = facts.reviews.flatMap(({ lead, reviewers }) => [lead, ...reviewers])
  return [...new Set([facts.person, ...team])].filter((person) => sharesReview(facts, person))
}
