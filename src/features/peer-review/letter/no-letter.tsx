import type { ReviewAccess } from '../../../domain/access/facts.ts'
import { isHeld } from '../../../domain/peer-review/planning.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { IconFileText, IconPencil } from '../../../ui/icons.ts'
import { EmptyState, LoadingState } from '../../../ui/states.tsx'
import { PackMissing } from '../review-gate.tsx'
import { paths } from '../routing.ts'
import { usePack, useReviewAccess } from '../use-pack.ts'
import { useStage } from '../use-stage.ts'
import { useLetterChanges } from './use-letter-changes.ts'
import { useChangesSince } from './use-letter-draft.ts'
import type { LetterHere } from './use-letter.ts'

interface NoLetterYetProps {
  access: ReviewAccess
  here: LetterHere
}

/** Before there is a letter: what it waits for, or the one tap that drafts it. */
export function NoLetterYet({ access, here }: NoLetterYetProps) {
  const { stage, waiting } = useStage(access.id)
  const { mine } = useReviewAccess(access.id)
  const { pack } = usePack(access.id)
  const changes = useChangesSince(access, pack, here)
  const { draft } = useLetterChanges(access, here)
  // Agreed with no signal, it counts here before the trust has said so.
  const agreed = isHeld(stage) || waiting.some(({ to }) => to === 'synthesised')
  if (!here.writes)
    return (
      <EmptyState icon={IconFileText} title="There is no letter on this device">
        <p>When the team has written one it comes here by itself, as soon as there is signal.</p>
      </EmptyState>
    )
  if (!pack) return <PackMissing mine={mine} review={access.id} />
  if (!agreed)
    return (
      <EmptyState
        icon={IconFileText}
        title="The answers come first"
        action={
          <LinkButton to={mine ? paths.answers(access.id) : paths.pack(access.id)} tone="primary">
            {mine ? 'Agree the answers' : 'Open the review'}
          </LinkButton>
        }
      >
        <p>The letter is drafted from the answers once the team has agreed them.</p>
      </EmptyState>
    )
  if (changes === null) return <LoadingState label="Reading the answers" />
  return (
    <EmptyState
      icon={IconFileText}
      title="No letter yet"
      action={
        <Button
          tone="primary"
          icon={IconPencil}
          onClick={() => draft(changes, pack.review.schoolName)}
        >
          Draft it from the agreed answers
        </Button>
      }
    >
      <p>
        Thanks, the focus, an answer to each question, strengths, possible areas for future focus
        and what comes next. The team and the headteacher then write it together.
      </p>
    </EmptyState>
  )
}
