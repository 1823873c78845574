import { personRecord } from '../../../domain/trust.ts'
import { useRecords } from '../../../store/react.tsx'

/** Who works at a school, by name. */
export const useStaff = (urn: string): { value: string; label: string }[] =>
  useRecords(personRecord, ['trust'])
    .rows.filter((p) => p.urn === urn)
    .map(({ person, name, job }) => ({ value: person, label: `${name}, ${job}` }))
    .sort((a, b) => a.label.localeCompare(b.label))
