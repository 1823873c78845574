import { useState } from 'react'
import {
  ACTION_STATUSES,
  type Action,
  actionRecord,
  type ActionStatus,
  actionStatusWords,
  statusNeeds,
  statusOf,
} from '../../domain/actions/action.ts'
import { closeRefusal, type CloseRefusal, doerOf } from '../../domain/actions/closing.ts'
import { listLacks } from '../../domain/action-plan/commitments.ts'
import { useDesk } from '../../store/react.tsx'
import { BigText } from '../../ui/big-text.tsx'
import { Button } from '../../ui/button.tsx'
import { ChoiceChips } from '../../ui/choice-chips.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { DayBox } from '../../ui/day-box.tsx'
import { moveAction } from './moving.ts'
import type { ActionHere } from './one-action.tsx'
import styles from './actions.module.css'
import type { Names } from './use-names.ts'

interface MoveProps {
  here: ActionHere
  names: Names
  today: string
}

const OPTIONS = ACTION_STATUSES.map(([value, label]) => ({ value, label }))

/** Moves an action on. What the step needs is asked for first (C25); who may not close it is told why. */
export function MoveAction({ here, names, today }: MoveProps) {
  const { me, now } = useDesk()
  const { action, document } = here
  const status = statusOf(action)
  const [asked, setAsked] = useState<ActionStatus | null>(null)
  const change = (fields: Partial<Action>) => document.change(actionRecord, action.id, fields)
  const refusal = closeRefusal(action, me)
  const move = (to: ActionStatus) => {
    moveAction(document, action, to, { person: me.person, today, at: now() })
    setAsked(null)
  }
  const choose = (to: ActionStatus | null) => {
    if (to === null || to === status) return setAsked(null)
    if (to === 'closed' && refusal !== null) return setAsked(to)
    if (to === 'closed' && action.closedOn === '') change({ closedOn: today })
    const needs = statusNeeds(to === 'closed' ? { ...action, closedOn: today } : action, to)
    // What was done is best said by whoever did it, at once: asked for, and not demanded (C24).
    if (needs.length === 0 && to !== 'done_hq_not_informed') return move(to)
    setAsked(to)
  }
  return (
    <Section title="Where it stands">
      {status === null ? <Differing action={action} /> : null}
      <ChoiceChips
        label="Where it stands"
        hideLabel
        clearable={false}
        options={OPTIONS}
        value={asked ?? status}
        onChange={choose}
      />
      {asked === 'closed' && refusal !== null ? (
        <Refused refusal={refusal} doer={doerOf(action)} names={names} />
      ) : asked ? (
        <Asked key={asked} action={action} to={asked} onChange={change} onMove={move} />
      ) : null}
    </Section>
  )
}

/** Both stand until a person picks (C55). */
function Differing({ action }: { action: Action }) {
  const said = [...new Set(action.status.map(({ value }) => actionStatusWords(value)))]
  return (
    <Notice tone="warn" live={false} title="Two people said different things">
      {said.join(', or ')}. Pick the one that is right: both stay in the history.
    </Notice>
  )
}

interface RefusedProps {
  refusal: CloseRefusal
  doer: string
  names: Names
}

function Refused({ refusal, doer, names }: RefusedProps) {
  if (refusal === 'compliance')
    return (
      <Notice tone="warn" title="The Compliance Manager closes what an audit asked for">
        Say “{actionStatusWords('done_hq_not_informed')}” and what was done. It is then one tap from
        closed for them.
      </Notice>
    )
  return (
    <Notice tone="warn" title="Somebody else has to see that it is done">
      {doer === '' ? 'Whoever did it' : names.personOf(doer)} did the work, so another person closes
      it. Say “{actionStatusWords('done_hq_not_informed')}”, and ask a colleague to look.
    </Notice>
  )
}

interface AskedProps {
  action: Action
  to: ActionStatus
  onChange: (fields: Partial<Action>) => void
  onMove: (to: ActionStatus) => void
}

function Asked({ action, to, onChange, onMove }: AskedProps) {
  const [tried, setTried] = useState(false)
  const needs = statusNeeds(action, to)
  const box = (field: 'actionsTaken' | 'outcome' | 'reason', label: string) => (
    <BigText
      label={label}
      minRows={2}
      value={action[field]}
      onChange={(text) => onChange({ [field]: text })}
    />
  )
  const finished = to === 'closed' || to === 'done_hq_not_informed'
  return (
    <div className={styles.stack}>
      {finished ? (
        <>
          {box('actionsTaken', 'What was done')}
          {box('outcome', 'What came of it')}
        </>
      ) : (
        box('reason', 'Why')
      )}
      {to === 'closed' ? (
        <DayBox
          label="Finished on"
          value={action.closedOn}
          onChange={(closedOn) => onChange({ closedOn })}
        />
      ) : null}
      {tried && needs.length > 0 ? (
        <Notice tone="warn" title={`Still needed: ${listLacks(needs)}`} />
      ) : null}
      <Button tone="primary" onClick={() => (needs.length === 0 ? onMove(to) : setTried(true))}>
        Say: {actionStatusWords(to).toLowerCase()}
      </Button>
    </div>
  )
}
