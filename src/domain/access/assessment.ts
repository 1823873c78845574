import { type DocumentName, documentName, parseDocumentName } from '../documents.ts'
import type { Urn } from '../ids.ts'
import { heldOn, type Role } from '../roles.ts'
import type { AccessFacts } from './facts.ts'
import { any, SCHOOL_LEADERS, schoolRoles } from './held.ts'

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

/** Going on without a step is for the school's senior leaders, with a reason (B9). */
export const mayWaive = (facts: AccessFacts, school: Urn | string): boolean =>
  any(schoolRoles(facts, school), [...SCHOOL_LEADERS, 'AP Achievement'])

/** Whether somebody follows every analysis of a school, not only those of the classes they teach (C53). */
export const followsAll = (facts: AccessFacts, school: Urn | string): boolean =>
  any(schoolRoles(facts, school), [...SCHOOL_LEADERS, 'AP Achievement', 'Subject lead'])

/**
 * The analysis that a class list speaks of, if it belongs on this person's device (C53).
 * @param classes name of the document that the record lies in
 * @returns its document, or null
 */
export function sittingDocument(
  facts: AccessFacts,
  classes: string,
  { sitting, teachers }: { readonly sitting: string; readonly teachers: readonly string[] },
): DocumentName | null {
  const of = parseDocumentName(classes)
  if (!of.ok || of.value.kind !== 'classes') return null
  const { urn, year } = of.value
  const teaches = teachers.includes(facts.person) && schoolRoles(facts, urn).length > 0
  return teaches || followsAll(facts, urn)
    ? documentName({ kind: 'qla', urn, year, sitting })
    : null
}
