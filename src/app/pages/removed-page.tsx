import { LoadingState } from '../../ui/states.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import type { RemovedStage, RemovedWhy } from '../session-removal.ts'

interface RemovedPageProps {
  why: RemovedWhy
  stage: RemovedStage
}

/** The end of the work on this device; nothing of it is shown any more. */
export function RemovedPage({ why, stage }: RemovedPageProps) {
  if (why === 'lost') return <Lost stage={stage} />
  return (
    <Page title="Your work is off this device" standalone>
      {stage === 'done' ? (
        <>
          <p>Nothing that you wrote or read with Corridor is left in this browser.</p>
          <p>What had been sent is safe at the trust, and comes back when you sign in again.</p>
          <p>You can close this page. To sign in again, load it anew with signal.</p>
        </>
      ) : (
        <LoadingState
          label="Taking your work off this device"
          detail="Keep this page open for a moment."
        />
      )}
    </Page>
  )
}

const stages: Readonly<Record<RemovedStage, string>> = {
  waiting: 'Waiting for signal to hand over what was not sent',
  busy: 'Handing over what was not sent, and deleting what is here',
  done: 'The work on this device is deleted',
}

function Lost({ stage }: { stage: RemovedStage }) {
  return (
    <Page title="This device was reported lost" standalone>
      <Notice tone={stage === 'done' ? 'ok' : 'info'} title={stages[stage]}>
        {stage === 'done'
          ? 'The notes that were here have been deleted. What had not been sent is kept apart, unread, at the trust.'
          : 'Keep this page open. It goes on by itself.'}
      </Notice>
      <p>
        If you have found this device, please give it to the school office or to the trust that it
        belongs to.
      </p>
      <p>
        If it is yours and was never lost, ask a trust leader who reported it. Load this page anew
        to sign in; your sent work comes back.
      </p>
    </Page>
  )
}
