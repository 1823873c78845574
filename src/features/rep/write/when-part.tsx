import { milestoneWords } from '../../../domain/rep/milestones.ts'
import { type RepPlan, repPlanRecord } from '../../../domain/rep/plan.ts'
import { closuresIn, type MilestoneDue } from '../../../domain/rep/weeks.ts'
import { whatDayWords } from '../../../domain/schedule/state-words.ts'
import { ChoiceChips } from '../../../ui/choice-chips.tsx'
import { Section } from '../../../ui/section.tsx'
import { writeUkDate } from '../../../ui/uk-date.ts'
import { DayBox } from '../../../ui/day-box.tsx'
import styles from '../rep.module.css'
import { sayDay } from '../words.ts'
import type { PlanPartProps } from './head-part.tsx'

const WEEKS = [
  { value: 'calendar', label: 'Calendar weeks' },
  { value: 'school', label: 'School weeks only' },
] as const

interface WhenProps extends PlanPartProps {
  /** Whether the start can still be changed. */
  open: boolean
}

/** From which day the weeks count, and when each milestone is due, counted both ways (C47, HC14). */
export function WhenPart({ here, plan, open }: WhenProps) {
  const change = (fields: Partial<RepPlan>) => here.planDoc.change(repPlanRecord, plan.id, fields)
  const last = here.due.at(-1)
  const closures = last ? closuresIn(here.calendar, plan.startOn, last.due) : []
  return (
    <Section title="When">
      {open ? (
        <div className={styles.two}>
          <DayBox
            label="The weeks count from"
            value={plan.startOn}
            onChange={(startOn) => change({ startOn })}
          />
          <ChoiceChips
            label="How weeks are counted"
            options={WEEKS}
            value={plan.weeks}
            clearable={false}
            onChange={(weeks) => change({ weeks: weeks ?? 'calendar' })}
          />
        </div>
      ) : (
        <p>
          {plan.startOn === '' ? 'No start is set yet' : `From ${sayDay(plan.startOn)}`}, in{' '}
          {plan.weeks === 'school' ? 'school weeks' : 'calendar weeks'}.
        </p>
      )}
      {here.due.length === 0 ? (
        <p>Give the day from which the weeks count, and the three milestones get their dates.</p>
      ) : (
        <ul className={styles.list} aria-label="Milestones">
          {here.due.map((due) => (
            <li key={due.milestone} className={styles.card}>
              <DueLines due={due} />
            </li>
          ))}
        </ul>
      )}
      {closures.length === 0 ? null : (
        <p>
          No pupils meanwhile:{' '}
          {closures
            .map(({ start, end }) =>
              start === end ? writeUkDate(start) : `${writeUkDate(start)} to ${writeUkDate(end)}`,
            )
            .join('; ')}
          .
        </p>
      )}
    </Section>
  )
}

function DueLines({ due }: { due: MilestoneDue }) {
  const { inCalendarWeeks, inSchoolWeeks, falls, remindOn } = due
  const other =
    due.due === inSchoolWeeks
      ? (['calendar weeks', inCalendarWeeks] as const)
      : (['school weeks', inSchoolWeeks] as const)
  return (
    <div>
      <p>
        <strong>{milestoneWords(due.milestone)}:</strong> {sayDay(due.due)}
      </p>
      <p className={styles.soft}>
        {other[1] === due.due
          ? 'The same day in calendar weeks and in school weeks.'
          : `In ${other[0]} it would be ${sayDay(other[1])}.`}
      </p>
      {falls === 'school' ? null : (
        <p>
          That day is {whatDayWords(falls)}: the date stays.
          {remindOn === null
            ? ''
            : ` A reminder comes on ${sayDay(remindOn)}, the last school day before it.`}
        </p>
      )}
    </div>
  )
}
