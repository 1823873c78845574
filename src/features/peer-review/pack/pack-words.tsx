import type { KeyQuestion, Pack } from '../../../domain/peer-review/pack.ts'
import { Badge } from '../../../ui/badge.tsx'
import { Section } from '../../../ui/section.tsx'
import { useCeoMark } from '../prepare/ceo-mark.ts'
import { usePeople } from '../use-pack.ts'
import { sayWithdrawn } from './say-withdrawn.ts'
import styles from './pack.module.css'

/** What the school asks and why, as the team reads it. */
export function PackWords({ pack }: { pack: Pack }) {
  const { focus, whyNow, notLookedAt, lateReason } = pack.review
  const questions = pack.questions.filter((q) => q.withdrawnAt === null || q.text.trim() !== '')
  return (
    <>
      <Section title="Focus">
        <p className={styles.focus}>{focus || 'No focus has been written yet.'}</p>
        {whyNow === '' ? null : <p>Why now: {whyNow}</p>}
        {notLookedAt === '' ? null : <p>Not looked at: {notLookedAt}</p>}
        {lateReason === '' ? null : <p>Why it came later than the week before: {lateReason}</p>}
      </Section>
      <Section title="Key questions">
        {questions.length === 0 ? <p>No key questions have been written yet.</p> : null}
        <ol className={styles.questions}>
          {questions.map((question) => (
            <Question key={question.id} question={question} urn={pack.review.urn} />
          ))}
        </ol>
      </Section>
      <Background pack={pack} />
    </>
  )
}

function Question({ question, urn }: { question: KeyQuestion; urn: string }) {
  const nameOf = usePeople()
  const mark = useCeoMark(urn)(question)
  const { n, text, withdrawnAt, proposedBy } = question
  return (
    <li value={n}>
      {withdrawnAt === null ? <span>{text}</span> : <del>{text}</del>}{' '}
      {withdrawnAt === null ? null : <Badge>Withdrawn</Badge>}{' '}
      {mark === null ? null : <Badge tone="info">{mark}</Badge>}
      <span className={styles.soft}>Proposed by {nameOf(proposedBy)}</span>
      {withdrawnAt === null ? null : (
        <span className={styles.soft}>{sayWithdrawn(question, nameOf)}</span>
      )}
    </li>
  )
}

const background = [
  ['known', 'What the school knows already'],
  ['papers', 'Documents'],
  ['meet', 'Whom to meet'],
] as const

/** Only what has been written. */
function Background({ pack }: { pack: Pack }) {
  return background.map(([field, title]) =>
    pack.review[field] === '' ? null : (
      <Section key={field} title={title}>
        <p className={styles.written}>{pack.review[field]}</p>
      </Section>
    ),
  )
}
