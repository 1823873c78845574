import type { Milestone } from '../../../domain/rep/milestones.ts'
import { milestoneWords } from '../../../domain/rep/milestones.ts'
import { nextMilestone } from '../../../domain/rep/statuses.ts'
import { whatDayWords } from '../../../domain/schedule/state-words.ts'
import { Notice } from '../../../ui/notice.tsx'
import { sayUkDate } from '../../../ui/uk-date.ts'
import type { RepHere } from '../use-rep.ts'

interface DueReminderProps {
  here: RepHere
  /** yyyy-mm-dd */
  today: string
  /** Left out, the one that is looked at next. */
  milestone?: Milestone
}

/** A milestone that is due on a day without school: which day is the last one before it (HC13). */
export function DueReminder({ here, today, milestone }: DueReminderProps) {
  const next = milestone ?? nextMilestone(here.reviews)
  const held = here.reviews.some(
    (one) => one.milestone === next && one.heldAt !== null && one.removedAt === null,
  )
  const due = here.due.find((one) => one.milestone === next)
  if (!due || held || due.remindOn === null) return null
  const last = sayUkDate(due.remindOn) ?? due.remindOn
  return (
    <Notice
      tone={today === due.remindOn ? 'warn' : 'info'}
      live={false}
      title={
        today === due.remindOn
          ? 'Today is the last school day before it is due'
          : `The last school day before it is ${last}`
      }
    >
      “{milestoneWords(due.milestone)}” is due on {sayUkDate(due.due)}, {whatDayWords(due.falls)}.
      The day stays as it is.
    </Notice>
  )
}
