import { useEffect, type ReactNode } from 'react'
import { useDesk } from '../../store/react.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { IconLock } from '../../ui/icons.ts'
import { Page } from '../../ui/page.tsx'
import { EmptyState, LoadingState } from '../../ui/states.tsx'
import { paths } from './routing.ts'
import { type RunHere, useRunHere } from './use-run.ts'

const back = { to: paths.checks, label: 'Checks' }
const toChecks = (
  <LinkButton tone="primary" to={paths.checks}>
    See the checks
  </LinkButton>
)

/** Opens the walk of the address, or says plainly why it cannot. Tells colleagues that I am in it. */
export function RunGate({ children }: { children: (here: RunHere) => ReactNode }) {
  const here = useRunHere()
  const { present } = useDesk()
  const name = here !== null && typeof here === 'object' ? here.name : null
  useEffect(() => {
    present(name)
    return () => present(null)
  }, [present, name])
  if (here === 'opening') return <LoadingState label="Opening the walk" />
  if (here === 'closed')
    return (
      <Page title="Not open to you" back={back}>
        <EmptyState icon={IconLock} title="This check is not open to you" action={toChecks}>
          <p>Its school’s leaders, its site staff and the trust’s office can open it.</p>
        </EmptyState>
      </Page>
    )
  if (here === null)
    return (
      <Page title="Not here yet" back={back}>
        <EmptyState title="This check is not on this device" action={toChecks}>
          <p>If a colleague has begun it, it comes by itself as soon as both have had signal.</p>
        </EmptyState>
      </Page>
    )
  return children(here)
}
