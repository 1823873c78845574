import { useParams } from '@tanstack/react-router'
import { documentsOf } from '../../domain/access/documents-of.ts'
import { may } from '../../domain/access/table.ts'
import { documentName, type DocumentRef, parseDocumentName } from '../../domain/documents.ts'
import { schoolRecord } from '../../domain/trust.ts'
import { useDesk, useRecords } from '../../store/react.tsx'

export type VisitRef = Extract<DocumentRef, { kind: 'control' }>

export const visitPath = ({ urn, date }: VisitRef): string => `/control/${urn}/${date}`

/** The visit of the address, or null when it is none or not this person's to read. */
export function useVisit(): { visit: VisitRef; name: string; writes: boolean } | null {
  const { me } = useDesk()
  const { urn = '', date = '' } = useParams({ strict: false })
  const name = `control/${urn}/${date}`
  const ref = parseDocumentName(name)
  if (!ref.ok || ref.value.kind !== 'control' || !may(me, 'read', ref.value)) return null
  return { visit: ref.value, name: documentName(ref.value), writes: may(me, 'write', ref.value) }
}

/** Visits that this device holds, the newest day first. */
export function useVisits(): VisitRef[] {
  const { me } = useDesk()
  const refs = documentsOf(me).flatMap((name) => {
    const ref = parseDocumentName(name)
    return ref.ok && ref.value.kind === 'control' ? [ref.value] : []
  })
  return refs.sort((a, b) => b.date.localeCompare(a.date) || a.urn.localeCompare(b.urn))
}

/** Names of schools by URN. */
export function useSchoolName(): (urn: string) => string {
  const schools = useRecords(schoolRecord, ['trust']).rows
  return (urn) => schools.find((school) => school.urn === urn)?.name ?? `School ${urn}`
}
