import { useCallback, useMemo } from 'react'
import type { Action } from '../../domain/actions/action.ts'
import { personRecord, schoolRecord } from '../../domain/trust.ts'
import { useRecords } from '../../store/react.tsx'

type Person = Extract<ReturnType<typeof personRecord.read>, { readonly ok: true }>['value']

export interface Names {
  readonly schools: readonly { readonly urn: string; readonly name: string }[]
  readonly people: readonly Person[]
  readonly schoolOf: (urn: string) => string
  readonly personOf: (person: string) => string
  /** Who owns an action, by name or by role. */
  readonly ownerOf: (action: Pick<Action, 'owner'>) => string
}

const TRUST = ['trust']
const byName = <T extends { readonly name: string }>(list: readonly T[]): T[] =>
  [...list].sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))

/** Names of schools and people, from the trust's list. */
export function useNames(): Names {
  const schoolRows = useRecords(schoolRecord, TRUST).rows
  const peopleRows = useRecords(personRecord, TRUST).rows
  const schoolKey = schoolRows.map(({ urn, name }) => `${urn} ${name}`).join('\n')
  const peopleKey = peopleRows.map(({ person, name }) => `${person} ${name}`).join('\n')
  // Rows are new at each look; their words are what counts.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const schools = useMemo(() => byName(schoolRows), [schoolKey])
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const people = useMemo(() => byName(peopleRows), [peopleKey])
  const schoolOf = useCallback(
    (urn: string) =>
      schools.find((school) => school.urn === urn)?.name ??
      (urn === '' ? 'The trust' : `School ${urn}`),
    [schools],
  )
  const byPerson = useMemo(
    () => new Map(people.map(({ person, name }) => [person, name])),
    [people],
  )
  const personOf = useCallback(
    (person: string) => byPerson.get(person) ?? 'Somebody who has left',
    [byPerson],
  )
  const ownerOf = useCallback(
    ({ owner }: Pick<Action, 'owner'>) =>
      owner === null ? 'Nobody yet' : owner.kind === 'person' ? personOf(owner.value) : owner.value,
    [personOf],
  )
  return { schools, people, schoolOf, personOf, ownerOf }
}
