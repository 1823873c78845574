import type { Action } from '../../domain/actions/action.ts'
import { PickOne } from '../../ui/pick-one.tsx'
import { TextLine } from '../../ui/text-line.tsx'
import type { Names } from './use-names.ts'

const LONGEST = 120

interface OwnerBoxProps {
  owner: Action['owner']
  /** URN of the school, whose people come first. */
  urn: string
  names: Names
  onChange: (owner: Action['owner']) => void
  error?: string | undefined
}

/** Somebody of the school or the trust, or a role or group in words. */
export function OwnerBox({ owner, urn, names, onChange, error }: OwnerBoxProps) {
  const here = names.people.filter((person) => person.urn === urn)
  const trust = names.people.filter((person) => person.urn === null)
  return (
    <>
      <PickOne
        label="Owner"
        empty="Nobody yet"
        error={error}
        options={[...here, ...trust].map(({ person, name, job }) => ({
          value: person,
          label: `${name}, ${job}`,
        }))}
        value={owner?.kind === 'person' ? owner.value : null}
        onChange={(value) => onChange(value === null ? null : { kind: 'person', value })}
      />
      <TextLine
        label="Or a role or group"
        hint="For example, all teachers of Year 4"
        value={owner?.kind === 'role' ? owner.value : ''}
        onChange={(value) =>
          onChange(value === '' ? null : { kind: 'role', value: value.slice(0, LONGEST) })
        }
      />
    </>
  )
}
