import { settled } from '../../../domain/choice.ts'
import {
  type PupilGroup,
  type PupilQuestion,
  pupilQuestionRecord,
  type PupilQuote,
  pupilQuoteRecord,
  tallyOf,
  tooMany,
} from '../../../domain/learning-walk/pupils.ts'
import { useDesk } from '../../../store/react.tsx'
import { Button } from '../../../ui/button.tsx'
import { IconPlus, IconTrash } from '../../../ui/icons.ts'
import { Notice } from '../../../ui/notice.tsx'
import { PickOne } from '../../../ui/pick-one.tsx'
import { CountChoice } from '../count-choice.tsx'
import { GuardedText } from '../guarded-text.tsx'
import type { WalkHere } from '../use-walk.ts'
import styles from '../walk.module.css'

interface QuestionCardProps {
  here: WalkHere
  group: PupilGroup
  question: PupilQuestion
  n: number
}

/** One question: its words, the tally by thumb, and what pupils said. */
export function QuestionCard({ here, group, question, n }: QuestionCardProps) {
  const quotes = here.quotes.filter((quote) => quote.question === question.id)
  const pupils = settled(group.pupils)
  const counted = tallyOf(question)
  const change = (fields: Readonly<Record<string, unknown>>) =>
    here.doc.change(pupilQuestionRecord, question.id, fields)
  if (!here.writes)
    return (
      <article className={styles.card}>
        <h3>{question.text}</h3>
        <p>{counted ? `Yes ${counted.yes}, no ${counted.no}.` : 'Counted differently.'}</p>
        {quotes.map(({ id, text }) => (
          <blockquote key={id}>“{text}”</blockquote>
        ))}
      </article>
    )
  return (
    <article className={styles.card}>
      <GuardedText
        here={here}
        label={`Question ${n}`}
        minRows={1}
        value={question.text}
        onChange={(text) => change({ text })}
      />
      <div className={styles.counters}>
        <CountChoice
          label={`Yes, question ${n}`}
          value={question.yes}
          onChange={(yes) => change({ yes })}
        />
        <CountChoice
          label={`No, question ${n}`}
          value={question.no}
          onChange={(no) => change({ no })}
        />
      </div>
      {tooMany(question, group) ? (
        <Notice tone="warn" title={`More answers than the ${pupils} pupils of this group`}>
          Count again, or change the number of pupils.
        </Notice>
      ) : null}
      {quotes.map((quote, at) => (
        <Quote key={quote.id} here={here} quote={quote} label={`Pupils’ words ${at + 1}`} />
      ))}
      <div className={styles.buttons}>
        <Button
          icon={IconPlus}
          onClick={() => here.add(pupilQuoteRecord, { question: question.id, text: '' })}
        >
          Add pupils’ words
        </Button>
      </div>
      {here.prompts.length > 0 ? (
        <PickOne
          label="Says something about"
          empty="No prompt"
          options={here.prompts.map((prompt) => ({ value: prompt.id, label: prompt.text }))}
          value={question.prompt === '' ? null : question.prompt}
          onChange={(prompt) => change({ prompt: prompt ?? '' })}
        />
      ) : null}
    </article>
  )
}

interface QuoteProps {
  here: WalkHere
  quote: PupilQuote
  label: string
}

function Quote({ here, quote, label }: QuoteProps) {
  const { now } = useDesk()
  return (
    <div>
      <GuardedText
        here={here}
        label={label}
        hint="As they said it, without who."
        minRows={1}
        value={quote.text}
        onChange={(text) => here.doc.change(pupilQuoteRecord, quote.id, { text })}
      />
      {quote.text.trim() === '' ? (
        <Button
          tone="plain"
          icon={IconTrash}
          onClick={() => here.doc.change(pupilQuoteRecord, quote.id, { removedAt: now() })}
        >
          Remove this box
        </Button>
      ) : null}
    </div>
  )
}
