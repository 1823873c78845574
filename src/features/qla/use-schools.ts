import { may } from '../../domain/access/table.ts'
import { urn as asUrn } from '../../domain/ids.ts'
import { schoolYearOf } from '../../domain/school-year.ts'
import { schoolRecord } from '../../domain/trust.ts'
import { useDesk, useRecords } from '../../store/react.tsx'

/** Names of schools by URN. */
export function useSchoolNames(): (urn: string) => string {
  const schools = useRecords(schoolRecord, ['trust']).rows
  const names = new Map(schools.map(({ urn, name }) => [urn, name]))
  return (urn) => names.get(urn) ?? `School ${urn}`
}

/** Schools whose class lists this person keeps, and the school year that it is. */
export function useMySchools(): { readonly urns: readonly string[]; readonly year: string } {
  const { me } = useDesk()
  const year = schoolYearOf(me.today)
  const urns = (me.schools ?? []).filter((urn) =>
    may(me, 'write', { kind: 'classes', urn: asUrn(urn), year }),
  )
  return { urns, year }
}
