import { answerOf, pointsOf } from '../../../domain/peer-review/agreement.ts'
import type { Point } from '../../../domain/peer-review/answers.ts'
import { liveQuestions } from '../../../domain/peer-review/evidence.ts'
import type { KeyQuestion } from '../../../domain/peer-review/pack.ts'
import { REVIEW_STAGES } from '../../../domain/peer-review/stage-order.ts'
import type { Urn } from '../../../domain/ids.ts'
import { rolesAt } from '../../../domain/roles.ts'
import { useDesk } from '../../../store/react.tsx'
import { LinkButton } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { EmptyState, LoadingState } from '../../../ui/states.tsx'
import { type AnswersHere, useAnswers } from '../answers/use-answers.ts'
import { PackMissing, ReviewGate, type ReviewHere } from '../review-gate.tsx'
import { paths } from '../routing.ts'
import { useStage } from '../use-stage.ts'
import { ReadPoint } from './read-point.tsx'
import styles from './read-out.module.css'

export default function ReadOutScreen() {
  return <ReviewGate>{(here) => <ReadOut {...here} />}</ReviewGate>
}

const AGREED = REVIEW_STAGES.findIndex(([stage]) => stage === 'synthesised')

/** For the feedback meeting: what the team says, in large calm words, without whose it is. */
function ReadOut({ access, pack, school, mine }: ReviewHere) {
  const { me } = useDesk()
  const { stage, loading } = useStage(access.id)
  const here = useAnswers(access.id)
  const isHead = rolesAt(me.roles, me.today, access.urn as Urn).some(
    (role) => role === 'Head' || role === 'HoS',
  )
  const agreed = REVIEW_STAGES.findIndex(([id]) => id === stage) >= AGREED
  const questions = liveQuestions(pack?.questions ?? [])
  return (
    <Page
      title="What we found together"
      lead={school}
      back={
        mine
          ? { to: paths.answers(access.id), label: 'Agree the answers' }
          : { to: paths.pack(access.id), label: school }
      }
    >
      {pack === null ? (
        <PackMissing mine={mine} review={access.id} />
      ) : !here.document.ready || loading ? (
        <LoadingState label="Opening the answers" />
      ) : (
        <>
          {agreed ? null : (
            <Notice tone="info" live={false} title="The team has not agreed the answers yet">
              What stands here may still change.
            </Notice>
          )}
          {questions.length === 0 ? <NothingYet review={access.id} /> : null}
          {questions.map((question) => (
            <Question key={question.id} question={question} here={here} isHead={isHead} />
          ))}
        </>
      )}
    </Page>
  )
}

const NothingYet = ({ review }: { review: string }) => (
  <EmptyState
    title="No key questions yet"
    action={
      <LinkButton tone="primary" to={paths.pack(review)}>
        Open the pack
      </LinkButton>
    }
  >
    <p>The answers to the school’s key questions are read out from here.</p>
  </EmptyState>
)

const parts = [
  ['strength', 'Strengths'],
  ['explore', 'Areas to explore'],
  ['differ', 'Where views differ'],
] as const satisfies readonly (readonly [Point['kind'], string])[]

interface QuestionProps {
  question: KeyQuestion
  here: AnswersHere
  isHead: boolean
}

function Question({ question, here, isHead }: QuestionProps) {
  const text = answerOf(here.answers, question.id).answer?.text.trim() ?? ''
  const points = pointsOf(here.points, question.id)
  const id = `question-${question.n}`
  return (
    <section className={styles.question} aria-labelledby={id}>
      <h2 id={id}>
        <span className={styles.n}>Question {question.n}</span>
        {question.text}
      </h2>
      <p className={styles.answer}>{text === '' ? 'No answer has been written yet.' : text}</p>
      {parts.map(([kind, heading]) => {
        const own = points.filter((point) => point.kind === kind)
        return own.length === 0 ? null : (
          <div key={kind} className={styles.part} data-kind={kind}>
            <h3>{heading}</h3>
            <ul className={styles.points}>
              {own.map((point, i) => (
                <ReadPoint
                  key={point.id}
                  point={point}
                  label={`${heading}, ${i + 1}`}
                  document={here.document}
                  isHead={isHead}
                />
              ))}
            </ul>
          </div>
        )
      })}
    </section>
  )
}
