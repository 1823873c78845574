import { useState } from 'react'
import type { ReviewAccess } from '../../domain/access/facts.ts'
import { useDesk } from '../../store/react.tsx'
import { ChoiceChips } from '../../ui/choice-chips.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { TodayParts } from '../../ui/today-parts.tsx'
import { sayUkDate } from '../../ui/uk-date.ts'
import { LinkButton } from '../../ui/button.tsx'
import { HomeToday } from './home/home-today.tsx'
import { ReviewCards } from './reviews/review-card.tsx'
import { useNow } from './use-now.ts'
import { concernsMe } from './use-pack.ts'

const NEAR = 2

/** What the day asks of this person. */
export default function Home() {
  const { me } = useDesk()
  const now = useNow()
  const today = me.reviews.filter((review) => review.date === now.date && concernsMe(me, review))
  const [chosen, setChosen] = useState<string | null>(null)
  const shown = today.find(({ id }) => id === chosen) ?? today[0]
  return (
    <Page title="Today" lead={sayUkDate(now.date)} width="full">
      {today.length > 1 ? (
        <ChoiceChips
          label="Today’s reviews"
          clearable={false}
          options={today.map((review, i) => ({ value: review.id, label: `Review ${i + 1}` }))}
          value={shown?.id ?? null}
          onChange={setChosen}
        />
      ) : null}
      {shown ? (
        <HomeToday key={shown.id} access={shown} now={now} />
      ) : (
        <NoReviewToday date={now.date} />
      )}
      <TodayParts />
    </Page>
  )
}

function NoReviewToday({ date }: { date: string }) {
  const { me } = useDesk()
  const byDate = me.reviews
    .filter((review) => concernsMe(me, review))
    .sort((a, b) => a.date.localeCompare(b.date))
  const next = byDate.filter((review) => review.date > date).slice(0, NEAR)
  const last = byDate
    .filter((review) => review.date < date)
    .reverse()
    .slice(0, NEAR)
  if (next.length + last.length === 0)
    return (
      // A line, not a poster: below it stands what the other jobs ask of this day.
      <Section
        title="No review in your diary"
        lead="When you are put on a review team, its pack comes here by itself and stays readable with no signal."
      >
        <LinkButton to="/device">See what is on this device</LinkButton>
      </Section>
    )
  return (
    <>
      <p>No review today.</p>
      {next.length === 0 ? null : <Near title="Coming up" reviews={next} />}
      {last.length === 0 ? null : <Near title="Last time" reviews={last} />}
    </>
  )
}

function Near({ title, reviews }: { title: string; reviews: readonly ReviewAccess[] }) {
  return (
    <Section title={title}>
      <ReviewCards label={title} reviews={reviews} headingLevel={3} />
    </Section>
  )
}
