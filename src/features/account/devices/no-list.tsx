import { Button, LinkButton } from '../../../ui/button.tsx'
import { IconWifiOff } from '../../../ui/icons.ts'
import { EmptyState } from '../../../ui/states.tsx'
import type { Answer } from './device-calls.ts'

interface NoListProps {
  answer: Exclude<Answer<unknown>, { kind: 'got' }>
  onAgain: () => void
}

/** Why the trust has not told, and what to do. */
export function NoList({ answer, onAgain }: NoListProps) {
  if (answer.kind === 'refused' && answer.status === 401)
    return (
      <EmptyState
        title="Your sign-in has ended"
        action={
          <LinkButton tone="primary" to="/sign-in">
            Sign in
          </LinkButton>
        }
      >
        <p>The list of devices is kept at the trust. Sign in to see it.</p>
      </EmptyState>
    )
  return (
    <EmptyState
      icon={IconWifiOff}
      title="The trust did not answer"
      action={
        <Button tone="primary" onClick={onAgain}>
          Ask again
        </Button>
      }
    >
      <p>
        The list of devices is kept at the trust, so it needs signal. If a device is lost and you
        have no signal, ring somebody who has: any trust leader can report it.
      </p>
    </EmptyState>
  )
}
