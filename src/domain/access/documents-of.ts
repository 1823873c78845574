import {
  type DocumentName,
  documentName,
  type DocumentRef,
  parseDocumentName,
} from '../documents.ts'
import { isoDate, personId, repId, reviewId, urn } from '../ids.ts'
import type { AccessFacts, ReviewAccess } from './facts.ts'
import { schoolYearBefore, schoolYearOf } from '../school-year.ts'
import { schoolRoles } from './held.ts'
import { may } from './table.ts'

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

const worksAt = (facts: AccessFacts, school: string) => schoolRoles(facts, school).length > 0

const YEARLY = ['school', 'checks', 'scr', 'walks', 'moderation', 'qla-counts'] as const

/** This school year, and the one before, whose open work goes on. */
const yearsOf = ({ today }: AccessFacts) => [schoolYearOf(today), schoolYearBefore(today)]

/** Class lists, and papers that this person was asked to mark. Papers of a class follow from its list. */
const documentsOfClasses = (facts: AccessFacts): DocumentName[] =>
  (facts.teaching ?? []).flatMap((name) => {
    const ref = parseDocumentName(name)
    if (!ref.ok || (ref.value.kind !== 'class' && ref.value.kind !== 'qla')) return []
    const counts = yearsOf(facts).includes(ref.value.year) && may(facts, 'read', ref.value)
    return counts ? [documentName(ref.value)] : []
  })

/** What a school keeps by the year. */
function documentsOfSchools(facts: AccessFacts): DocumentName[] {
  const years = yearsOf(facts)
  const refs = (facts.schools ?? []).flatMap((school) =>
    years.flatMap((year): DocumentRef[] => [
      ...YEARLY.map((kind) => ({ kind, urn: urn(school), year })),
      // Walkers share into others' documents, and follow none of them but their own.
      ...(worksAt(facts, school)
        ? [{ kind: 'visited', urn: urn(school), year, person: facts.person } as const]
        : []),
    ]),
  )
  return refs.filter((ref) => may(facts, 'read', ref)).map(documentName)
}

/** Of a plan that is mine to open: itself, and the work on it. A mentor has both along with no signal. */
function documentsOfReps(facts: AccessFacts): DocumentName[] {
  const refs = (facts.reps ?? []).flatMap(({ id }): DocumentRef[] => [
    { kind: 'rep', rep: repId(id) },
    { kind: 'rep-work', rep: repId(id) },
  ])
  return refs.filter((ref) => may(facts, 'read', ref)).map(documentName)
}

/** Every document this person's device should hold. */
export const documentsOf = (facts: AccessFacts): DocumentName[] => [
  ...new Set([
    ...(may(facts, 'read', { kind: 'trust' }) ? [documentName({ kind: 'trust' })] : []),
    ...(may(facts, 'read', { kind: 'templates' }) ? [documentName({ kind: 'templates' })] : []),
    ...(may(facts, 'read', { kind: 'papers' }) ? [documentName({ kind: 'papers' })] : []),
    ...(may(facts, 'read', { kind: 'achievement' }) ? [documentName({ kind: 'achievement' })] : []),
    ...(may(facts, 'read', { kind: 'boundary-checks' })
      ? [documentName({ kind: 'boundary-checks' })]
      : []),
    ...documentsOfSchools(facts),
    ...documentsOfClasses(facts),
    ...facts.reviews.flatMap((review) => documentsOfReview(facts, review)),
    ...controlVisits(facts),
    ...documentsOfReps(facts),
    ...(facts.plans ?? []).map(({ id }) => documentName({ kind: 'plan', review: reviewId(id) })),
  ]),
]

/** Whether anything of these kinds is this person's to open. */
export const holdsKind = (
  facts: AccessFacts,
  kinds: readonly ((typeof YEARLY)[number] | 'visited')[],
): boolean =>
  documentsOfSchools(facts).some((name) => kinds.some((kind) => name.startsWith(`${kind}/`)))
