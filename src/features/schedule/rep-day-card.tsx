import type { DayEvent } from '../../domain/export/calendar-file.ts'
import { milestoneWords } from '../../domain/rep/milestones.ts'
import { visitKindWords } from '../../domain/schedule/kinds.ts'
import { whatDayWords } from '../../domain/schedule/state-words.ts'
import { IndexCard } from '../../ui/index-card.tsx'
import type { RepDayHere } from './use-rep-days.ts'
import { dayWords, StateBadge } from './words.tsx'

/** "Milestone review, within 3 weeks". */
export const repDayTitle = ({ kind, milestone }: RepDayHere): string =>
  milestone === null
    ? visitKindWords(kind)
    : `${visitKindWords(kind)}: ${milestoneWords(milestone)}`

/** Where its own records are. */
export const repDayPath = ({ rep, milestone }: RepDayHere): string =>
  milestone === null ? `/reps/${rep}` : `/reps/${rep}/review/${milestone}`

function whenWords({ kind, state, due, doneOn }: RepDayHere): string {
  if (doneOn !== '') return `${kind === 'rep_mentor' ? 'Made' : 'Held'} on ${dayWords(doneOn)}`
  if (kind === 'rep_mentor') return `${state === 'late' ? 'Was to be' : 'Next'} on ${dayWords(due)}`
  return `${state === 'late' ? 'Was due' : 'Due'} on ${dayWords(due)}`
}

/** Days of plans for a calendar file, a whole day each. */
export const repDayEvents = (days: readonly RepDayHere[]): DayEvent[] =>
  days.map((day) => ({
    uid: `${day.id.replaceAll(' ', '-')}@corridor`,
    date: day.doneOn === '' ? day.due : day.doneOn,
    title: `${repDayTitle(day)}, ${day.school}`,
    details: `Rapid enhancement plan. ${whenWords(day)}`,
  }))

/** A mentor's visit or a milestone review in a list of visits. */
export function RepDayCard({ day }: { day: RepDayHere }) {
  return (
    <IndexCard
      title={repDayTitle(day)}
      to={repDayPath(day)}
      meta={[day.school, 'Rapid enhancement plan']}
      chips={<StateBadge state={day.state} />}
    >
      {whenWords(day)}
      {day.remindOn === null || day.falls === null ? null : (
        <p>
          That is {whatDayWords(day.falls)}. The last school day before it is{' '}
          {dayWords(day.remindOn)}.
        </p>
      )}
    </IndexCard>
  )
}
