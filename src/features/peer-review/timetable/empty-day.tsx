import { useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { ClockLine } from '../../../ui/clock-line.tsx'
import { IconCalendarEvent, IconPlus } from '../../../ui/icons.ts'
import { EmptyState } from '../../../ui/states.tsx'
import type { DayWork } from './use-day.ts'
import styles from './timetable.module.css'

const USUAL_START = '08:15'

/** A day with nothing in it: begin from a usual one, or from one slot. */
export function EmptyDay({ team, work }: { team: readonly string[]; work: DayWork | null }) {
  const [start, setStart] = useState(USUAL_START)
  if (!work)
    return (
      <EmptyState icon={IconCalendarEvent} title="No timetable yet">
        <p>The school and the review lead draft it. It appears here by itself.</p>
      </EmptyState>
    )
  return (
    <EmptyState
      icon={IconCalendarEvent}
      title="No timetable yet"
      action={
        <div className={styles.begin}>
          <ClockLine label="The team arrives at" value={start} onChange={setStart} />
          <Button
            tone="primary"
            icon={IconCalendarEvent}
            onClick={() => work.fromTemplate(team, start)}
          >
            Begin from a usual day
          </Button>
          <Button icon={IconPlus} onClick={() => void work.addSlot()}>
            Begin with one slot
          </Button>
        </div>
      }
    >
      <p>
        A usual day has ten slots, from arriving to the feedback, with the team in pairs. Change
        anything in it.
      </p>
    </EmptyState>
  )
}
