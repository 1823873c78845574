import type { Group, Pack, Slot } from '../../../domain/peer-review/pack.ts'
import { dayPart } from '../../../domain/peer-review/now-next.ts'
import { useDesk } from '../../../store/react.tsx'
import { Badge } from '../../../ui/badge.tsx'
import { LinkButton } from '../../../ui/button.tsx'
import { join } from '../../../ui/join.ts'
import { Page } from '../../../ui/page.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { sayUkDate } from '../../../ui/uk-date.ts'
import { PackMissing, ReviewGate, type ReviewHere } from '../review-gate.tsx'
import { paths } from '../routing.ts'
import { usePeople } from '../use-pack.ts'
import { useNow } from '../use-now.ts'
import { sayList } from '../words.ts'
import styles from './read-out.module.css'

export default function DayScreen() {
  return <ReviewGate>{(here) => <Day {...here} />}</ReviewGate>
}

/** For the head: who of the team is where in the school, when. No note is in it. */
function Day({ access, pack, school, mine }: ReviewHere) {
  const { me } = useDesk()
  const { date, time } = useNow()
  const part = pack ? dayPart(pack, me.person, date, time) : null
  const now = part?.at === 'during' ? part.now.slot.id : null
  return (
    <Page
      title="The day in school"
      lead={`${sayUkDate(access.date) ?? access.date}. Who is where, and when.`}
      back={{ to: paths.pack(access.id), label: school }}
    >
      {pack === null ? (
        <PackMissing mine={mine} review={access.id} />
      ) : pack.slots.length === 0 ? (
        <EmptyState
          title="No timetable yet"
          action={
            <LinkButton tone="primary" to={paths.pack(access.id)}>
              Open the pack
            </LinkButton>
          }
        >
          <p>Once the day is drafted, this page says who is where and when.</p>
        </EmptyState>
      ) : (
        <ol className={styles.day}>
          {pack.slots.map((slot) => (
            <SlotOfDay key={slot.id} slot={slot} pack={pack} isNow={slot.id === now} />
          ))}
        </ol>
      )}
    </Page>
  )
}

function SlotOfDay({ slot, pack, isNow }: { slot: Slot; pack: Pack; isNow: boolean }) {
  const nameOf = usePeople()
  const groups = pack.groups.filter((group) => group.slot === slot.id)
  return (
    <li
      className={join(styles.slot, isNow && styles.now)}
      aria-current={isNow ? 'time' : undefined}
    >
      <div>
        <p className={styles.time}>
          {slot.start} to {slot.end}
        </p>
        {isNow ? <Badge tone="info">Now</Badge> : null}
      </div>
      <div>
        <h2>{slot.title || 'Not named yet'}</h2>
        {slot.place === '' ? null : <p className={styles.soft}>{slot.place}</p>}
        {groups.length === 0 ? null : (
          <dl className={styles.places}>
            {groups.map((group) => (
              <div key={group.id}>
                <dt>
                  {whereOf(group)}
                  {group.activity === '' || group.activity === whereOf(group) ? null : (
                    <span className={styles.soft}>{group.activity}</span>
                  )}
                </dt>
                <dd>
                  {group.people.length === 0 ? 'Nobody set yet' : sayList(group.people.map(nameOf))}
                </dd>
              </div>
            ))}
          </dl>
        )}
      </div>
    </li>
  )
}

/** "Year 5, the library": where this group is, or what it does where only the slot has a place. */
const whereOf = ({ seen, place, activity, label }: Group): string =>
  [seen, place].filter((part) => part !== '').join(', ') || activity || `Group ${label}`
