import { useId, useState } from 'react'
import { ITEM_STATUSES, type ItemStatus, itemStatusWords } from '../../../domain/rep/milestones.ts'
import { REASON_LENGTH, repStatusRecord } from '../../../domain/rep/progress.ts'
import { type ItemStanding, type Proposed, statusNeeds } from '../../../domain/rep/statuses.ts'
import { useNames } from '../../../store/use-names.ts'
import { BigText } from '../../../ui/big-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { CheckLine } from '../../../ui/check-line.tsx'
import { DateLine } from '../../../ui/date-line.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx'
import { writeUkDate } from '../../../ui/uk-date.ts'
import type { RepHere } from '../use-rep.ts'
import { Standing } from './standing.tsx'
import styles from './review.module.css'
import { saidBy, shortly } from '../words.ts'

interface SetStatusProps {
  here: RepHere
  standing: ItemStanding
  /** yyyy-mm-dd */
  today: string
  /** Record id of the milestone review at which it is set. */
  review?: string
}

interface Draft {
  readonly on: string
  readonly late: boolean
  readonly lateReason: string
}

/** Where an item stands, what is proposed, and for those who lead the plan one press to set it. */
export function SetStatus({ here, standing, today, review = '' }: SetStatusProps) {
  const nameOf = useNames()
  const why = whyNot(here)
  const [needs, setNeeds] = useState<readonly string[]>([])
  const set = (status: ItemStatus, draft: Draft) => {
    const fields = { status, ...draft, lateReason: draft.lateReason.trim().slice(0, REASON_LENGTH) }
    const missing = statusNeeds(fields, today)
    setNeeds(missing)
    if (missing.length > 0) return false
    const replaces = standing.set.map(({ id }) => id)
    const made = { ...fields, item: standing.item.id, review, replaces }
    return here.addToPlan(repStatusRecord, made) !== null
  }
  return (
    <div className={styles.stack}>
      <Standing standing={standing} nameOf={nameOf} today={today} />
      <Proposals
        standing={standing}
        nameOf={nameOf}
        onSet={
          why === null
            ? ({ status, late, lateReason, seen }) => set(status, { on: seen.on, late, lateReason })
            : null
        }
      />
      {why === null ? (
        <SetIt key={standing.set.at(-1)?.id} today={today} item={standing.item.text} onSet={set} />
      ) : (
        <p className={styles.soft}>{why}</p>
      )}
      {needs.length > 0 ? (
        <Notice tone="stuck" title="Not set yet">
          {needs.join(' ')}
        </Notice>
      ) : null}
    </div>
  )
}

/** Why this person sets nothing here, or null. */
function whyNot({ writesPlan, drafted, decided, rep }: RepHere): string | null {
  if (drafted) return 'Statuses are set once the plan is issued.'
  if (decided.plan.stage === 'ended') return 'The plan has ended: what was set stands.'
  if (writesPlan) return null
  const who = rep.kind === 'finance' ? 'the CEO, the EHT or the CFO' : 'the CEO or the EHT'
  return `It is set by ${who}. What you saw, and what you propose, stands beside it.`
}

interface ProposalsProps {
  standing: ItemStanding
  nameOf: (person: string) => string
  /** Null where this person sets nothing. */
  onSet: ((proposed: Proposed) => void) | null
}

function Proposals({ standing, nameOf, onSet }: ProposalsProps) {
  if (standing.waiting.length === 0) return null
  return (
    <ul className={styles.lines} aria-label={`Proposed: ${shortly(standing.item.text, 80)}`}>
      {standing.differ ? <li>What is proposed differs. Talk, then set it.</li> : null}
      {standing.waiting.map((one) => (
        <li key={one.seen.id} className={styles.line}>
          <span className={styles.lineWords}>
            <strong>{itemStatusWords(one.status, one.late)}</strong> is proposed by{' '}
            {saidBy(one.seen, nameOf)}, as seen on {writeUkDate(one.seen.on)}.
            {one.lateReason.trim() === '' ? '' : ` ${one.lateReason.trim()}`}
          </span>
          {onSet === null ? null : (
            <Button onClick={() => onSet(one)}>
              Set as proposed: {itemStatusWords(one.status, one.late)}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}

interface SetItProps {
  today: string
  item: string
  onSet: (status: ItemStatus, draft: Draft) => boolean
}

function SetIt({ today, item, onSet }: SetItProps) {
  const id = useId()
  const [more, setMore] = useState(false)
  const [draft, setDraft] = useState<Draft>({ on: today, late: false, lateReason: '' })
  const change = (fields: Partial<Draft>) => setDraft({ ...draft, ...fields })
  return (
    <div role="group" aria-labelledby={id} className={styles.stack}>
      <p id={id}>
        <strong>Set where it stands</strong>
        <VisuallyHidden>: {shortly(item, 80)}</VisuallyHidden>
      </p>
      {more ? (
        <>
          <DateLine label="It was so on" value={draft.on} onChange={(on) => change({ on })} />
          <CheckLine
            label="Late, not failed"
            hint="The work goes on. Something else decides when it is done."
            checked={draft.late}
            onChange={(late) => change({ late })}
          />
          {draft.late ? (
            <BigText
              label="Why it is late"
              minRows={2}
              value={draft.lateReason}
              onChange={(lateReason) => change({ lateReason })}
            />
          ) : null}
        </>
      ) : null}
      <div className={styles.buttons}>
        {ITEM_STATUSES.map(([status, words]) => (
          <Button key={status} onClick={() => void onSet(status, draft)}>
            {words}
          </Button>
        ))}
        {more ? null : (
          <Button tone="plain" onClick={() => setMore(true)}>
            Late, or on another day
          </Button>
        )}
      </div>
    </div>
  )
}
