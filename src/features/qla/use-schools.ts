import { assesses } from '../../domain/access/assessment.ts'
import { schoolYearOf } from '../../domain/school-year.ts'
import { schoolRecord } from '../../domain/trust.ts'
import { useDesk, useRecords } from '../../store/react.tsx'

/** Names of schools by URN. */
export function useSchoolNames(): (urn: string) => string {
  const schools = useRecords(schoolRecord, ['trust']).rows
  const names = new Map(schools.map(({ urn, name }) => [urn, name]))
  return (urn) => names.get(urn) ?? `School ${urn}`
}

/** Schools where this person keeps classes, their own or all, and the school year that it is. */
export function useMySchools(): { readonly urns: readonly string[]; readonly year: string } {
  const { me } = useDesk()
  const year = schoolYearOf(me.today)
  const urns = (me.schools ?? []).filter((urn) => assesses(me, urn))
  return { urns, year }
}
