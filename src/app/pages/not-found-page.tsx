import { LinkButton } from '../../ui/button.tsx'
import { IconCompass } from '../../ui/icons.ts'
import { Page } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/states.tsx'

export function NotFoundPage() {
  return (
    <Page title="No such page">
      <EmptyState
        icon={IconCompass}
        title="This address leads nowhere"
        action={
          <>
            <LinkButton to="/" tone="primary">
              Go to Today
            </LinkButton>
            <LinkButton to="/reviews">See all reviews</LinkButton>
          </>
        }
      >
        <p>The link may be old, or mistyped. Everything you wrote is kept.</p>
      </EmptyState>
    </Page>
  )
}
