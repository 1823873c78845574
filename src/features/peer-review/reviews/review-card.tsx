import type { ReviewAccess } from '../../../domain/access/facts.ts'
import { may } from '../../../domain/access/table.ts'
import { reviewId } from '../../../domain/ids.ts'
import { useDesk } from '../../../store/react.tsx'
import type { Decision } from '../../../domain/decisions.ts'
import { isOff } from '../../../domain/peer-review/stage-order.ts'
import { stageWords } from '../../../domain/peer-review/stage-order.ts'
import { Badge } from '../../../ui/badge.tsx'
import { CardList, IndexCard } from '../../../ui/index-card.tsx'
import { sayUkDate } from '../../../ui/uk-date.ts'
import { sayTime } from '../../../ui/uk-time.ts'
import { paths } from '../routing.ts'
import { usePack, usePeople, useSchools } from '../use-pack.ts'
import { useStage } from '../use-stage.ts'

interface ReviewCardsProps {
  label: string
  reviews: readonly ReviewAccess[]
  headingLevel: 2 | 3
}

export function ReviewCards({ label, reviews, headingLevel }: ReviewCardsProps) {
  return (
    <CardList label={label}>
      {reviews.map((review) => (
        <ReviewCard key={review.id} access={review} headingLevel={headingLevel} />
      ))}
    </CardList>
  )
}

function ReviewCard({ access, headingLevel }: { access: ReviewAccess; headingLevel: 2 | 3 }) {
  const { pack, loading } = usePack(access.id)
  const { stage, decisions } = useStage(access.id)
  const { me } = useDesk()
  const schoolOf = useSchools()
  const nameOf = usePeople()
  const opens = may(me, 'read', { kind: 'review', review: reviewId(access.id) })
  return (
    <IndexCard
      title={pack?.review.schoolName ?? (loading ? 'Opening…' : schoolOf(access.urn))}
      headingLevel={headingLevel}
      to={paths.pack(access.id)}
      meta={[sayUkDate(access.date), `led by ${nameOf(access.lead)}`]}
      chips={<StageBadge stage={stage} />}
    >
      {isOff(stage) ? (
        <Off decision={decisions.at(-1)} />
      ) : pack ? (
        pack.review.focus || 'No focus has been written yet.'
      ) : opens ? (
        'The pack is not here yet. It comes by itself when there is signal.'
      ) : (
        'The letter has been sent: notes and answers are with the school.'
      )}
    </IndexCard>
  )
}

export const StageBadge = ({ stage }: { stage: string }) => (
  <Badge tone={isOff(stage) ? 'warn' : 'neutral'}>{stageWords(stage)}</Badge>
)

/** A review that does not take place on its day: why, who said so and when. */
function Off({ decision }: { decision: Decision | undefined }) {
  const nameOf = usePeople()
  if (!decision) return null
  const { reason, by, role, madeAt } = decision
  return `${reason ?? 'No reason was kept'}. ${nameOf(by)} (${role}), ${sayTime(madeAt, 'moment')}`
}
