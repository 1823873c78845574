import { useEffect } from 'react'
import { onTeam } from '../../../domain/access/held.ts'
import { useDesk } from '../../../store/react.tsx'
import { LinkButton } from '../../../ui/button.tsx'
import { Page } from '../../../ui/page.tsx'
import { EmptyState, LoadingState } from '../../../ui/states.tsx'
import { paths, useGo } from '../routing.ts'
import { useNow } from '../use-now.ts'

/** The shortcut on the Home Screen: straight to a note for today's review. */
export default function CaptureToday() {
  const { me } = useDesk()
  const { date } = useNow()
  const go = useGo()
  const today = me.reviews.find((review) => review.date === date && onTeam(review, me.person))
  const to = today ? paths.capture(today.id) : null
  useEffect(() => {
    if (to) go(to, 'replace')
    // Only a new address is news: `go` is another function at every look.
    // eslint-disable-next-line react/exhaustive-deps
  }, [to])
  if (to) return <LoadingState label="Opening a new note" />
  return (
    <Page title="New note" back={{ to: '/', label: 'Today' }}>
      <EmptyState
        title="No review today"
        action={
          <LinkButton tone="primary" to="/reviews">
            Pick a review
          </LinkButton>
        }
      >
        <p>Notes belong to a review. Pick the one you want to write for.</p>
      </EmptyState>
    </Page>
  )
}
