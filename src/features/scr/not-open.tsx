import { LinkButton } from '../../ui/button.tsx'
import { IconLock } from '../../ui/icons.ts'
import { Page } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/states.tsx'

/** For those who see only the result, and for addresses of nothing. */
export function NotOpen() {
  return (
    <Page title="Not open to you" back={{ to: '/checks/scr', label: 'Single central record' }}>
      <EmptyState
        icon={IconLock}
        title="This spot check is not open to you"
        action={
          <LinkButton tone="primary" to="/checks/scr">
            See the results
          </LinkButton>
        }
      >
        <p>Compliance, the headteacher and the DSL open it. Others see its result in counts.</p>
      </EmptyState>
    </Page>
  )
}
