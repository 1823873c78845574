import { useEffect, type ReactNode } from 'react'
import { may } from '../../domain/access/table.ts'
import type { ReviewAccess } from '../../domain/access/facts.ts'
import { reviewId } from '../../domain/ids.ts'
import type { Pack } from '../../domain/peer-review/pack.ts'
import { useDesk } from '../../store/react.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { IconLock } from '../../ui/icons.ts'
import { Page } from '../../ui/page.tsx'
import { EmptyState, LoadingState } from '../../ui/states.tsx'
import { TellDsl } from './capture/tell-dsl.tsx'
import { Receipt } from './ready/receipt.tsx'
import { FirstHead } from './reviews/first-head.tsx'
import { paths, useReviewParam } from './routing.ts'
import styles from './review-gate.module.css'
import { concernsMe, usePack, useReviewAccess, useSchools } from './use-pack.ts'

export interface ReviewHere {
  readonly access: ReviewAccess
  /** Null until the pack has reached this device. */
  readonly pack: Pack | null
  /** Whether I am on the team: then I take notes. */
  readonly mine: boolean
  readonly school: string
}

interface GateProps {
  children: (review: ReviewHere) => ReactNode
  /** The screen shows the way to the DSL itself, beside the card that lies open. */
  ownWayOut?: boolean
}

/** Opens the review of the address, or says plainly why it cannot. Tells colleagues that I look at it. */
export function ReviewGate({ children, ownWayOut = false }: GateProps) {
  const id = useReviewParam()
  const { access, mine } = useReviewAccess(id)
  const { pack, loading } = usePack(id)
  const { me, present } = useDesk()
  const schoolOf = useSchools()
  useEffect(() => {
    present(`review/${id}`)
    return () => present(null)
  }, [present, id])
  if (!access || !concernsMe(me, access)) return <NotMine access={access} />
  if (loading) return <LoadingState label="Opening the review" />
  const school = pack?.review.schoolName ?? schoolOf(access.urn)
  return (
    <>
      {pack ? null : <FirstHead access={access} />}
      {pack && mine ? <Receipt access={access} /> : null}
      {children({ access, pack, mine, school })}
      {mine && !ownWayOut ? <WayOut review={access.id} pack={pack} /> : null}
    </>
  )
}

/** From everywhere in a review: a concern about a child goes to the DSL, in person, now (C11). */
function WayOut({ review, pack }: { review: string; pack: Pack | null }) {
  return (
    <aside aria-label="A concern about a child" className={styles.wayOut}>
      <span>A concern about a child?</span>
      <TellDsl review={review} pack={pack} slot={null} tone="plain" />
    </aside>
  )
}

function NotMine({ access }: { access: ReviewAccess | undefined }) {
  const { me } = useDesk()
  const letter = { kind: 'letter', review: reviewId(access?.id ?? '') } as const
  return (
    <Page title="Not one of your reviews" back={{ to: '/reviews', label: 'Reviews' }}>
      <EmptyState
        icon={IconLock}
        title="This review is not open to you"
        action={
          access && may(me, 'read', letter) ? (
            <LinkButton to={paths.letter(access.id)} tone="primary">
              Read the letter
            </LinkButton>
          ) : (
            <LinkButton to="/reviews" tone="primary">
              See your reviews
            </LinkButton>
          )
        }
      >
        <p>
          Only the review team and the school’s headteacher can open it; until its day begins, the
          CEO and the executive headteacher too. If you were on the team, ask the review lead; notes
          you wrote are still kept.
        </p>
      </EmptyState>
    </Page>
  )
}

/** The pack has not come yet: what to do meanwhile. */
export function PackMissing({ mine, review }: { mine: boolean; review: string }) {
  const { me } = useDesk()
  const { access } = useReviewAccess(review)
  if (access && !may(me, 'read', { kind: 'review', review: reviewId(review) }))
    return (
      <EmptyState
        icon={IconLock}
        title="This review is with the school"
        action={
          <LinkButton to={paths.handOver(review)} tone="primary">
            See the receipt
          </LinkButton>
        }
      >
        <p>The letter has been sent. The notes and answers are the school’s; none are kept here.</p>
      </EmptyState>
    )
  return (
    <EmptyState
      title="The pack is not on this device yet"
      action={
        mine ? (
          <LinkButton to={`/reviews/${review}/capture`} tone="primary">
            New note
          </LinkButton>
        ) : (
          <LinkButton to="/device">See what is here</LinkButton>
        )
      }
    >
      <p>
        It comes by itself as soon as there is signal.{mine ? ' You can take notes already.' : ''}
      </p>
    </EmptyState>
  )
}
