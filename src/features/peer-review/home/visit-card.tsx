import type { Visit } from '../../../domain/peer-review/now-next.ts'
import type { Pack, SlotKind } from '../../../domain/peer-review/pack.ts'
import { useDesk } from '../../../store/react.tsx'
import { LinkButton } from '../../../ui/button.tsx'
import { Glyph } from '../../../ui/glyph.tsx'
import { IconMapPin, IconUsers } from '../../../ui/icons.ts'
import { join } from '../../../ui/join.ts'
import { paths } from '../routing.ts'
import { usePeople } from '../use-pack.ts'
import { sayList } from '../words.ts'
import styles from './home.module.css'

interface VisitCardProps {
  review: string
  when: 'Now' | 'Next' | 'First'
  visit: Visit
  pack: Pack
  /** On the team: then it matters whether my group is in it. */
  mine: boolean
}

/** One slot of the day as it is for me: when, what, where, with whom, for which questions. */
export function VisitCard({ review, when, visit, pack, mine }: VisitCardProps) {
  const { me } = useDesk()
  const nameOf = usePeople()
  const { slot, group } = visit
  const others = (group?.people ?? []).filter((person) => person !== me.person).map(nameOf)
  const served = pack.questions.filter(
    (q) => slot.questions.includes(q.id) && q.withdrawnAt === null,
  )
  return (
    <article className={join(styles.visit, when === 'Now' && styles.now)}>
      <p className={styles.when}>
        <span>{when}</span>
        <time>
          {slot.start} to {slot.end}
        </time>
      </p>
      <h3>{group?.activity || slot.title}</h3>
      {group?.activity ? <p>{slot.title}</p> : null}
      <ul className={styles.facts}>
        <li>
          <Glyph icon={IconMapPin} />
          <span>{slot.place || 'Place not said'}</span>
        </li>
        {mine ? (
          <li>
            <Glyph icon={IconUsers} />
            <span>
              {group
                ? `Group ${group.label}${others.length > 0 ? `, with ${sayList(others)}` : ''}`
                : 'You have no place in this slot'}
            </span>
          </li>
        ) : null}
      </ul>
      {when === 'Now' && served.length > 0 ? (
        <ol className={styles.questions} aria-label="Key questions of this slot">
          {served.map((q) => (
            <li key={q.id} value={q.n}>
              {q.text}
            </li>
          ))}
        </ol>
      ) : null}
      {when === 'Now' && mine ? <SlotWay review={review} kind={slot.kind} /> : null}
      {when !== 'Now' && served.length > 0 ? (
        <p className={styles.soft}>
          {served.length === 1 ? 'Question' : 'Questions'} {sayList(served.map((q) => String(q.n)))}
        </p>
      ) : null}
    </article>
  )
}

/** The screen that a slot of the whole team is about. */
function SlotWay({ review, kind }: { review: string; kind: SlotKind | null }) {
  const way = kind === null ? undefined : ways[kind]
  if (!way) return null
  return (
    <p>
      <LinkButton to={way.to(review)}>{way.label}</LinkButton>
    </p>
  )
}

const ways: Partial<Record<SlotKind, { label: string; to: (review: string) => string }>> = {
  keep_in_touch: { label: 'Keep-in-touch meeting', to: paths.meeting },
  synthesis: { label: 'Agree the answers', to: paths.answers },
  feedback: { label: 'Read-out', to: paths.readOut },
}
