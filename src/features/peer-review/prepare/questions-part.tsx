import { useState } from 'react'
import { liveQuestions } from '../../../domain/peer-review/evidence.ts'
import { clashingNumbers, MOST_QUESTIONS } from '../../../domain/peer-review/key-questions.ts'
import type { KeyQuestion, Pack } from '../../../domain/peer-review/pack.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { IconPlus } from '../../../ui/icons.ts'
import { Notice } from '../../../ui/notice.tsx'
import { Section } from '../../../ui/section.tsx'
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx'
import { placeOf } from './place.ts'
import { QuestionRow } from './question-row.tsx'
import { useQuestions } from './use-questions.ts'
import type { Preparation } from './use-preparation.ts'
import { WithdrawnQuestions } from './withdrawn-questions.tsx'
import styles from './prepare.module.css'

interface PartProps {
  pack: Pack
  preparation: Preparation
}

/** The key questions: two to four, in order, the CEO's marked, the withdrawn kept below. */
export function QuestionsPart({ pack, preparation }: PartProps) {
  const { who, opens } = preparation
  const questions = useQuestions(preparation)
  const [withdrawing, setWithdrawing] = useState<KeyQuestion | null>(null)
  const [moved, setMoved] = useState('')
  const live = liveQuestions(pack.questions)
  const writes = who !== null && opens.words
  const orders = who !== null && opens.order
  const move = (question: KeyQuestion, by: -1 | 1) => {
    const other = live[live.indexOf(question) + by]
    questions.move(question.id, by)
    setMoved(`Moved ${by < 0 ? 'up' : 'down'}: it is now question ${other?.n ?? question.n}.`)
  }
  return (
    <Section
      title="Key questions"
      lead="Two to four fit a day. The team answers these and no others."
    >
      {orders && clashingNumbers(pack.questions).length > 0 ? (
        <Clash onMend={questions.mend} />
      ) : null}
      {live.length === 0 && !writes ? <p>No key questions have been written yet.</p> : null}
      <ol
        className={styles.questions}
        {...(writes ? {} : { id: placeOf('questions'), tabIndex: -1 })}
      >
        {live.map((question, i) => (
          <QuestionRow
            key={question.id}
            question={question}
            urn={pack.review.urn}
            preparation={preparation}
            fresh={question.id === questions.fresh}
            onWrite={(text) => questions.write(question.id, text)}
            onUp={orders && i > 0 ? () => move(question, -1) : undefined}
            onDown={orders && i < live.length - 1 ? () => move(question, 1) : undefined}
            onWithdraw={() => setWithdrawing(question)}
          />
        ))}
      </ol>
      <VisuallyHidden role="status">{moved}</VisuallyHidden>
      {writes ? <Add count={live.length} onAdd={questions.add} /> : null}
      <WithdrawnQuestions pack={pack} preparation={preparation} onBack={questions.bringBack} />
      {withdrawing ? (
        <Withdraw
          question={withdrawing}
          onClose={() => setWithdrawing(null)}
          onWithdraw={() => questions.withdraw(withdrawing.id)}
        />
      ) : null}
    </Section>
  )
}

function Add({ count, onAdd }: { count: number; onAdd: () => void }) {
  if (count >= MOST_QUESTIONS)
    return (
      <p id={placeOf('questions')} tabIndex={-1}>
        Five key questions are the most. Withdraw one to add another.
      </p>
    )
  return (
    <Button id={placeOf('questions')} icon={IconPlus} onClick={onAdd}>
      Add a key question
    </Button>
  )
}

function Clash({ onMend }: { onMend: () => void }) {
  return (
    <Notice
      tone="warn"
      live={false}
      title="Two questions have the same number"
      action={<Button onClick={onMend}>Number them in order</Button>}
    >
      Two people changed the questions at the same time. Both are kept, and so are all notes.
    </Notice>
  )
}

interface WithdrawProps {
  question: KeyQuestion
  onClose: () => void
  onWithdraw: () => void
}

function Withdraw({ question, onClose, onWithdraw }: WithdrawProps) {
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Withdraw question ${question.n}?`}
      closeLabel="Keep it"
      confirm={{
        label: `Withdraw question ${question.n}`,
        tone: 'danger',
        onConfirm: () => {
          onWithdraw()
          onClose()
        },
      }}
    >
      {question.text === '' ? null : <p>“{question.text}”</p>}
      <p>
        The team no longer answers it. It stays in the history with your name and the time, its
        number goes to no other question, and notes that were written for it stay readable.
      </p>
    </Dialog>
  )
}
