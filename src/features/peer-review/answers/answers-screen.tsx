import {
  agreement,
  answerOf,
  pointsOf,
  stillDiffers,
} from '../../../domain/peer-review/agreement.ts'
import { flagsOfAnswer, type Unnamed } from '../../../domain/peer-review/answer-flags.ts'
import {
  evidenceFlags,
  linksBehind,
  liveQuestions,
  sortNotes,
} from '../../../domain/peer-review/evidence.ts'
import type { Note } from '../../../domain/peer-review/note.ts'
import type { KeyQuestion, Pack } from '../../../domain/peer-review/pack.ts'
import { Badge } from '../../../ui/badge.tsx'
import { LinkButton } from '../../../ui/button.tsx'
import { IconUsersGroup } from '../../../ui/icons.ts'
import { CardList, IndexCard } from '../../../ui/index-card.tsx'
import { useNoPrint } from '../../../ui/no-print.ts'
import { Page } from '../../../ui/page.tsx'
import { EmptyState, LoadingState } from '../../../ui/states.tsx'
import { NotOnTeam } from '../capture/not-on-team.tsx'
import { PackMissing, ReviewGate, type ReviewHere } from '../review-gate.tsx'
import { paths } from '../routing.ts'
import { useTeamNotes } from '../use-notes.ts'
import { teamOf } from '../use-pack.ts'
import { sayCount } from '../words.ts'
import { evidenceFlagWords, sayAgreed } from './answer-words.ts'
import { LeadLine } from './lead-line.tsx'
import { NotesApart } from './notes-apart.tsx'
import { NotesLeft } from '../hand-over/notes-left.tsx'
import { NotesPrivate } from './notes-private.tsx'
import { type AnswersHere, printOf, useAnswers, useUnnamed } from './use-answers.ts'
import { WhenAgreed } from './when-agreed.tsx'

export default function AnswersScreen() {
  useNoPrint()
  return (
    <ReviewGate>
      {(here) => (here.mine ? <Overview {...here} /> : <NotOnTeam {...here} />)}
    </ReviewGate>
  )
}

function Overview({ access, pack, school }: ReviewHere) {
  const here = useAnswers(access.id)
  return (
    <Page
      title="Agree the answers"
      lead={school}
      back={{ to: paths.pack(access.id), label: school }}
      width="full"
      actions={
        <>
          <LinkButton to={paths.meeting(access.id)} icon={IconUsersGroup}>
            Keep-in-touch
          </LinkButton>
          <LinkButton to={paths.readOut(access.id)}>Read-out</LinkButton>
        </>
      }
    >
      {pack === null ? (
        <PackMissing mine review={access.id} />
      ) : here.document.ready ? (
        <Questions {...{ access, pack, here }} />
      ) : (
        <LoadingState label="Opening the answers" />
      )}
    </Page>
  )
}

interface QuestionsProps {
  access: ReviewHere['access']
  pack: Pack
  here: AnswersHere
}

function Questions({ access, pack, here }: QuestionsProps) {
  const notes = useTeamNotes(access)
  const unnamed = useUnnamed(access)
  const questions = liveQuestions(pack.questions)
  const sorted = sortNotes(notes.rows, pack.questions)
  if (questions.length === 0)
    return (
      <EmptyState
        title="No key questions yet"
        action={
          <LinkButton tone="primary" to={paths.pack(access.id)}>
            Open the pack
          </LinkButton>
        }
      >
        <p>The school’s key questions are in the pack; each of them is answered here.</p>
      </EmptyState>
    )
  return (
    <>
      <LeadLine {...{ access, here, questions }} at={null} />
      {notes.hidden ? <NotesPrivate review={access.id} /> : null}
      {notes.left ? <NotesLeft review={access.id} /> : null}
      <CardList label="Key questions" columns="one">
        {questions.map((question) => (
          <QuestionCard
            key={question.id}
            {...{ access, here, question, unnamed }}
            notes={sorted.of(question.id)}
          />
        ))}
      </CardList>
      <NotesApart review={access.id} sorted={sorted} pack={pack} />
      <WhenAgreed access={access} pack={pack} here={here} />
    </>
  )
}

interface QuestionCardProps {
  access: ReviewHere['access']
  here: AnswersHere
  question: KeyQuestion
  unnamed: Unnamed
  notes: readonly Note[]
}

/** One question with how far its answer is, every sign in words. */
function QuestionCard({ access, here, question, unnamed, notes }: QuestionCardProps) {
  const { answer, others } = answerOf(here.answers, question.id)
  const points = pointsOf(here.points, question.id)
  const text = answer?.text.trim() ?? ''
  const said = [text, ...points.flatMap((p) => [p.text, p.otherView, p.settledAs])]
  const flags = said.flatMap((words) => flagsOfAnswer(words, unnamed)).length
  const differ = points.filter(stillDiffers).length
  const standing = agreement(here.agreed, question.id, printOf(here, question.id), teamOf(access))
  const thin = text === '' ? [] : evidenceFlags(linksBehind(here.links, question.id), notes)
  return (
    <IndexCard
      title={`Question ${question.n}`}
      headingLevel={2}
      to={paths.answer(access.id, question.id)}
      meta={[
        sayCount(notes.length, 'note'),
        points.length > 0 ? sayCount(points.length, 'point') : null,
      ]}
      chips={
        <>
          {text === '' ? (
            <Badge tone="warn">No answer yet</Badge>
          ) : (
            <Badge tone="ok">Answered</Badge>
          )}
          {text === '' ? null : (
            <Badge tone={standing.missing.length === 0 ? 'ok' : 'neutral'}>
              {sayAgreed(standing)}
            </Badge>
          )}
          {flags > 0 ? <Badge tone="warn">{sayCount(flags, 'place')} to restate</Badge> : null}
          {differ > 0 ? <Badge tone="warn">We differ: {differ}</Badge> : null}
          {others.length > 0 ? <Badge tone="warn">Two texts: take one in</Badge> : null}
          {thin.map((flag) => (
            <Badge key={flag} tone="warn">
              {evidenceFlagWords[flag]}
            </Badge>
          ))}
        </>
      }
    >
      {question.text}
    </IndexCard>
  )
}
