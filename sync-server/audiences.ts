import { type AccessFacts, may, onTeam } from '../src/domain/access.ts'
import { parseDocumentName } from '../src/domain/documents.ts'
import { personId, reviewId } from '../src/domain/ids.ts'
import type { Access } from './access.ts'
import { londonDate } from './london.ts'
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
  const kept = new Map<string, Set<T>>()
  let madeFor = ''

  const reads = (listener: T, doc: string): boolean => {
    const ref = parseDocumentName(doc)
    return ref.ok && may(access.facts(personOf(listener)), 'read', ref.value)
  }
  const forgetOld = () => {
    const current = `${accounts.version()} ${londonDate(now())}`
    if (current !== madeFor || kept.size > KEPT) kept.clear()
    madeFor = current
  }

  return {
    of(doc) {
      forgetOld()
      const known = kept.get(doc)
      if (known) return known
      const audience = new Set([...listeners()].filter((listener) => reads(listener, doc)))
      kept.set(doc, audience)
      return audience
    },
    joined(listener) {
      forgetOld()
      for (const [doc, audience] of kept) if (reads(listener, doc)) audience.add(listener)
    },
    left(listener) {
      for (const audience of kept.values()) audience.delete(listener)
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
