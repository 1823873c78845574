import { personRecord, schoolRecord } from '../../domain/trust.ts'
import { useRecords } from '../../store/react.tsx'

interface Option {
  readonly value: string
  readonly label: string
}

const label = ({ name, job }: { name: string; job: string }) =>
  job === '' ? name : `${name}, ${job}`

/** Who may own or show an item: the school's people first, then the trust's. */
export function useColleagues(urn: string): Option[] {
  const people = [...useRecords(personRecord, ['trust']).rows].sort((a, b) =>
    a.name.localeCompare(b.name, 'en-GB'),
  )
  const ofSchool = people.filter((person) => person.urn === urn)
  const ofTrust = people.filter((person) => person.urn === null)
  return [...ofSchool, ...ofTrust].map((one) => ({ value: one.person, label: label(one) }))
}

/** Those whose job the trust lists as mentor, at the school or for the trust, and those named already. */
export function useMentors(urn: string | null, named: readonly string[]): Option[] {
  return useRecords(personRecord, ['trust'])
    .rows.filter(
      (one) =>
        named.includes(one.person) ||
        (/\bmentor\b/i.test(one.job) && (one.urn === null || one.urn === urn)),
    )
    .map(({ person, name }) => ({ value: person, label: name }))
    .sort((a, b) => a.label.localeCompare(b.label, 'en-GB'))
}

export interface SchoolHere {
  readonly urn: string
  readonly name: string
}

/** Schools by name, from the trust's list. */
export function useSchools(): { readonly rows: readonly SchoolHere[]; readonly loading: boolean } {
  const { rows, loading } = useRecords(schoolRecord, ['trust'])
  return { rows: [...rows].sort((a, b) => a.name.localeCompare(b.name, 'en-GB')), loading }
}
