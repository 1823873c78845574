import { letterIsIssued } from '../../../domain/access/reviews.ts'
import { may } from '../../../domain/access/table.ts'
import type { ReviewAccess } from '../../../domain/access/facts.ts'
import { schoolDaysAfter, schoolDaysLeft } from '../../../domain/letter/target.ts'
import { trustRecord } from '../../../domain/trust.ts'
import { useDesk, useRecords } from '../../../store/react.tsx'
import { useDocument } from '../../../store/use-document.ts'
import { Counter } from '../../../ui/counter.tsx'
import { useNow } from '../use-now.ts'
import { sayCount } from '../words.ts'
import { dayOf } from './use-letter-draft.ts'
import styles from './letter.module.css'

const USUAL_DAYS = 5

function sayLeft(left: number): string {
  if (left > 0) return `${sayCount(left, 'school day')} left`
  return left === 0 ? 'today' : 'not sent yet'
}

/** When the trust would like the letter to be with the school. */
export function LetterTarget({ access }: { access: ReviewAccess }) {
  const { me } = useDesk()
  const { date } = useNow()
  const trust = useRecords(trustRecord, ['trust']).rows[0]
  if (letterIsIssued(access)) return null
  const target = schoolDaysAfter(access.date, trust?.letterDays ?? USUAL_DAYS)
  return (
    <div className={styles.target}>
      <p>
        The trust’s target: {dayOf(target)}, {sayLeft(schoolDaysLeft(date, target))}.
      </p>
      {trust && may(me, 'write', { kind: 'trust' }) ? (
        <TargetDays id={trust.id} days={trust.letterDays} />
      ) : null}
    </div>
  )
}

/** Who writes the trust's settings sets it here, where its effect is seen. */
function TargetDays({ id, days }: { id: string; days: number }) {
  const { change } = useDocument('trust')
  return (
    <Counter
      label="School days for a letter, in every school"
      value={days}
      min={1}
      max={60}
      onChange={(letterDays) => void change(trustRecord, id, { letterDays })}
    />
  )
}
