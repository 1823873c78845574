import type { ReviewAccess } from '../../../domain/access.ts'
import { useDesk } from '../../../store/react.tsx'
import { LinkButton } from '../../../ui/button.tsx'
import { IconCalendarEvent } from '../../../ui/icons.ts'
import { Page } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { useNow } from '../use-now.ts'
import { ReviewCards } from './review-card.tsx'

/** Every review this person may open, the nearest day first. */
export default function ReviewsScreen() {
  const { me } = useDesk()
  const { date } = useNow()
  const byDate = [...me.reviews].sort((a, b) => a.date.localeCompare(b.date))
  const ahead = byDate.filter((review) => review.date >= date)
  const past = byDate.filter((review) => review.date < date).reverse()
  return (
    <Page title="Reviews" lead="Those you are on, and those of your school.">
      {byDate.length === 0 ? <None /> : null}
      <Part title="Today and coming up" reviews={ahead} />
      <Part title="Past" reviews={past} />
    </Page>
  )
}

function Part({ title, reviews }: { title: string; reviews: readonly ReviewAccess[] }) {
  if (reviews.length === 0) return null
  return (
    <Section title={title}>
      <ReviewCards label={title} reviews={reviews} headingLevel={3} />
    </Section>
  )
}

function None() {
  return (
    <EmptyState
      icon={IconCalendarEvent}
      title="No reviews are open to you"
      action={
        <LinkButton tone="primary" to="/device">
          See what is on this device
        </LinkButton>
      }
    >
      <p>
        When you are put on a review team, the review comes here by itself. Only its team and the
        school’s headteacher can open it.
      </p>
    </EmptyState>
  )
}
