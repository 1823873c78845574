import { LinkButton } from '../../../ui/button.tsx'
import { Page } from '../../../ui/page.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { paths } from '../routing.ts'
import { sayCount } from '../words.ts'
import { ActionCard } from './action-card.tsx'
import { PlanGate } from './plan-gate.tsx'
import styles from './plan.module.css'
import type { PlanHere } from './use-plan.ts'

export default function ActionsScreen() {
  return <PlanGate>{(plan) => <Actions {...plan} />}</PlanGate>
}

/** What came of the session: each commitment as an action that moves on. */
function Actions(plan: PlanHere) {
  const { review, school, commitments } = plan
  return (
    <Page
      title="Actions from this session"
      lead={`${school}. ${sayCount(commitments.length, 'action')}.`}
      back={{ to: paths.actionPlan(review), label: 'Action plan' }}
    >
      {commitments.length === 0 ? (
        <EmptyState
          title="No actions yet"
          action={
            <LinkButton tone="primary" to={paths.planGather(review)}>
              Turn ideas into commitments
            </LinkButton>
          }
        >
          <p>Every commitment of the session is an action here, without typing it again.</p>
        </EmptyState>
      ) : null}
      <ol className={styles.commitments} aria-label="Actions">
        {commitments.map((action) => (
          <ActionCard key={action.id} action={action} plan={plan} />
        ))}
      </ol>
    </Page>
  )
}
