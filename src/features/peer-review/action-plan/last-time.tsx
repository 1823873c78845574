import { may } from '../../../domain/access/table.ts'
import type { ReviewAccess } from '../../../domain/access/facts.ts'
import { commitmentsOf } from '../../../domain/action-plan/commitments.ts'
import { actionRecord, actionStatusWords, statusOf } from '../../../domain/actions/action.ts'
import { reviewId } from '../../../domain/ids.ts'
import { useDesk, useRecords } from '../../../store/react.tsx'
import { Badge } from '../../../ui/badge.tsx'
import { LinkButton } from '../../../ui/button.tsx'
import { Section } from '../../../ui/section.tsx'
import { sayUkDate } from '../../../ui/uk-date.ts'
import { paths } from '../routing.ts'
import styles from './plan.module.css'
import { useOwner } from './use-owner.ts'
import { planDocument } from './use-plan.ts'

/** The school's last review before this one whose plan I may read. */
function useReviewBefore(access: ReviewAccess) {
  const { me } = useDesk()
  return [...me.reviews, ...(me.plans ?? [])]
    .filter(({ id, urn, date }) => urn === access.urn && date < access.date && id !== access.id)
    .filter(({ id }) => may(me, 'read', { kind: 'plan', review: reviewId(id) }))
    .sort((a, b) => b.date.localeCompare(a.date))[0]
}

/** What the school committed to after its last review: the next one begins from there. */
export function LastTime({ access }: { access: ReviewAccess }) {
  const before = useReviewBefore(access)
  return before ? <Commitments review={before.id} date={before.date} /> : null
}

function Commitments({ review, date }: { review: string; date: string }) {
  const ownerOf = useOwner()
  const { rows } = useRecords(actionRecord, [planDocument(review)])
  const made = commitmentsOf(rows, review)
  if (made.length === 0) return null
  return (
    <Section
      title="What you committed to last time"
      lead={`After the review of ${sayUkDate(date) ?? date}.`}
      actions={<LinkButton to={paths.planActions(review)}>Open the actions</LinkButton>}
    >
      <ul className={styles.history}>
        {made.map((action) => {
          const status = statusOf(action)
          return (
            <li key={action.id}>
              {action.what} ({ownerOf(action)}){' '}
              <Badge>{status === null ? 'Not settled' : actionStatusWords(status)}</Badge>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
