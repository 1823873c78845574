import { may } from '../../../domain/access/table.ts'
import type { ReviewAccess } from '../../../domain/access/facts.ts'
import { ideaRecord, tableRecord } from '../../../domain/action-plan/session.ts'
import { actionRecord } from '../../../domain/actions/action.ts'
import { reviewId } from '../../../domain/ids.ts'
import { pointRecord } from '../../../domain/peer-review/answers.ts'
import { keyQuestionRecord } from '../../../domain/peer-review/pack.ts'
import type { RecordType } from '../../../domain/record.ts'
import { useDesk } from '../../../store/react.tsx'
import { type LiveDocument, useDocument } from '../../../store/use-document.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { IconRefresh } from '../../../ui/icons.ts'
import { Section } from '../../../ui/section.tsx'
import { sayTime } from '../../../ui/uk-time.ts'
import { planDocument } from '../action-plan/use-plan.ts'
import { paths } from '../routing.ts'
import { useReviewAccess } from '../use-pack.ts'
import { subjectOf } from '../use-stage.ts'
import styles from './history.module.css'

interface Removed {
  readonly id: string
  readonly what: string
  readonly words: string
  readonly at: number
  readonly bringBack: () => void
}

interface Kind<T> {
  readonly type: RecordType<T>
  readonly what: string
  readonly words: (record: T) => string
  readonly at: (record: T) => number | null
  readonly back: Readonly<Record<string, unknown>>
}

function removedIn<T extends { readonly id: string }>(
  doc: LiveDocument,
  { type, what, words, at, back }: Kind<T>,
): Removed[] {
  return doc.all(type).rows.flatMap((record) => {
    const when = at(record)
    if (when === null || words(record).trim() === '') return []
    const { id } = record
    return [
      {
        id,
        what,
        words: words(record),
        at: when,
        bringBack: () => void doc.change(type, id, back),
      },
    ]
  })
}

const BACK = { removedAt: null }
const point = { type: pointRecord, what: 'Strength or area to explore', back: BACK }
const question = {
  type: keyQuestionRecord,
  what: 'Key question',
  back: { withdrawnAt: null, withdrawnBy: null },
}

/** Everything that was removed and can come back, with one tap, for those who may write it. */
export function RemovedPart({ access }: { access: ReviewAccess }) {
  const { me } = useDesk()
  const { mine } = useReviewAccess(access.id)
  const review = useDocument(subjectOf(access.id))
  const plan = useDocument(planDocument(access.id))
  const ref = reviewId(access.id)
  const writesReview = !review.readOnly && may(me, 'write', { kind: 'review', review: ref })
  const writesPlan = !plan.readOnly && may(me, 'write', { kind: 'plan', review: ref })
  const removed = [
    ...(writesReview
      ? [
          ...removedIn(review, {
            ...point,
            words: (p) => p.text || p.otherView,
            at: (p) => p.removedAt,
          }),
          ...removedIn(review, { ...question, words: (q) => q.text, at: (q) => q.withdrawnAt }),
        ]
      : []),
    ...(writesPlan
      ? [
          ...removedIn(plan, {
            type: tableRecord,
            what: 'Table',
            words: (t) => t.question || 'A table without a question',
            at: (t) => t.removedAt,
            back: BACK,
          }),
          ...removedIn(plan, {
            type: ideaRecord,
            what: 'Idea',
            words: (i) => i.text,
            at: (i) => i.removedAt,
            back: BACK,
          }),
          ...removedIn(plan, {
            type: actionRecord,
            what: 'Commitment',
            words: (a) => a.what,
            at: (a) => a.removedAt,
            back: BACK,
          }),
        ]
      : []),
  ].sort((a, b) => b.at - a.at)
  return (
    <Section title="Removed" lead="Nothing is thrown away: it can be brought back.">
      {removed.length === 0 ? <p>Nothing that you may write was removed.</p> : null}
      <ul className={styles.lines} aria-label="Removed">
        {removed.map(({ id, what, words, at, bringBack }) => (
          <li key={id} className={styles.removed}>
            <div>
              <p>{words}</p>
              <p className={styles.soft}>
                {what}, removed {sayTime(at, 'moment')}
              </p>
            </div>
            <Button
              icon={IconRefresh}
              aria-label={`Bring back: ${words.slice(0, 60)}`}
              onClick={bringBack}
            >
              Bring back
            </Button>
          </li>
        ))}
      </ul>
      {mine ? (
        <LinkButton to={paths.notes(access.id)}>
          Notes that you removed are under My notes
        </LinkButton>
      ) : null}
    </Section>
  )
}
