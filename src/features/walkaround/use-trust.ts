import { type DueRule, USUAL_DUE } from '../../domain/actions/due.ts'
import { personRecord, schoolRecord, trustRecord } from '../../domain/trust.ts'
import { useDesk, useRecords } from '../../store/react.tsx'

/** Names by person, from the trust's list. */
export function usePeople(): (person: string) => string {
  const { me } = useDesk()
  const people = useRecords(personRecord, ['trust']).rows
  const names = new Map(people.map(({ person, name }) => [person, name]))
  return (person) => names.get(person) ?? (person === me.person ? me.name : 'A colleague')
}

/** Names of schools by URN. */
export function useSchools(): (urn: string) => string {
  const schools = useRecords(schoolRecord, ['trust']).rows
  const names = new Map(schools.map(({ urn, name }) => [urn, name]))
  return (urn) => names.get(urn) ?? `School ${urn}`
}

/** People of a school, and those of the trust after them, by name. */
export function usePeopleOf(urn: string) {
  const people = useRecords(personRecord, ['trust']).rows
  return people
    .filter((person) => person.urn === urn || person.urn === null)
    .sort(
      (a, b) =>
        Number(a.urn === null) - Number(b.urn === null) || a.name.localeCompare(b.name, 'en-GB'),
    )
}

/** Days until an action is due by its colour, as the trust has set them. */
export const useDueRule = (): DueRule =>
  useRecords(trustRecord, ['trust']).rows[0]?.dueDays ?? USUAL_DUE
