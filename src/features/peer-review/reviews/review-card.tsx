import type { ReviewAccess } from '../../../domain/access.ts'
import { stageWords } from '../../../domain/peer-review/stages.ts'
import { Badge } from '../../../ui/badge.tsx'
import { CardList, IndexCard } from '../../../ui/index-card.tsx'
import { sayUkDate } from '../../../ui/uk-date.ts'
import { paths } from '../routing.ts'
import { usePack, usePeople } from '../use-pack.ts'
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
  const { stage } = useStage(access.id)
  const nameOf = usePeople()
  return (
    <IndexCard
      title={pack?.review.schoolName ?? (loading ? 'Opening…' : 'Pack not here yet')}
      headingLevel={headingLevel}
      to={paths.pack(access.id)}
      meta={[sayUkDate(access.date), `led by ${nameOf(access.lead)}`]}
      chips={<Badge>{stageWords(stage)}</Badge>}
    >
      {pack ? pack.review.focus : 'It comes by itself when there is signal.'}
    </IndexCard>
  )
}
