import { personRecord } from '../domain/trust.ts'
import { useDesk, useRecords } from './react.tsx'

/** Names by person, from the trust's list. */
export function useNames(): (person: string) => string {
  const { me } = useDesk()
  const people = useRecords(personRecord, ['trust']).rows
  const names = new Map(people.map(({ person, name }) => [person, name]))
  return (person) => names.get(person) ?? (person === me.person ? me.name : 'a colleague')
}
