import {
  type DocumentName,
  documentName,
  type DocumentRef,
  parseDocumentName,
} from '../documents.ts'
import type { Urn } from '../ids.ts'
import { beganClass, classOfSitting } from '../qla/names.ts'
import { heldOn, type Role } from '../roles.ts'
import type { AccessFacts } from './facts.ts'
import { any, ASSESSMENT_LEADERS, SCHOOL_LEADERS, schoolRoles, trustRoles } from './held.ts'

/** Who keeps the trust's library of papers. Teachers use what is in it. */
const KEEPERS: readonly Role[] = [
  ...SCHOOL_LEADERS,
  'EHT',
  'Central AHT',
  'TIL',
  'Subject lead',
  'AP Achievement',
]

/** Whether one of these roles is held today, at whatever school or for the trust. */
const holdsAnywhere = (facts: AccessFacts, roles: readonly Role[]): boolean =>
  facts.roles.some((held) => roles.includes(held.role) && heldOn(held, facts.today))

export const mayKeepPapers = (facts: AccessFacts): boolean => holdsAnywhere(facts, KEEPERS)

/** Boundaries are checked by the Assistant Principal in charge of achievement, of whatever school (C30). */
export const mayCheckBoundaries = (facts: AccessFacts): boolean =>
  holdsAnywhere(facts, ['AP Achievement'])

/** The trust's own numbers are set by those who lead achievement, for the trust or as AP Achievement. */
export const maySetQla = (facts: AccessFacts): boolean =>
  mayCheckBoundaries(facts) || any(trustRoles(facts), ['EHT', 'Central AHT', 'TIL'])

/** Going on without a step is for the school's senior leaders, with a reason (B9). */
export const mayWaive = (facts: AccessFacts, school: Urn | string): boolean =>
  any(schoolRoles(facts, school), [...SCHOOL_LEADERS, 'AP Achievement'])

/** Whether every class of a school is somebody's to see, not only those that they teach (B10). */
export const followsAll = (facts: AccessFacts, school: Urn | string): boolean =>
  any(schoolRoles(facts, school), ASSESSMENT_LEADERS)

/** Whether somebody begins classes and papers of their own at a school. */
export const assesses = (facts: AccessFacts, school: Urn | string): boolean =>
  any(schoolRoles(facts, school), [...ASSESSMENT_LEADERS, 'Teacher'])

/** Who can be named as the teacher of a class, or be asked to mark a paper. */
const CLASS_STAFF: readonly Role[] = ['Teacher', 'TA', 'SENDCO']

type OfAClass = Extract<DocumentRef, { kind: 'class' | 'qla' }>

const listOf = (ref: OfAClass) =>
  ref.kind === 'class'
    ? ref
    : ({ ...ref, kind: 'class', class: classOfSitting(ref.sitting) } as const)

/**
 * Whether a class, or a paper that it sat, is this person's to see and to write: as a leader of
 * assessment at the school, as its teacher, or as a colleague who was asked to mark the paper (B10).
 */
export function mayOfClass(facts: AccessFacts, ref: OfAClass): boolean {
  if (followsAll(facts, ref.urn)) return true
  const { person, teaching = [], handedOn = [] } = facts
  const list = documentName(listOf(ref))
  const began = beganClass(listOf(ref).class) === person && !handedOn.includes(list)
  if (began && assesses(facts, ref.urn)) return true
  if (!any(schoolRoles(facts, ref.urn), CLASS_STAFF)) return false
  return teaching.includes(list) || teaching.includes(documentName(ref))
}

/**
 * The analysis that a class list speaks of, if it belongs on this person's device (C53).
 * @param list name of the document that the record lies in
 * @returns its document, or null
 */
export function sittingDocument(
  facts: AccessFacts,
  list: string,
  sitting: string,
): DocumentName | null {
  const of = parseDocumentName(list)
  if (!of.ok || of.value.kind !== 'class') return null
  const { urn, year, class: group } = of.value
  // A list speaks of its own papers only, whatever somebody wrote into it.
  if (classOfSitting(sitting) !== group) return null
  const ref = { kind: 'qla', urn, year, sitting } as const
  return mayOfClass(facts, ref) ? documentName(ref) : null
}
