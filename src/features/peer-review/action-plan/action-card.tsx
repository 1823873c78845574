import { useState } from 'react'
import {
  ACTION_STATUSES,
  type Action,
  actionChangeRecord,
  actionRecord,
  type ActionStatus,
  actionStatusWords,
  historyOf,
  isOverdue,
  statusNeeds,
  statusOf,
} from '../../../domain/actions/action.ts'
import { listLacks } from '../../../domain/action-plan/commitments.ts'
import { useDesk } from '../../../store/react.tsx'
import { Badge } from '../../../ui/badge.tsx'
import { Button } from '../../../ui/button.tsx'
import { ChoiceChips } from '../../../ui/choice-chips.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { sayUkDate } from '../../../ui/uk-date.ts'
import { sayTime } from '../../../ui/uk-time.ts'
import { SharedText } from '../answers/shared-text.tsx'
import { usePeople } from '../use-pack.ts'
import { useNow } from '../use-now.ts'
import { DayBox } from '../../../ui/day-box.tsx'
import styles from './plan.module.css'
import { useOwner } from './use-owner.ts'
import type { PlanHere } from './use-plan.ts'

interface CardProps {
  action: Action
  plan: PlanHere
}

const OPTIONS = ACTION_STATUSES.map(([value, label]) => ({ value, label }))

/** One action: who, by when, where it stands, and who moved it. */
export function ActionCard({ action, plan }: CardProps) {
  const { date } = useNow()
  const ownerOf = useOwner()
  const status = statusOf(action)
  const due = action.due === '' ? 'No day yet' : `By ${sayUkDate(action.due) ?? action.due}`
  return (
    <li className={styles.commitment}>
      <div className={styles.head}>
        <h2>{action.what}</h2>
        {isOverdue(action, date) ? <Badge tone="warn">Overdue</Badge> : null}
      </div>
      <p>
        {ownerOf(action)}. {due}.
      </p>
      {action.lookFor === '' ? null : <p>Look-for: {action.lookFor}</p>}
      {status === null ? <Differing action={action} /> : null}
      {plan.writes ? (
        <Move key={status ?? 'differs'} action={action} plan={plan} />
      ) : (
        <Badge>
          {status === null ? 'Two people said different things' : actionStatusWords(status)}
        </Badge>
      )}
      <Told action={action} />
      <History action={action} plan={plan} />
    </li>
  )
}

/** Both stand until a person picks (C55). */
function Differing({ action }: { action: Action }) {
  const said = [...new Set(action.status.map(({ value }) => actionStatusWords(value)))]
  return (
    <Notice tone="warn" live={false} title="Two devices said different things">
      {said.join(', or ')}. Pick the one that is right: both stay in the history.
    </Notice>
  )
}

/** Moves an action on. What the step needs is asked for first (C25). */
function Move({ action, plan }: CardProps) {
  const { me, now } = useDesk()
  const { date } = useNow()
  const status = statusOf(action)
  const [asked, setAsked] = useState<ActionStatus | null>(null)
  const change = (fields: Readonly<Record<string, unknown>>) =>
    plan.doc.change(actionRecord, action.id, fields)
  const move = (to: ActionStatus) => {
    change({ status: to })
    const from = status ?? 'differs'
    plan.doc.create(actionChangeRecord, {
      action: action.id,
      by: me.person,
      madeAt: now(),
      from,
      to,
    })
    setAsked(null)
  }
  const choose = (to: ActionStatus | null) => {
    if (to === null || to === status) return setAsked(null)
    if (to === 'closed' && action.closedOn === '') change({ closedOn: date })
    if (statusNeeds(action, to).length === 0) return move(to)
    setAsked(to)
  }
  return (
    <>
      <ChoiceChips
        label="Where it stands"
        clearable={false}
        options={OPTIONS}
        value={asked ?? status}
        onChange={choose}
      />
      {asked ? <Needs action={action} to={asked} onChange={change} onMove={move} /> : null}
    </>
  )
}

interface NeedsProps {
  action: Action
  to: ActionStatus
  onChange: (fields: Readonly<Record<string, unknown>>) => void
  onMove: (to: ActionStatus) => void
}

function Needs({ action, to, onChange, onMove }: NeedsProps) {
  const [tried, setTried] = useState(false)
  const needs = statusNeeds(action, to)
  const box = (field: 'actionsTaken' | 'outcome' | 'reason', label: string) => (
    <SharedText
      label={label}
      minRows={2}
      value={action[field]}
      onChange={(text) => onChange({ [field]: text })}
    />
  )
  return (
    <>
      {to === 'closed' ? (
        <>
          {box('actionsTaken', 'What was done')}
          {box('outcome', 'What came of it')}
          <DayBox
            label="Finished on"
            value={action.closedOn}
            onChange={(closedOn) => onChange({ closedOn })}
          />
        </>
      ) : (
        box('reason', 'Why')
      )}
      {tried && needs.length > 0 ? (
        <Notice tone="warn" title={`Still needed: ${listLacks(needs)}`} />
      ) : null}
      <Button tone="primary" onClick={() => (needs.length === 0 ? onMove(to) : setTried(true))}>
        Say: {actionStatusWords(to).toLowerCase()}
      </Button>
    </>
  )
}

function Told({ action }: { action: Action }) {
  const status = statusOf(action)
  if (status === 'closed')
    return (
      <p>
        {action.actionsTaken} {action.outcome}
      </p>
    )
  const says = status === 'partially_implemented' || status === 'not_actioned'
  return says ? <p>Reason: {action.reason}</p> : null
}

function History({ action, plan }: CardProps) {
  const nameOf = usePeople()
  const moved = historyOf(plan.changes, action.id)
  if (moved.length === 0) return null
  return (
    <details>
      <summary>History: {moved.length}</summary>
      <ul className={styles.history}>
        {moved.map(({ id, by, madeAt, to }) => (
          <li key={id}>
            {sayTime(madeAt, 'moment')}: {nameOf(by)} said “{actionStatusWords(to)}”
          </li>
        ))}
      </ul>
    </details>
  )
}
