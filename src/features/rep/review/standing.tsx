import { itemStatusWords, milestoneWords } from '../../../domain/rep/milestones.ts'
import { driftWords, type ItemStanding, standingWords } from '../../../domain/rep/statuses.ts'
import { Badge } from '../../../ui/badge.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { sayUkDate, writeUkDate } from '../../../ui/uk-date.ts'
import styles from './review.module.css'
import { type NameOf, saidBy, standingTone } from '../words.ts'

interface StandingProps {
  standing: ItemStanding
  nameOf: NameOf
  /** yyyy-mm-dd */
  today: string
}

/** Where an item stands: what was set, by whom in which role and when; both where two set it apart. */
export function Standing({ standing, nameOf, today }: StandingProps) {
  const { set, status, due, carriedFrom } = standing
  const drift = driftWords(standing, today)
  return (
    <div className={styles.standing}>
      <p className={styles.badges}>
        <Badge tone={standingTone(standing)}>{standingWords(standing)}</Badge>
        {carriedFrom.map((milestone) => (
          <Badge key={milestone}>Carried forward from “{milestoneWords(milestone)}”</Badge>
        ))}
      </p>
      <p className={styles.soft}>
        {due === '' ? 'No day yet' : `Due ${sayUkDate(due) ?? due}`}
        {drift === '' ? '' : `. ${drift}`}
      </p>
      {status === null ? (
        <Notice tone="warn" live={false} title="Two people set this differently">
          Both are kept until the CEO or the EHT sets it once more.
        </Notice>
      ) : null}
      {set.length === 0 ? <p className={styles.soft}>Nobody has set it yet.</p> : null}
      {set.map((one) => (
        <p key={one.id} className={styles.soft}>
          {itemStatusWords(one.status, one.late && one.status !== 'met')} on {writeUkDate(one.on)}:
          set by {saidBy(one, nameOf)}.{one.lateReason === '' ? '' : ` ${one.lateReason}`}
        </p>
      ))}
    </div>
  )
}
