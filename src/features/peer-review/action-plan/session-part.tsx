import type { Session } from '../../../domain/action-plan/session.ts'
import { KeyValue } from '../../../ui/key-value.tsx'
import { Section } from '../../../ui/section.tsx'
import { TextLine } from '../../../ui/text-line.tsx'
import { sayUkDate } from '../../../ui/uk-date.ts'
import { usePeople } from '../use-pack.ts'
import { sayList } from '../words.ts'
import { DayBox } from '../../../ui/day-box.tsx'
import { FacilitatorsPart } from './facilitators-part.tsx'
import { changeSession, type PlanHere } from './use-plan.ts'
import styles from './plan.module.css'

const PLACE_LENGTH = 120

/** When, where, who leads it and how many came. */
export function SessionPart({ plan }: { plan: PlanHere }) {
  const { session, writes, access } = plan
  if (!writes)
    return (
      <Section title="The session">
        <Read session={session} facilitators={access?.facilitators ?? []} />
        {access ? <FacilitatorsPart plan={plan} access={access} /> : null}
      </Section>
    )
  const change = (fields: Partial<Omit<Session, 'id'>>) => changeSession(plan, fields)
  return (
    <Section
      title="The session"
      lead="The whole staff looks at what the review found and works out what the school can do about it."
    >
      <div className={styles.lines}>
        <DayBox
          label="Day of the session"
          value={session?.date ?? ''}
          onChange={(date) => change({ date })}
        />
        <TextLine
          label="Place"
          value={session?.place ?? ''}
          onChange={(place) => change({ place: place.slice(0, PLACE_LENGTH) })}
        />
        <TextLine
          label="How many people came"
          hint="A number, filled in on the day"
          inputMode="numeric"
          short
          value={session?.attendees?.toString() ?? ''}
          onChange={(typed) => change({ attendees: countOf(typed) })}
        />
        <DayBox
          label="Look again on"
          hint="The day on which the school checks what came of it. For example, 18/06/2027"
          value={session?.reviewOn ?? ''}
          onChange={(reviewOn) => change({ reviewOn })}
        />
      </div>
      {access ? <FacilitatorsPart plan={plan} access={access} /> : null}
    </Section>
  )
}

function countOf(typed: string): number | null {
  const digits = typed.replace(/\D/g, '').slice(0, 4)
  return digits === '' ? null : Number(digits)
}

function Read({
  session,
  facilitators,
}: {
  session: Session | null
  facilitators: readonly string[]
}) {
  const nameOf = usePeople()
  const day = (iso: string | undefined) => (iso ? (sayUkDate(iso) ?? iso) : 'Not set yet')
  return (
    <KeyValue
      items={[
        { label: 'Day of the session', value: day(session?.date) },
        { label: 'Place', value: session?.place || 'Not set yet' },
        ...(facilitators.length > 0
          ? [{ label: 'Facilitators', value: sayList(facilitators.map(nameOf)) }]
          : []),
        { label: 'Look again on', value: day(session?.reviewOn) },
      ]}
    />
  )
}
