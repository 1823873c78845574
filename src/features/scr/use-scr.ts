import { useParams } from '@tanstack/react-router'
import { rolesAt } from '../../domain/roles.ts'
import { may } from '../../domain/access/table.ts'
import { type DocumentRef, documentName, parseDocumentName } from '../../domain/documents.ts'
import { urn as asUrn } from '../../domain/ids.ts'
import { schoolYearBefore, schoolYearOf } from '../../domain/school-year.ts'
import { personRecord, schoolRecord } from '../../domain/trust.ts'
import { useDesk, useRecords } from '../../store/react.tsx'

type ScrRef = Extract<DocumentRef, { kind: 'scr' }>

export const checkPath = (urn: string, year: string, check: string): string =>
  `/checks/scr/${urn}/${year}/${check}`

export const newPath = (urn: string): string => `/checks/scr/new/${urn}`

export interface SchoolScr {
  readonly urn: string
  /** Documents of spot checks that this person may open, this year's first. */
  readonly own: readonly string[]
  /** Documents in which the result lies, for those who see only that. */
  readonly results: readonly string[]
  readonly mayStart: boolean
}

/** Schools of which this person sees spot checks, or their result. */
export function useSchools(): SchoolScr[] {
  const { me, readOnly } = useDesk()
  const years = [schoolYearOf(me.today), schoolYearBefore(me.today)]
  return (me.schools ?? []).flatMap((school) => {
    const urn = asUrn(school)
    const readable = (kind: 'scr' | 'school') =>
      years
        .map((year): DocumentRef => ({ kind, urn, year }))
        .filter((ref) => may(me, 'read', ref))
        .map(documentName)
    const [own, results] = [readable('scr'), readable('school')]
    const now: DocumentRef = { kind: 'scr', urn, year: years[0] ?? '' }
    if (own.length === 0 && results.length === 0) return []
    return [{ urn, own, results, mayStart: !readOnly && may(me, 'write', now) }]
  })
}

export interface ScrHere {
  readonly of: ScrRef
  readonly name: string
  /** Where those look who see only the result. */
  readonly resultName: string
  readonly writes: boolean
}

/** The document of the address with what this person may do in it, or null when it is not theirs to read. */
export function useScrDocument(): ScrHere | null {
  const { me } = useDesk()
  const { urn = '', year = schoolYearOf(me.today) } = useParams({ strict: false })
  const ref = parseDocumentName(`scr/${urn}/${year}`)
  if (!ref.ok || ref.value.kind !== 'scr' || !may(me, 'read', ref.value)) return null
  return {
    of: ref.value,
    name: documentName(ref.value),
    resultName: documentName({ ...ref.value, kind: 'school' }),
    writes: may(me, 'write', ref.value),
  }
}

/** Whether this person looks again at what was put right. */
export function useComplies(): boolean {
  const { me } = useDesk()
  return rolesAt(me.roles, me.today, null).includes('Compliance Manager')
}

/** Names of schools by URN. */
export function useSchoolName(): (urn: string) => string {
  const schools = useRecords(schoolRecord, ['trust']).rows
  return (urn) => schools.find((school) => school.urn === urn)?.name ?? `School ${urn}`
}

/** Names of those who work with this app; never of those on the record. */
export function usePersonName(): (person: string) => string {
  const people = useRecords(personRecord, ['trust']).rows
  return (id) => people.find(({ person }) => person === id)?.name ?? 'a colleague'
}
