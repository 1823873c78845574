import type { ReactNode } from 'react'
import { LinkButton } from '../../ui/button.tsx'
import { IconLock } from '../../ui/icons.ts'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState, LoadingState } from '../../ui/states.tsx'
import { paths } from './paths.ts'
import { useWalk, type WalkHere } from './use-walk.ts'

const back = { to: paths.walks, label: 'Walks' }

const toWalks = (
  <LinkButton tone="primary" to={paths.walks}>
    See the walks
  </LinkButton>
)

/** The walk of the address, or words for why it is not here. */
export function WalkGate({ children }: { children: (here: WalkHere) => ReactNode }) {
  const found = useWalk()
  if (found.kind === 'here') return <>{children(found.here)}</>
  if (found.kind === 'opening') return <LoadingState label="Opening the walk" />
  if (found.kind === 'not-open')
    return (
      <Page title="Not open to you" back={back}>
        <EmptyState icon={IconLock} title="This walk is not open to you" action={toWalks}>
          <p>
            Those who lead walks at the school can open it. What was shared with you is under Walks.
          </p>
        </EmptyState>
      </Page>
    )
  return (
    <Page title="Walk" back={back}>
      <EmptyState title="This walk is not on this device" action={toWalks}>
        <p>It was taken away, or it comes when this device and the other have had signal.</p>
      </EmptyState>
    </Page>
  )
}

/** Records that a newer app wrote are kept, and said to be. */
export function NewerRecords({ here }: { here: WalkHere }) {
  return here.unreadable > 0 ? (
    <Notice tone="warn" live={false} title="Some of this walk needs the new version of Corridor">
      It is kept. Load the new version here to see it.
    </Notice>
  ) : null
}
