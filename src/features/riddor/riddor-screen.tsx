import { useState } from 'react'
import { dayAfter } from '../../domain/actions/due.ts'
import {
  NO_ANSWERS,
  type RiddorAdvice,
  type RiddorAnswers,
  type RiddorQuestion,
  riddorAdvice,
  riddorQuestions,
} from '../../domain/checks/riddor.ts'
import { Button } from '../../ui/button.tsx'
import { ChoiceChips } from '../../ui/choice-chips.tsx'
import { DateLine } from '../../ui/date-line.tsx'
import { IconRefresh } from '../../ui/icons.ts'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { sayUkDate } from '../../ui/uk-date.ts'
import { questions } from './questions.ts'

/**
 * Helps to see whether something may have to be reported, and decides nothing. What is answered here is
 * about somebody's health: it is in this screen only, and gone with it.
 */
export default function RiddorScreen() {
  const [answers, setAnswers] = useState<RiddorAnswers>(NO_ANSWERS)
  const [day, setDay] = useState('')
  const asked = riddorQuestions(answers)
  const next = asked.findIndex((question) => answers[question] === null)
  const shown = next < 0 ? asked : asked.slice(0, next + 1)
  const restart = () => {
    setAnswers(NO_ANSWERS)
    setDay('')
  }
  return (
    <Page
      title="Does it have to be reported?"
      lead="A helper for RIDDOR, the rules for reporting injuries and dangerous events at work. It decides nothing: your competent person for health and safety does."
      back={{ to: '/checks', label: 'Checks' }}
    >
      <Notice tone="info" live={false} title="Nothing you choose here is kept">
        It is gone when you leave this page. Write the accident itself into the school’s accident
        record, not into Corridor. First aid comes first.
      </Notice>
      {shown.map((question) => (
        <Question
          key={question}
          question={question}
          answers={answers}
          onAnswer={(value) => setAnswers({ ...answers, [question]: value })}
        />
      ))}
      <Advice advice={riddorAdvice(answers)} day={day} onDay={setDay} />
      {answers.event === null ? null : (
        <Button icon={IconRefresh} onClick={restart}>
          Clear and start again
        </Button>
      )}
    </Page>
  )
}

interface QuestionProps {
  question: RiddorQuestion
  answers: RiddorAnswers
  onAnswer: (value: string | null) => void
}

function Question({ question, answers, onAnswer }: QuestionProps) {
  const { ask, hint, list, options } = questions[question]
  const help =
    hint === undefined && list === undefined ? undefined : (
      <>
        {hint}
        {list === undefined ? null : (
          <ul>
            {list.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
      </>
    )
  return (
    <div>
      <ChoiceChips<string>
        label={ask}
        hint={help}
        options={options}
        value={answers[question]}
        onChange={onAnswer}
      />
    </div>
  )
}

interface AdviceProps {
  advice: RiddorAdvice
  /** yyyy-mm-dd, or what was typed. */
  day: string
  onDay: (day: string) => void
}

function Advice({ advice, day, onDay }: AdviceProps) {
  if (advice.says === 'ask') return null
  const may = advice.says === 'may_be_reportable'
  return (
    <Section title="What this points to">
      <Notice
        tone={may ? 'warn' : 'info'}
        title={may ? 'It may have to be reported' : 'Nothing here points to a report'}
      >
        {may ? (
          <p>Ask your competent person or the trust’s health and safety adviser today.</p>
        ) : (
          <p>The person responsible decides. Tell them, and answer again if anything changes.</p>
        )}
        <ul>
          {advice.reasons.map(({ rule, words }) => (
            <li key={words}>{`${words} (Regulation ${rule})`}</li>
          ))}
        </ul>
      </Notice>
      {may ? <Deadline advice={advice} day={day} onDay={onDay} /> : null}
    </Section>
  )
}

function Deadline({
  advice: { days, atOnce },
  day,
  onDay,
}: Omit<AdviceProps, 'advice'> & {
  advice: Extract<RiddorAdvice, { says: 'may_be_reportable' }>
}) {
  if (days === null) return <p>If it is reportable: at once, as soon as the diagnosis is known.</p>
  const last = sayUkDate(day) === null ? null : sayUkDate(dayAfter(day, days))
  return (
    <>
      <p>
        {atOnce
          ? `If it is reportable: told at once, and the report in within ${days} days of the day it happened.`
          : `If it is reportable: the report in within ${days} days of the day it happened.`}
      </p>
      <DateLine label="Day it happened" value={day} onChange={onDay} />
      {last === null ? null : <p>{`Last day for the report: ${last}.`}</p>}
    </>
  )
}
