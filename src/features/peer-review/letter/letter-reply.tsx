import { may } from '../../../domain/access/table.ts'
import type { ReviewAccess } from '../../../domain/access/facts.ts'
import { settled } from '../../../domain/choice.ts'
import { reviewId } from '../../../domain/ids.ts'
import {
  asksForComment,
  receivedOf,
  receivedRecord,
  replyOf,
  replyRecord,
} from '../../../domain/letter/reply.ts'
import { useDesk } from '../../../store/react.tsx'
import { useDocument } from '../../../store/use-document.ts'
import { Badge } from '../../../ui/badge.tsx'
import { Button } from '../../../ui/button.tsx'
import { ChoiceChips } from '../../../ui/choice-chips.tsx'
import { IconCheck } from '../../../ui/icons.ts'
import { Section } from '../../../ui/section.tsx'
import { sayTime } from '../../../ui/uk-time.ts'
import { SharedText } from '../answers/shared-text.tsx'
import { replyDocument } from './use-letter.ts'
import { useReply } from './use-sheet.ts'
import styles from './letter.module.css'

type Accurate = 'accurate' | 'not_accurate'
const OPTIONS: { value: Accurate; label: string }[] = [
  { value: 'accurate', label: 'Accurate' },
  { value: 'not_accurate', label: 'Not accurate' },
]

/** The head says that the letter came, and whether it is accurate. Everybody else reads it on the letter. */
export function LetterReply({ access }: { access: ReviewAccess }) {
  const { me } = useDesk()
  const { reply, received } = useReply(access)
  if (may(me, 'write', { kind: 'letter-reply', review: reviewId(access.id) }))
    return <Reply access={access} />
  return reply || received ? null : (
    <p className={styles.soft}>The headteacher has not replied yet.</p>
  )
}

function Reply({ access }: { access: ReviewAccess }) {
  const { me, now } = useDesk()
  const document = useDocument(replyDocument(access.id))
  const reply = replyOf(document.all(replyRecord).rows)
  const received = receivedOf(document.all(receivedRecord).rows)
  const locked = !document.ready || document.readOnly
  const said = reply ? settled(reply.accurate) : null
  const own = reply === null ? null : reply.id
  const change = (fields: { accurate?: Accurate | null; comment?: string }) => {
    if (own === null)
      document.create(replyRecord, { by: me.person, madeAt: now(), comment: '', ...fields })
    else document.change(replyRecord, own, { ...fields, madeAt: now() })
  }
  return (
    <Section
      title="Your reply"
      lead="It stays with the letter: on every screen and in every copy, for ever."
    >
      {received ? (
        <p>
          <Badge tone="ok">Received</Badge> {sayTime(received.madeAt, 'moment')}
        </p>
      ) : (
        <Button
          icon={IconCheck}
          disabled={locked}
          onClick={() => document.create(receivedRecord, { by: me.person, madeAt: now() })}
        >
          I have received the letter
        </Button>
      )}
      <ChoiceChips
        label="Is the letter accurate?"
        options={OPTIONS}
        value={said}
        onChange={(accurate) => change({ accurate })}
      />
      {said === null ? null : (
        <SharedText
          label={said === 'accurate' ? 'Comment, if you like' : 'What is not accurate?'}
          minRows={3}
          readOnly={locked}
          value={reply?.comment ?? ''}
          error={
            reply && asksForComment(reply)
              ? 'Say what is not accurate: readers see it beside the letter.'
              : undefined
          }
          onChange={(text) => change({ comment: text })}
        />
      )}
    </Section>
  )
}
