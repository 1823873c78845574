import type { ReactNode } from 'react'
import { useToday } from '../../store/use-today.ts'
import { LinkButton } from '../../ui/button.tsx'
import { IconLock } from '../../ui/icons.ts'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState, LoadingState } from '../../ui/states.tsx'
import { paths } from './paths.ts'
import { type RepHere, useRep } from './use-rep.ts'

const back = { to: paths.all, label: 'Rapid enhancement plans' }

interface RepGateProps {
  /** @param today yyyy-mm-dd by the clock on a school's wall */
  children: (here: RepHere, today: string) => ReactNode
}

/** The plan of the address, or words for why it is not here. */
export function RepGate({ children }: RepGateProps) {
  const today = useToday()
  const found = useRep(today)
  if (found.kind === 'here') return <>{children(found.here, today)}</>
  if (found.kind === 'opening') return <LoadingState label="Opening the plan" />
  return (
    <Page title="Not open to you" back={back}>
      <EmptyState
        icon={IconLock}
        title="This plan is not open to you"
        action={
          <LinkButton tone="primary" to={paths.all}>
            See your plans
          </LinkButton>
        }
      >
        <p>
          A rapid enhancement plan is open to the school’s head, its mentor, the Executive Head and
          the Chief Executive. If you were named just now, it comes when this device has signal.
        </p>
      </EmptyState>
    </Page>
  )
}

/** Records that a newer app wrote are kept, and said to be. */
export function NewerRecords({ here }: { here: RepHere }) {
  return here.unreadable > 0 ? (
    <Notice tone="warn" live={false} title="Some of this plan needs the new version of Corridor">
      It is kept. Load the new version here to see it.
    </Notice>
  ) : null
}
