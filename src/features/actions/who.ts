import type { AccessFacts } from '../../domain/access/facts.ts'
import { any, TRUST_READERS, trustRoles } from '../../domain/access/held.ts'
import { may } from '../../domain/access/table.ts'
import { type DocumentName, documentName } from '../../domain/documents.ts'
import { isoDate, urn } from '../../domain/ids.ts'
import { schoolYearOf } from '../../domain/school-year.ts'

/** Where a school's actions of this year lie. @param today yyyy-mm-dd */
export const actionsDocument = (school: string, today: string): DocumentName =>
  documentName({ kind: 'school', urn: urn(school), year: schoolYearOf(isoDate(today)) })

/** URNs of the schools into whose list this person may write. */
export const schoolsToWrite = (me: AccessFacts, today: string): string[] =>
  (me.schools ?? []).filter((school) =>
    may(me, 'write', { kind: 'school', urn: urn(school), year: schoolYearOf(isoDate(today)) }),
  )

/** Those who answer for every school compare how they stand. */
export const seesEverySchool = (me: AccessFacts): boolean => any(trustRoles(me), TRUST_READERS)
