import { personRecord, schoolRecord } from '../../domain/trust.ts'
import { useDesk, useRecords } from '../../store/react.tsx'

/** Names by person, from the trust's list. */
export function usePeople(): (person: string) => string {
  const { me } = useDesk()
  const names = new Map(useRecords(personRecord, ['trust']).rows.map((p) => [p.person, p.name]))
  return (person) => names.get(person) ?? (person === me.person ? me.name : 'A colleague')
}

/** Everybody on the trust's list: names that a note is better without. */
export const useNames = (): string[] =>
  useRecords(personRecord, ['trust']).rows.map(({ name }) => name)

/** Who works at a school or for the whole trust, by name. */
export function useStaff(urn: string, trustToo = false): { value: string; label: string }[] {
  return useRecords(personRecord, ['trust'])
    .rows.filter((p) => p.urn === urn || (trustToo && p.urn === null))
    .map(({ person, name, job }) => ({ value: person, label: `${name}, ${job}` }))
    .sort((a, b) => a.label.localeCompare(b.label))
}

/** The school's designated safeguarding lead by the trust's list, or ''. */
export const useDslName = (urn: string): string =>
  useRecords(personRecord, ['trust']).rows.find(
    (p) => p.urn === urn && /designated safeguarding lead|\bDSL\b/i.test(p.job),
  )?.name ?? ''

export interface SchoolHere {
  readonly name: string
  readonly phase: string
}

/** Schools by URN, from the trust's list. */
export function useSchools(): (urn: string) => SchoolHere {
  const rows = useRecords(schoolRecord, ['trust']).rows
  const schools = new Map(rows.map((school) => [school.urn, school]))
  return (urn) => schools.get(urn) ?? { name: `School ${urn}`, phase: '' }
}
