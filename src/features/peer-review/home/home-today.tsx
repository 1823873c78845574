import type { ReviewAccess } from '../../../domain/access/facts.ts'
import { dayPart, type DayPart } from '../../../domain/peer-review/now-next.ts'
import type { Pack } from '../../../domain/peer-review/pack.ts'
import { useDesk } from '../../../store/react.tsx'
import { ActionBar } from '../../../ui/action-bar.tsx'
import { LinkButton } from '../../../ui/button.tsx'
import { IconPlus } from '../../../ui/icons.ts'
import { LoadingState } from '../../../ui/states.tsx'
import { TellDsl } from '../capture/tell-dsl.tsx'
import { PackMissing } from '../review-gate.tsx'
import { paths } from '../routing.ts'
import type { Now } from '../use-now.ts'
import { usePack, useReviewAccess } from '../use-pack.ts'
import { Briefing } from './briefing-card.tsx'
import { HomeCounts } from './home-counts.tsx'
import { VisitCard } from './visit-card.tsx'
import styles from './home.module.css'

/** Today's review: where I am in it, what is next, and one large way to a note. */
export function HomeToday({ access, now }: { access: ReviewAccess; now: Now }) {
  const { me } = useDesk()
  const { pack, loading } = usePack(access.id)
  const { mine } = useReviewAccess(access.id)
  if (loading) return <Opening review={access.id} mine={mine} />
  if (!pack) return <PackMissing mine={mine} review={access.id} />
  const part = dayPart(pack, me.person, now.date, now.time)
  return (
    <>
      <section className={styles.review} aria-labelledby="todays-review">
        <h2 id="todays-review">{pack.review.schoolName}</h2>
        <p>{pack.review.focus}</p>
      </section>
      {mine ? <Briefing access={access} /> : null}
      <div className={styles.day}>
        <Parts review={access.id} part={part} pack={pack} mine={mine} />
      </div>
      {mine ? <HomeCounts access={access} /> : null}
      <ActionBar note={<Dsl pack={pack} />}>
        {mine ? (
          <>
            <TellDsl
              review={access.id}
              pack={pack}
              slot={part.at === 'during' ? part.now.slot.id : null}
            />
            <NewNote review={access.id} />
          </>
        ) : (
          <LinkButton to={paths.pack(access.id)} tone="primary">
            Open the pack
          </LinkButton>
        )}
      </ActionBar>
    </>
  )
}

const NewNote = ({ review }: { review: string }) => (
  <LinkButton to={paths.capture(review)} tone="primary" icon={IconPlus}>
    New note
  </LinkButton>
)

/** A note need not wait for the pack. */
function Opening({ review, mine }: { review: string; mine: boolean }) {
  return (
    <>
      <LoadingState label="Opening today’s review" />
      {mine ? (
        <ActionBar>
          <NewNote review={review} />
        </ActionBar>
      ) : null}
    </>
  )
}

interface PartProps {
  review: string
  part: DayPart
  pack: Pack
  mine: boolean
}

function Parts({ review, part, pack, mine }: PartProps) {
  switch (part.at) {
    case 'before':
      return (
        <>
          <p className={styles.word}>The day has not begun.</p>
          {part.next ? (
            <VisitCard review={review} when="First" visit={part.next} pack={pack} mine={mine} />
          ) : null}
        </>
      )
    case 'during':
      return (
        <>
          <VisitCard review={review} when="Now" visit={part.now} pack={pack} mine={mine} />
          {part.next ? (
            <VisitCard review={review} when="Next" visit={part.next} pack={pack} mine={mine} />
          ) : null}
        </>
      )
    case 'between':
      return (
        <>
          <p className={styles.word}>Between two slots.</p>
          <VisitCard review={review} when="Next" visit={part.next} pack={pack} mine={mine} />
        </>
      )
    case 'after':
      return <p className={styles.word}>The timetable of the day is done.</p>
  }
}

/** Pinned, so that nobody has to look for it when it is needed. */
function Dsl({ pack }: { pack: Pack }) {
  const { dslName, dslRoom } = pack.review
  return (
    <p className={styles.dsl}>
      <abbr title="Designated safeguarding lead">DSL</abbr>{' '}
      <strong>{dslName || 'not named in the pack'}</strong>
      <span>{dslRoom || 'Ask at the school office'}</span>
    </p>
  )
}
