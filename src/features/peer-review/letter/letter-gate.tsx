import { useEffect, type ReactNode } from 'react'
import { may } from '../../../domain/access/table.ts'
import type { ReviewAccess } from '../../../domain/access/facts.ts'
import { reviewId } from '../../../domain/ids.ts'
import { useDesk } from '../../../store/react.tsx'
import { LinkButton } from '../../../ui/button.tsx'
import { IconLock } from '../../../ui/icons.ts'
import { Page } from '../../../ui/page.tsx'
import { EmptyState, LoadingState } from '../../../ui/states.tsx'
import { paths, useReviewParam } from '../routing.ts'
import { useReviewAccess } from '../use-pack.ts'
import { letterDocument, type LetterHere, useLetter } from './use-letter.ts'

/** Where the way back leads: to the pack for those who read it, else to the list. */
export function useLetterBack(access: ReviewAccess): { to: string; label: string } {
  const { me } = useDesk()
  return may(me, 'read', { kind: 'review', review: reviewId(access.id) })
    ? { to: paths.pack(access.id), label: 'The review' }
    : { to: '/reviews', label: 'Reviews' }
}

interface LetterGateProps {
  children: (access: ReviewAccess, here: LetterHere) => ReactNode
}

/** Opens the letter of the address for those who may read it. Tells colleagues that I look at it. */
export function LetterGate({ children }: LetterGateProps) {
  const id = useReviewParam()
  const { access } = useReviewAccess(id)
  const { me } = useDesk()
  if (!access || !may(me, 'read', { kind: 'letter', review: reviewId(id) })) return <NotOpen />
  return <Opened access={access}>{children}</Opened>
}

function Opened({ access, children }: LetterGateProps & { access: ReviewAccess }) {
  const { present } = useDesk()
  const here = useLetter(access)
  useEffect(() => {
    present(letterDocument(access.id))
    return () => present(null)
  }, [present, access.id])
  if (!here.document.ready) return <LoadingState label="Opening the letter" />
  return children(access, here)
}

function NotOpen() {
  return (
    <Page title="This letter is not open to you" back={{ to: '/reviews', label: 'Reviews' }}>
      <EmptyState
        icon={IconLock}
        title="A letter is its team’s and the school’s"
        action={
          <LinkButton to="/reviews" tone="primary">
            See your reviews
          </LinkButton>
        }
      >
        <p>
          Until it is sent, only the review team and the school’s headteacher read it. After that
          the school’s leaders and the CEO do, and whomever the headteacher shares it with.
        </p>
      </EmptyState>
    </Page>
  )
}
