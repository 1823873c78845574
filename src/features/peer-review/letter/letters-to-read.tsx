import { letterIsIssued } from '../../../domain/access/reviews.ts'
import { may } from '../../../domain/access/table.ts'
import type { ReviewAccess } from '../../../domain/access/facts.ts'
import { reviewId } from '../../../domain/ids.ts'
import { schoolRecord } from '../../../domain/trust.ts'
import { useDesk, useRecords } from '../../../store/react.tsx'
import { CardList, IndexCard } from '../../../ui/index-card.tsx'
import { Section } from '../../../ui/section.tsx'
import { sayTime } from '../../../ui/uk-time.ts'
import { paths } from '../routing.ts'
import { dayOf } from './use-letter-draft.ts'

/** Letters of reviews that this person was not in, and may read now. */
export function LettersToRead({ reviews }: { reviews: readonly ReviewAccess[] }) {
  const { me } = useDesk()
  const schools = useRecords(schoolRecord, ['trust']).rows
  const open = reviews.filter(
    (review) =>
      letterIsIssued(review) && may(me, 'read', { kind: 'letter', review: reviewId(review.id) }),
  )
  if (open.length === 0) return null
  return (
    <Section title="Letters to read">
      <CardList label="Letters to read">
        {open.map(({ id, urn, date, letterAt }) => (
          <IndexCard
            key={id}
            title={schools.find((school) => school.urn === urn)?.name ?? `School ${urn}`}
            to={paths.letter(id)}
            meta={[
              `Peer review, ${dayOf(date)}`,
              letterAt === undefined ? null : `Sent ${sayTime(letterAt, 'date')}`,
            ]}
          />
        ))}
      </CardList>
    </Section>
  )
}
