import type { ReactNode } from 'react'
import { LinkButton } from '../../../ui/button.tsx'
import { IconLock } from '../../../ui/icons.ts'
import { Page } from '../../../ui/page.tsx'
import { EmptyState, LoadingState } from '../../../ui/states.tsx'
import { useReviewParam } from '../routing.ts'
import { type PlanHere, usePlan } from './use-plan.ts'

/** Opens the action plan of the address, or says plainly why it cannot. */
export function PlanGate({ children }: { children: (plan: PlanHere) => ReactNode }) {
  const plan = usePlan(useReviewParam())
  if (!plan) return <NotOpen />
  if (!plan.doc.ready) return <LoadingState label="Opening the action plan" />
  return children(plan)
}

function NotOpen() {
  return (
    <Page title="Not open to you" back={{ to: '/reviews', label: 'Reviews' }}>
      <EmptyState
        icon={IconLock}
        title="This action plan is not open to you"
        action={
          <LinkButton to="/reviews" tone="primary">
            See your reviews
          </LinkButton>
        }
      >
        <p>
          The school’s staff read its action plan once the letter has been sent; its leaders and the
          facilitators named for the session write it. Ask the headteacher.
        </p>
      </EmptyState>
    </Page>
  )
}
