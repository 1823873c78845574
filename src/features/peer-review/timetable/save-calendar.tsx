import { useState } from 'react'
import { calendarOf, dayEvents } from '../../../domain/peer-review/ics.ts'
import type { Pack } from '../../../domain/peer-review/pack.ts'
import { useDesk } from '../../../store/react.tsx'
import { Button } from '../../../ui/button.tsx'
import { IconCalendarEvent } from '../../../ui/icons.ts'
import { saveFile } from '../../../ui/save-file.ts'
import { Section } from '../../../ui/section.tsx'
import { usePeople } from '../use-pack.ts'
import { sayCount } from '../words.ts'
import styles from './timetable.module.css'

/** The day for a calendar: mine, or everybody's. Loaded again after a change, it replaces itself. */
export function SaveCalendar({ pack }: { pack: Pack }) {
  const { me, now } = useDesk()
  const nameOf = usePeople()
  const [saved, setSaved] = useState('')
  const inIt = pack.groups.some((g) => g.people.includes(me.person))
  const save = (person: string | null) => {
    const events = dayEvents(pack, person, nameOf)
    const whose = person === null ? 'whole-day' : 'my-day'
    saveFile(
      `peer-review-${pack.review.date}-${whose}.ics`,
      'text/calendar;charset=utf-8',
      calendarOf(events, now()),
    )
    setSaved(`${sayCount(events.length, 'event')} in your downloads: open the file to add them.`)
  }
  return (
    <Section title="To take with you">
      <div className={styles.ways}>
        {inIt ? (
          <Button icon={IconCalendarEvent} onClick={() => save(me.person)}>
            My day for my calendar
          </Button>
        ) : null}
        <Button icon={IconCalendarEvent} onClick={() => save(null)}>
          The whole day for a calendar
        </Button>
      </div>
      <p role="status">{saved}</p>
    </Section>
  )
}
