import type { ReviewAccess } from '../../../domain/access/facts.ts'
import { type Change, isUntouched } from '../../../domain/letter/draft.ts'
import { partName } from '../../../domain/letter/parts.ts'
import type { Pack } from '../../../domain/peer-review/pack.ts'
import { useDesk } from '../../../store/react.tsx'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import type { LetterChanges } from './use-letter-changes.ts'
import { useChangesSince } from './use-letter-draft.ts'
import type { LetterHere } from './use-letter.ts'
import styles from './letter.module.css'

interface RedraftProps {
  access: ReviewAccess
  here: LetterHere
  pack: Pack | null
  changes: LetterChanges
}

/** What changed in the answers since the letter was drafted. A person says what becomes of each. */
export function Redraft({ access, here, pack, changes }: RedraftProps) {
  const since = useChangesSince(access, pack, here)
  if (!since || since.length === 0) return null
  return (
    <section aria-label="Changed in the answers since" className={styles.since}>
      {since.map((change) => (
        <Offer
          key={change.kind === 'new' ? change.drafted.heading : change.part.id}
          change={change}
          changes={changes}
          school={pack?.review.schoolName ?? ''}
        />
      ))}
    </section>
  )
}

interface OfferProps {
  change: Change
  changes: LetterChanges
  school: string
}

function Offer({ change, changes, school }: OfferProps) {
  const { now } = useDesk()
  if (change.kind === 'gone') {
    const { part } = change
    return (
      <Notice
        tone="warn"
        live={false}
        title={`The school withdrew this question: ${partName(part)}`}
        action={
          <Button onClick={() => changes.change(part, { removedAt: now() })}>
            Take it out of the letter
          </Button>
        }
      >
        A letter answers only what was asked to the end.
      </Notice>
    )
  }
  const { drafted } = change
  if (change.kind === 'new')
    return (
      <Notice
        tone="info"
        live={false}
        title={`Not in the letter yet: ${partName(drafted)}`}
        action={<Button onClick={() => changes.draft([change], school)}>Put it in</Button>}
      >
        <blockquote className={styles.quote}>{drafted.text}</blockquote>
      </Notice>
    )
  const { part } = change
  return (
    <Notice
      tone="info"
      live={false}
      title={`The agreed answers changed since: ${partName(part)}`}
      action={
        <>
          <Button tone="primary" onClick={() => changes.takeIn(part, drafted)}>
            {isUntouched(part) ? 'Use the new words' : 'Add them below ours'}
          </Button>
          <Button onClick={() => changes.leave(part, drafted)}>Leave ours as it is</Button>
        </>
      }
    >
      <blockquote className={styles.quote}>
        {drafted.text === '' ? 'Nothing now.' : drafted.text}
      </blockquote>
    </Notice>
  )
}
