import { personRecord, schoolRecord } from '../../../domain/trust.ts'
import { useDesk, useRecords } from '../../../store/react.tsx'

/** Names by person, from the trust's list. */
export function usePeople(): (person: string) => string {
  const { me } = useDesk()
  const names = new Map(useRecords(personRecord, ['trust']).rows.map((p) => [p.person, p.name]))
  return (person) => names.get(person) ?? (person === me.person ? me.name : 'A colleague')
}

/** Who works at a school, by name. */
export const useStaff = (urn: string): { value: string; label: string }[] =>
  useRecords(personRecord, ['trust'])
    .rows.filter((p) => p.urn === urn)
    .map(({ person, name, job }) => ({ value: person, label: `${name}, ${job}` }))
    .sort((a, b) => a.label.localeCompare(b.label))

/** Names of schools by URN. */
export function useSchoolName(): (urn: string) => string {
  const names = new Map(useRecords(schoolRecord, ['trust']).rows.map((s) => [s.urn, s.name]))
  return (urn) => names.get(urn) ?? `School ${urn}`
}
