import type { JoinedAnswer } from '../../../domain/peer-review/agreement.ts'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { sayTime } from '../../../ui/uk-time.ts'
import type { QuestionHere } from './question-here.ts'
import styles from './answers.module.css'

/** Texts that another device wrote for the same question while apart: a person says what becomes of them. */
export function OtherAnswers({ joined, q }: { joined: JoinedAnswer; q: QuestionHere }) {
  const { others, dealtWith } = joined
  return (
    <>
      {others.map((other) => (
        <Notice
          key={other.id}
          tone="warn"
          title="Another device wrote this answer while apart"
          action={
            q.readOnly ? undefined : (
              <>
                <Button tone="primary" onClick={() => q.changes.settle(other, 'taken_in')}>
                  Add it to the answer
                </Button>
                <Button onClick={() => q.changes.settle(other, 'left_out')}>Leave it out</Button>
              </>
            )
          }
        >
          <blockquote className={styles.otherText}>{other.text}</blockquote>
        </Notice>
      ))}
      {dealtWith.length === 0 ? null : (
        <details className={styles.dealtWith}>
          <summary>Written apart, and dealt with: {dealtWith.length}</summary>
          {dealtWith.map(({ id, text, settled }) => (
            <div key={id}>
              <blockquote className={styles.otherText}>{text}</blockquote>
              {settled ? (
                <p className={styles.soft}>
                  {settled.as === 'taken_in' ? 'Added to the answer' : 'Left out'} by{' '}
                  {q.nameOf(settled.by)}, {sayTime(settled.at, 'moment')}.
                </p>
              ) : null}
            </div>
          ))}
        </details>
      )}
    </>
  )
}
