import type { CalendarEntry, ReviewAccess } from '../../../domain/access/facts.ts'
import { mayPlan } from '../../../domain/peer-review/planning.ts'
import { schoolRecord } from '../../../domain/trust.ts'
import { useDesk, useRecords } from '../../../store/react.tsx'
import { LinkButton } from '../../../ui/button.tsx'
import { IconCalendarEvent, IconPlus } from '../../../ui/icons.ts'
import { Page } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { PlansToRead } from '../action-plan/plans-to-read.tsx'
import { paths } from '../routing.ts'
import { useNow } from '../use-now.ts'
import { concernsMe } from '../use-pack.ts'
import { CalendarCards } from './calendar-card.tsx'
import { OwedSection } from './owed-section.tsx'
import { LettersToRead } from '../letter/letters-to-read.tsx'
import { ReviewCards } from './review-card.tsx'

const byDate = (a: { date: string }, b: { date: string }) => a.date.localeCompare(b.date)

/** Our reviews: those this person may open, those they lead over, and what each school is still owed. */
export default function ReviewsScreen() {
  const { me } = useDesk()
  const { date } = useNow()
  const own = me.reviews.filter((review) => concernsMe(me, review)).sort(byDate)
  const known = new Set(own.map(({ id }) => id))
  const others = me.calendar.filter(({ id }) => !known.has(id)).sort(byDate)
  const isAhead = (review: { date: string }) => review.date >= date
  const isPast = (review: { date: string }) => review.date < date
  return (
    <Page
      title="Reviews"
      lead="Those you are on, those of your school, and those you prepare."
      actions={<PlanOne />}
    >
      {own.length + others.length + (me.plans ?? []).length === 0 ? <None /> : null}
      <Part title="Today and coming up" reviews={own.filter(isAhead)} />
      <Others title="Other reviews coming up" entries={others.filter(isAhead)} />
      <LettersToRead reviews={me.reviews.filter(({ id }) => !known.has(id))} />
      <OwedSection today={date} />
      <PlansToRead />
      <Part title="Past" reviews={own.filter(isPast).reverse()} />
      <Others title="Other past reviews" entries={others.filter(isPast).reverse()} />
    </Page>
  )
}

function PlanOne() {
  const { me } = useDesk()
  const schools = useRecords(schoolRecord, ['trust']).rows
  if (!schools.some(({ urn }) => mayPlan(me, urn))) return null
  return (
    <LinkButton to={paths.plan} icon={IconPlus}>
      Plan a review
    </LinkButton>
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

function Others({ title, entries }: { title: string; entries: readonly CalendarEntry[] }) {
  if (entries.length === 0) return null
  return (
    <Section title={title}>
      <CalendarCards label={title} entries={entries} />
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
