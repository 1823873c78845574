import { useState } from 'react'
import { movementsSince, type TimelineLine } from '../../../domain/rep/timeline.ts'
import { keepSeen, seenIds } from '../../../store/last-look.ts'
import { useDesk } from '../../../store/react.tsx'
import { useNames } from '../../../store/use-names.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { Section } from '../../../ui/section.tsx'
import { timelineHere } from '../timeline/timeline-here.ts'
import { ToldLine } from '../timeline/told-line.tsx'
import { paths } from '../paths.ts'
import type { RepHere } from '../use-rep.ts'
import styles from './review.module.css'

/** Before anybody pressed "I have seen this", so far back. */
const FIRST_LOOK_MS = 14 * 86_400_000
const MOST = 8

/** A proposal that was changed is another move of the same record. */
const keyOf = ({ id, told }: TimelineLine): string =>
  told.kind === 'proposed' ? `${id} ${told.status} ${told.late}` : id

interface MovedLatelyProps {
  here: RepHere
  /** yyyy-mm-dd */
  today: string
}

/**
 * What others moved since I last said that I have seen it, and who moved it: also what was written before
 * on a device with no signal and came only now. Kept on this device, for each plan and person.
 */
export function MovedLately({ here, today }: MovedLatelyProps) {
  const { me } = useDesk()
  const nameOf = useNames()
  const [seen, setSeen] = useState(() => seenIds(me.person, here.rep.id))
  const since = seen === null ? Date.parse(`${today}T00:00:00Z`) - FIRST_LOOK_MS : 0
  const moved = movementsSince(timelineHere(here), since).filter(
    (line) => line.by !== me.person && seen?.has(keyOf(line)) !== true,
  )
  if (moved.length === 0)
    return (
      <Section title="What moved">
        <p className={styles.soft}>
          {seen === null
            ? 'Nobody else moved anything in the last two weeks.'
            : 'Nothing that you have not seen.'}
        </p>
      </Section>
    )
  const haveSeen = () => {
    keepSeen(me.person, here.rep.id, movementsSince(timelineHere(here), 0).map(keyOf))
    setSeen(seenIds(me.person, here.rep.id))
  }
  return (
    <Section
      title="What moved"
      lead={
        seen === null ? 'In the last two weeks, by others.' : 'Since you last looked, by others.'
      }
    >
      <ul className={styles.lines} aria-label="What moved, and who moved it">
        {moved.slice(0, MOST).map((line) => (
          <li key={line.id}>
            <ToldLine line={line} facts={{ nameOf, standings: here.standings }} />
          </li>
        ))}
      </ul>
      {moved.length > MOST ? <p>{moved.length - MOST} more stand in the timeline.</p> : null}
      <div className={styles.buttons}>
        <Button onClick={haveSeen}>I have seen this</Button>
        <LinkButton to={paths.timeline(here.rep.id)}>Open the timeline</LinkButton>
      </div>
    </Section>
  )
}
