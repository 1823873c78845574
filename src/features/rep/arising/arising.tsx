import { useState } from 'react'
import {
  type Action,
  ACTION_LENGTH,
  actionRecord,
  actionsInOrder,
  actionStatusWords,
  EMPTY_ACTION,
  statusOf,
} from '../../../domain/actions/action.ts'
import { PRIORITY_WORDS } from '../../../domain/actions/leaving.ts'
import { isDay } from '../../../domain/checks/prompts.ts'
import { REP_SOURCE } from '../../../domain/rep/work.ts'
import { personRecord } from '../../../domain/trust.ts'
import { useRecords } from '../../../store/react.tsx'
import { useNames } from '../../../store/use-names.ts'
import { BigText } from '../../../ui/big-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { ChoiceChips } from '../../../ui/choice-chips.tsx'
import { DateLine } from '../../../ui/date-line.tsx'
import { IconAlertOctagon, IconAlertTriangle, IconFlag, IconPlus } from '../../../ui/icons.ts'
import { CardList, IndexCard } from '../../../ui/index-card.tsx'
import { PickOne } from '../../../ui/pick-one.tsx'
import { sayUkDate } from '../../../ui/uk-date.ts'
import styles from '../evidence/evidence.module.css'
import type { RepHere } from '../use-rep.ts'

interface ArisingProps {
  here: RepHere
  /** Record id of the item. */
  item: string
  /** yyyy-mm-dd */
  today: string
}

/** Actions that arise from an item: they stand in the one list of actions. */
export function Arising({ here, item, today }: ArisingProps) {
  const [made, setMade] = useState<readonly string[]>([])
  const actions = actionsInOrder(here.workDoc.all(actionRecord).rows).filter(({ links }) =>
    links.includes(item),
  )
  const fresh = actions.filter(({ id }) => made.includes(id))
  const add = () => {
    const id = here.addToWork(actionRecord, {
      ...EMPTY_ACTION,
      source: { type: REP_SOURCE, id: here.rep.id },
      links: [item],
      raisedOn: today,
      status: 'open',
    })
    if (id !== null) setMade([...made, id])
  }
  return (
    <>
      <Standing actions={actions.filter(({ id }) => !made.includes(id))} />
      {fresh.map((action) => (
        <FreshAction key={action.id} here={here} action={action} />
      ))}
      {here.writesWork ? (
        <Button icon={IconPlus} onClick={add}>
          Add an action
        </Button>
      ) : actions.length === 0 ? (
        <p>None has arisen yet. The mentor and the head add them.</p>
      ) : null}
    </>
  )
}

function Standing({ actions }: { actions: readonly Action[] }) {
  const nameOf = useNames()
  if (actions.length === 0) return null
  const owner = (action: Action) => {
    if (action.owner === null) return 'Nobody yet'
    return action.owner.kind === 'person' ? nameOf(action.owner.value) : action.owner.value
  }
  const status = (action: Action) => {
    const known = statusOf(action)
    return known === null ? 'Said differently by two' : actionStatusWords(known)
  }
  return (
    <CardList label="Actions that arise" columns="one">
      {actions.map((action) => (
        <IndexCard
          key={action.id}
          title={action.what.trim() || 'An action without words yet'}
          to="/actions"
          meta={[
            owner(action),
            action.due === '' ? 'No day yet' : `By ${sayUkDate(action.due) ?? action.due}`,
            status(action),
          ]}
        />
      ))}
    </CardList>
  )
}

const PRIORITIES = [
  { value: 'red', label: PRIORITY_WORDS.red, icon: IconAlertOctagon },
  { value: 'amber', label: PRIORITY_WORDS.amber, icon: IconAlertTriangle },
  { value: 'green', label: PRIORITY_WORDS.green, icon: IconFlag },
] as const

/** What, who, by when; kept as it is written. */
function FreshAction({ here, action }: { here: RepHere; action: Action }) {
  const people = useRecords(personRecord, ['trust'])
    .rows.filter(({ urn }) => urn === here.rep.urn || urn === null)
    .sort(
      (a, b) =>
        Number(a.urn === null) - Number(b.urn === null) || a.name.localeCompare(b.name, 'en-GB'),
    )
  const change = (fields: Partial<Omit<Action, 'id' | 'status'>>) =>
    void here.workDoc.change(actionRecord, action.id, fields)
  return (
    <div className={styles.card}>
      <BigText
        label="What is to be done"
        minRows={2}
        startHere={action.what === ''}
        value={action.what}
        onChange={(what) => change({ what: what.slice(0, ACTION_LENGTH) })}
      />
      <PickOne
        label="Owner"
        empty="Nobody yet"
        options={people.map(({ person, name, job }) => ({
          value: person,
          label: job === '' ? name : `${name}, ${job}`,
        }))}
        value={action.owner?.kind === 'person' ? action.owner.value : null}
        onChange={(value) => change({ owner: value === null ? null : { kind: 'person', value } })}
      />
      <DateLine
        label="By"
        value={action.due}
        onChange={(typed) => {
          if (typed === '' || isDay(typed)) change({ due: typed })
        }}
      />
      <ChoiceChips
        label="Priority"
        options={PRIORITIES}
        value={action.priority}
        onChange={(priority) => change({ priority })}
      />
    </div>
  )
}
