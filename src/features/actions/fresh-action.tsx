import { ACTION_LENGTH, type Action, actionRecord } from '../../domain/actions/action.ts'
import { dueFor, USUAL_DUE } from '../../domain/actions/due.ts'
import { trustRecord } from '../../domain/trust.ts'
import { useDesk, useRecords } from '../../store/react.tsx'
import type { LiveDocument } from '../../store/use-document.ts'
import { BigText } from '../../ui/big-text.tsx'
import { Button } from '../../ui/button.tsx'
import { ChoiceChips } from '../../ui/choice-chips.tsx'
import { IconTrash } from '../../ui/icons.ts'
import { TextLine } from '../../ui/text-line.tsx'
import styles from './actions.module.css'
import { DayBox } from '../../ui/day-box.tsx'
import { OwnerBox } from './owner-box.tsx'
import type { Names } from './use-names.ts'
import { LONGEST_PLACE, LONGEST_REF, PRIORITY_OPTIONS } from './words.ts'

interface FreshProps {
  n: number
  action: Action
  urn: string
  names: Names
  /** yyyy-mm-dd */
  today: string
  document: LiveDocument
}

const TRUST = ['trust']

/** One action that was just added: what, how grave, by when, who. The colour says by when, until somebody does. */
export function FreshAction({ n, action, urn, names, today, document }: FreshProps) {
  const { now } = useDesk()
  const rule = useRecords(trustRecord, TRUST).rows[0]?.dueDays ?? USUAL_DUE
  const change = (fields: Partial<Action>) => document.change(actionRecord, action.id, fields)
  const rate = (priority: Action['priority']) => {
    const before = action.priority === null ? '' : dueFor(action.priority, today, rule)
    const untouched = action.due === '' || action.due === before
    const due = priority === null ? '' : dueFor(priority, today, rule)
    change({ priority, ...(untouched && { due }) })
  }
  return (
    <li className={styles.draft}>
      <div className={styles.stack}>
        <h2>Action {n}</h2>
        <BigText
          label="What is to be done"
          minRows={2}
          startHere={action.what === ''}
          value={action.what}
          onChange={(what) => change({ what: what.slice(0, ACTION_LENGTH) })}
        />
        <ChoiceChips
          label="Priority"
          options={PRIORITY_OPTIONS}
          value={action.priority}
          onChange={rate}
        />
        <div className={styles.lines}>
          <DayBox label="Due" value={action.due} onChange={(due) => change({ due })} />
          <TextLine
            label="Place"
            value={action.place}
            onChange={(place) => change({ place: place.slice(0, LONGEST_PLACE) })}
          />
          <OwnerBox
            owner={action.owner}
            urn={urn}
            names={names}
            onChange={(owner) => change({ owner })}
          />
          <TextLine
            label="Reference"
            hint="As the audit numbers it, for example AA-101"
            value={action.ref}
            onChange={(ref) => change({ ref: ref.slice(0, LONGEST_REF) })}
          />
        </div>
        <Button tone="plain" icon={IconTrash} onClick={() => change({ removedAt: now() })}>
          Remove action {n}
        </Button>
      </div>
    </li>
  )
}
