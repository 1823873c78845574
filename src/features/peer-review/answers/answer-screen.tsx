import { useRef, useState } from 'react'
import { agreement, answerOf } from '../../../domain/peer-review/agreement.ts'
import { liveQuestions, sortNotes } from '../../../domain/peer-review/evidence.ts'
import type { KeyQuestion, Pack } from '../../../domain/peer-review/pack.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { IconArrowLeft, IconArrowRight } from '../../../ui/icons.ts'
import { Notice } from '../../../ui/notice.tsx'
import { useNoPrint } from '../../../ui/no-print.ts'
import { Page } from '../../../ui/page.tsx'
import { EmptyState, LoadingState } from '../../../ui/states.tsx'
import { NotOnTeam } from '../capture/not-on-team.tsx'
import { PackMissing, ReviewGate, type ReviewHere } from '../review-gate.tsx'
import { paths, useQuestionParam } from '../routing.ts'
import { useTeamNotes } from '../use-notes.ts'
import { teamOf, usePeople } from '../use-pack.ts'
import { Agree } from './agree.tsx'
import { targetsOf, type Target } from './answer-words.ts'
import { DraftColumn } from './draft-column.tsx'
import { EvidenceColumn } from './evidence-column.tsx'
import { LeadLine } from './lead-line.tsx'
import { NotesLeft } from '../hand-over/notes-left.tsx'
import { NotesPrivate } from './notes-private.tsx'
import type { QuestionHere } from './question-here.ts'
import { type AnswersHere, printOf, useAnswers, useUnnamed } from './use-answers.ts'
import { useChanges } from './use-changes.ts'
import styles from './answers.module.css'

export default function AnswerScreen() {
  useNoPrint()
  return (
    <ReviewGate>{(here) => (here.mine ? <Found {...here} /> : <NotOnTeam {...here} />)}</ReviewGate>
  )
}

function Found(review: ReviewHere) {
  const id = useQuestionParam()
  const here = useAnswers(review.access.id)
  const { access, pack, school } = review
  const back = { to: paths.answers(access.id), label: 'All questions' }
  if (pack === null)
    return (
      <Page title="Agree the answers" lead={school} back={back}>
        <PackMissing mine review={access.id} />
      </Page>
    )
  if (!here.document.ready) return <LoadingState label="Opening the answers" />
  const questions = liveQuestions(pack.questions)
  const question = questions.find((q) => q.id === id)
  if (!question)
    return (
      <Page title="Agree the answers" lead={school} back={back}>
        <EmptyState
          title="This question is not asked any more"
          action={
            <LinkButton tone="primary" to={back.to}>
              See all questions
            </LinkButton>
          }
        >
          <p>It was withdrawn, or it has not reached this device yet. Its notes are kept.</p>
        </EmptyState>
      </Page>
    )
  return <OneQuestion key={question.id} {...{ access, here, question, questions, pack }} />
}

interface OneQuestionProps {
  access: ReviewHere['access']
  here: AnswersHere
  question: KeyQuestion
  questions: readonly KeyQuestion[]
  pack: Pack
}

function OneQuestion({ access, here, question, questions, pack }: OneQuestionProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const [chosen, setChosen] = useState(question.id)
  const notes = useTeamNotes(access)
  const nameOf = usePeople()
  const unnamed = useUnnamed(access)
  const changes = useChanges(here, question.id)
  const points = here.points.filter((p) => p.question === question.id && p.removedAt === null)
  const inOrder = [...points].sort((a, b) => a.madeAt - b.madeAt || (a.id < b.id ? -1 : 1))
  const targets = targetsOf(question.id, inOrder)
  const target = targets.find(({ id }) => id === chosen) ?? targets[0]
  const joined = answerOf(here.answers, question.id)
  const { readOnly } = here.document
  const own = sortNotes(notes.rows, pack.questions).of(question.id)
  const q: QuestionHere = {
    changes,
    notes: own,
    points: inOrder,
    targets,
    readOnly,
    nameOf,
    evidenceOf: (of: Target) => ({
      target: of,
      links: here.links,
      notes: own,
      nameOf,
      readOnly,
      chosen: of.id === target?.id,
      onChoose() {
        setChosen(of.id)
        heading.current?.focus()
      },
      onRemove: (note) => changes.toggle(of.id, note),
    }),
  }
  const standing = agreement(here.agreed, question.id, printOf(here, question.id), teamOf(access))
  return (
    <Page
      title={`Question ${question.n}`}
      back={{ to: paths.answers(access.id), label: 'All questions' }}
      width="full"
      actions={<NextTo {...{ questions, question }} review={access.id} />}
    >
      <p className={styles.question}>{question.text}</p>
      <LeadLine {...{ access, here, questions }} at={question.id} />
      {here.unreadable > 0 ? (
        <Notice tone="warn" live={false} title="Part of the answers needs the new Corridor">
          It is kept. Load the new version here to see it.
        </Notice>
      ) : null}
      {notes.hidden ? <NotesPrivate review={access.id} /> : null}
      {notes.left ? <NotesLeft review={access.id} /> : null}
      <div className={styles.desk}>
        {target ? (
          <EvidenceColumn
            review={access.id}
            links={here.links}
            headingRef={heading}
            {...{ q, pack, target }}
          />
        ) : null}
        <div>
          <DraftColumn
            n={question.n}
            question={question.id}
            points={inOrder}
            onAdded={setChosen}
            {...{ joined, q, unnamed }}
          />
          <Agree
            answered={(joined.answer?.text ?? '').trim() !== ''}
            onAgree={changes.agree}
            {...{ standing, readOnly, nameOf }}
          />
        </div>
      </div>
    </Page>
  )
}

/** The questions before and after this one. */
function NextTo(props: {
  questions: readonly KeyQuestion[]
  question: KeyQuestion
  review: string
}) {
  const { questions, question, review } = props
  const at = questions.findIndex(({ id }) => id === question.id)
  return (
    <>
      {[
        { other: questions[at - 1], icon: IconArrowLeft },
        { other: questions[at + 1], icon: IconArrowRight },
      ].map(({ other, icon }) =>
        other ? (
          <LinkButton key={other.id} to={paths.answer(review, other.id)} icon={icon}>
            Question {other.n}
          </LinkButton>
        ) : null,
      )}
    </>
  )
}
