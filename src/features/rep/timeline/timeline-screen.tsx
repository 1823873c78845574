import { useState } from 'react'
import { closuresIn } from '../../../domain/rep/weeks.ts'
import { driftOf, driftWords } from '../../../domain/rep/statuses.ts'
import { linesOfItem, type TimelineLine } from '../../../domain/rep/timeline.ts'
import { useNames } from '../../../store/use-names.ts'
import { IconCalendarEvent } from '../../../ui/icons.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { Link } from '../../../ui/link.tsx'
import { Page } from '../../../ui/page.tsx'
import { PickOne } from '../../../ui/pick-one.tsx'
import { Section } from '../../../ui/section.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { sayUkDate, writeUkDate } from '../../../ui/uk-date.ts'
import { paths } from '../paths.ts'
import { NewerRecords, RepGate } from '../rep-gate.tsx'
import type { RepHere } from '../use-rep.ts'
import { timelineHere } from './timeline-here.ts'
import { ToldLine } from './told-line.tsx'
import styles from '../review/review.module.css'
import { shortly } from '../words.ts'

/** Everything that happened to a plan and is due, day by day, and who said it. */
export default function TimelineScreen() {
  return <RepGate>{(here, today) => <Timeline here={here} today={today} />}</RepGate>
}

interface HereProps {
  here: RepHere
  /** yyyy-mm-dd */
  today: string
}

function Timeline({ here, today }: HereProps) {
  const nameOf = useNames()
  const [item, setItem] = useState<string | null>(null)
  const all = timelineHere(here)
  const lines = item === null ? all : linesOfItem(all, item)
  const past = lines.filter(({ on }) => on <= today)
  const ahead = lines.filter(({ on }) => on > today)
  const facts = { nameOf, standings: here.standings }
  return (
    <Page
      title="Timeline"
      lead={`${here.school}. What happened, what is due, and who said it.`}
      back={{ to: paths.rep(here.rep.id), label: here.plan?.code || 'The plan' }}
    >
      <NewerRecords here={here} />
      <PickOne
        label="Show"
        empty="The whole plan"
        options={here.standings.map((one) => ({
          value: one.item.id,
          label: shortly(one.item.text, 90),
        }))}
        value={item}
        onChange={setItem}
      />
      <Section title="To come">
        {ahead.length === 0 ? (
          <p>{item === null ? 'Nothing is due any more.' : 'Nothing of this item is to come.'}</p>
        ) : (
          <Days label="Days to come" lines={ahead} facts={facts} />
        )}
        {item === null ? <Closures here={here} /> : null}
      </Section>
      {item === null ? <Drift here={here} today={today} /> : null}
      <Section title="What has happened" lead="The last day first.">
        {past.length === 0 ? (
          <EmptyState
            title="Nothing has happened yet"
            icon={IconCalendarEvent}
            action={<LinkButton to={paths.rep(here.rep.id)}>Open the plan</LinkButton>}
          >
            <p>
              Visits, evidence, statuses, reviews and decisions stand here from the day they are
              made.
            </p>
          </EmptyState>
        ) : (
          <Days label="Days so far" lines={past.toReversed()} facts={facts} />
        )}
      </Section>
    </Page>
  )
}

interface DaysProps {
  label: string
  lines: readonly TimelineLine[]
  facts: Parameters<typeof ToldLine>[0]['facts']
}

function Days({ label, lines, facts }: DaysProps) {
  const days = [...new Set(lines.map(({ on }) => on))]
  return (
    <ol className={styles.days} aria-label={label}>
      {days.map((day) => (
        <li key={day} className={styles.day}>
          <h3>{sayUkDate(day) ?? day}</h3>
          <ul className={styles.lines}>
            {lines
              .filter(({ on }) => on === day)
              .map((line) => (
                <li key={line.id}>
                  <ToldLine line={line} facts={facts} />
                </li>
              ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}

/** Items that are behind their day, by name. */
function Drift({ here, today }: HereProps) {
  const behind = here.standings.filter((one) => (driftOf(one, today) ?? 0) > 0)
  if (behind.length === 0) return null
  return (
    <Section title="Behind, or met late">
      <ul className={styles.lines} aria-label="Items behind their day">
        {behind.map((one) => (
          <li key={one.item.id} className={styles.line}>
            <span className={styles.lineWords}>
              <Link to={paths.item(here.rep.id, one.item.id)}>{shortly(one.item.text, 120)}</Link>
            </span>
            {driftWords(one, today)}
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Holidays and INSET days between the start and the last milestone: shown beside the dates (C47). */
function Closures({ here }: { here: RepHere }) {
  const last = here.due.at(-1)?.due ?? ''
  const start = here.plan?.startOn ?? ''
  if (start === '' || last === '') return null
  const closures = closuresIn(here.calendar, start, last)
  if (closures.length === 0) return null
  return (
    <p className={styles.soft}>
      No pupils in:{' '}
      {closures
        .map(({ start: from, end }) =>
          from === end ? writeUkDate(from) : `${writeUkDate(from)} to ${writeUkDate(end)}`,
        )
        .join(', ')}
      .
    </p>
  )
}
