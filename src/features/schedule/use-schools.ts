import { may } from '../../domain/access/table.ts'
import { documentName } from '../../domain/documents.ts'
import { urn as toUrn } from '../../domain/ids.ts'
import { schoolYearOf } from '../../domain/school-year.ts'
import { personRecord, schoolRecord } from '../../domain/trust.ts'
import { useDesk, useRecords } from '../../store/react.tsx'

export interface SchoolHere {
  readonly urn: string
  readonly name: string
  /** Whether this person may write what the school keeps by the year. */
  readonly writes: boolean
}

export const schoolDocument = (urn: string, year: string): string =>
  documentName({ kind: 'school', urn: toUrn(urn), year })

/** Schools whose visits this person may read, by name. */
export function useSchoolsHere(): readonly SchoolHere[] {
  const { me } = useDesk()
  const known = useRecords(schoolRecord, ['trust']).rows
  const year = schoolYearOf(me.today)
  return (me.schools ?? [])
    .flatMap((urn) => {
      const ref = { kind: 'school', urn: toUrn(urn), year } as const
      if (!may(me, 'read', ref)) return []
      const name = known.find((school) => school.urn === urn)?.name ?? `School ${urn}`
      return [{ urn, name, writes: may(me, 'write', ref) }]
    })
    .sort((a, b) => a.name.localeCompare(b.name))
}

export function usePeople() {
  const people = useRecords(personRecord, ['trust']).rows
  return {
    people: [...people].sort((a, b) => a.name.localeCompare(b.name)),
    nameOf: (id: string) => people.find(({ person }) => person === id)?.name ?? 'Somebody',
  }
}
