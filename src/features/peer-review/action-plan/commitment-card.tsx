import { useState } from 'react'
import { commitmentLacks, listLacks } from '../../../domain/action-plan/commitments.ts'
import { ACTION_LENGTH, type Action, actionRecord } from '../../../domain/actions/action.ts'
import { personRecord, schoolRecord } from '../../../domain/trust.ts'
import { useDesk, useRecords } from '../../../store/react.tsx'
import { Badge } from '../../../ui/badge.tsx'
import { Button } from '../../../ui/button.tsx'
import { IconTrash } from '../../../ui/icons.ts'
import { PickOne } from '../../../ui/pick-one.tsx'
import { TextLine } from '../../../ui/text-line.tsx'
import { SharedText } from '../answers/shared-text.tsx'
import { fullAt, sayFull } from '../prepare/place.ts'
import { DayBox } from '../../../ui/day-box.tsx'
import styles from './plan.module.css'
import type { PlanHere } from './use-plan.ts'

interface CardProps {
  n: number
  commitment: Action
  plan: PlanHere
  fresh: boolean
}

type Change = (fields: Partial<Omit<Action, 'id' | 'status'>>) => void

/** One commitment: what, who, by when, and what one would see in pupils' work or talk. */
export function CommitmentCard({ n, commitment, plan, fresh }: CardProps) {
  const { now } = useDesk()
  const [removing, setRemoving] = useState(false)
  const lacks = commitmentLacks(commitment)
  const change: Change = (fields) => plan.doc.change(actionRecord, commitment.id, fields)
  const text = (field: 'what' | 'lookFor' | 'success', label: string, hint?: string) => (
    <SharedText
      label={label}
      hint={hint}
      ref={fullAt(ACTION_LENGTH)}
      minRows={2}
      startHere={fresh && field === 'what'}
      value={commitment[field]}
      onChange={(value) => change({ [field]: value })}
      error={sayFull(commitment[field], ACTION_LENGTH)}
    />
  )
  return (
    <li className={styles.commitment}>
      <div className={styles.head}>
        <h3>Commitment {n}</h3>
        {lacks.length > 0 ? (
          <Badge tone="warn">Lacks {listLacks(lacks)}</Badge>
        ) : (
          <Badge tone="ok">Whole</Badge>
        )}
      </div>
      {text('what', 'What will be done')}
      <Owner commitment={commitment} plan={plan} onChange={change} />
      <DayBox label="By when" value={commitment.due} onChange={(due) => change({ due })} />
      {text('lookFor', 'Look-for', 'What would one see in pupils’ work, or hear in their talk?')}
      {text('success', 'How we will know it worked')}
      <HelpFrom commitment={commitment} plan={plan} onChange={change} />
      <Button
        tone="plain"
        icon={IconTrash}
        disabled={removing}
        onClick={() => {
          setRemoving(true)
          change({ removedAt: now() })
        }}
      >
        Remove commitment {n}
      </Button>
    </li>
  )
}

interface FieldProps {
  commitment: Action
  plan: PlanHere
  onChange: Change
}

const OWNER_LENGTH = 120

/** Somebody of the school from the trust's list, or a role or group in words. */
function Owner({ commitment: { owner }, plan, onChange }: FieldProps) {
  const people = useRecords(personRecord, ['trust']).rows
  const here = people
    .filter(({ urn }) => urn === plan.urn)
    .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))
  return (
    <div className={styles.lines}>
      <PickOne
        label="Owner"
        empty="Pick somebody of the school"
        options={here.map(({ person, name, job }) => ({ value: person, label: `${name}, ${job}` }))}
        value={owner?.kind === 'person' ? owner.value : null}
        onChange={(value) => onChange({ owner: value === null ? null : { kind: 'person', value } })}
      />
      <TextLine
        label="Or a role or group"
        hint="For example, all teachers of Year 4"
        value={owner?.kind === 'role' ? owner.value : ''}
        onChange={(value) =>
          onChange({
            owner: value === '' ? null : { kind: 'role', value: value.slice(0, OWNER_LENGTH) },
          })
        }
      />
    </div>
  )
}

function HelpFrom({ commitment, plan, onChange }: FieldProps) {
  const schools = useRecords(schoolRecord, ['trust']).rows
  const others = schools
    .filter(({ urn }) => urn !== plan.urn)
    .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))
  return (
    <PickOne
      label="Help from another school"
      empty="None asked for"
      options={others.map(({ urn, name }) => ({ value: urn, label: name }))}
      value={commitment.helpFrom === '' ? null : commitment.helpFrom}
      onChange={(helpFrom) => onChange({ helpFrom: helpFrom ?? '' })}
    />
  )
}
