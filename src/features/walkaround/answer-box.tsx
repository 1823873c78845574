import type { JoinedAnswer } from '../../domain/checks/answers.ts'
import type { Prompt } from '../../domain/checks/template.ts'
import { ChoiceChips } from '../../ui/choice-chips.tsx'
import { TextLine } from '../../ui/text-line.tsx'
import { DayBox } from '../../ui/day-box.tsx'
import styles from './walk.module.css'
import { checkOptions } from './words.ts'

interface AnswerBoxProps {
  prompt: Prompt
  answer: JoinedAnswer | undefined
  onAnswer: (value: string | null) => void
}

/** The boxes or buttons that one kind of question is answered with. */
export function AnswerBox({ prompt, answer, onAnswer }: AnswerBoxProps) {
  const label = `${prompt.id}: ${prompt.text}`
  const value = answer?.value ?? ''
  switch (prompt.kind) {
    case 'check':
    case 'choice': {
      const options = prompt.kind === 'check' ? checkOptions : prompt.options
      return (
        <ChoiceChips
          label={label}
          hideLabel
          options={options}
          value={value === '' ? null : value}
          onChange={onAnswer}
        />
      )
    }
    case 'number':
      return (
        <TextLine
          label={label}
          hideLabel
          short
          inputMode="decimal"
          value={value}
          onChange={(typed) => onAnswer(typed.trim())}
          error={
            value !== '' && !Number.isFinite(Number(value))
              ? 'Write a number, for example 43.5'
              : undefined
          }
        />
      )
    case 'count':
      return <CountBoxes label={label} value={value} onAnswer={onAnswer} />
    case 'date':
      return (
        <DayBox label={label} value={value} onChange={(day) => onAnswer(day === '' ? null : day)} />
      )
    case 'text':
    case 'photo':
    case 'signature':
      return null
  }
}

const digits = (text: string): string => text.replace(/\D/g, '').slice(0, 6)

function CountBoxes(props: { label: string; value: string; onAnswer: AnswerBoxProps['onAnswer'] }) {
  const [n = '', of = ''] = props.value.split('/')
  const say = (next: string) => props.onAnswer(next === '/' ? null : next)
  const tooMany = n !== '' && of !== '' && Number(n) > Number(of)
  return (
    <div className={styles.row} role="group" aria-label={props.label}>
      <TextLine
        label="How many"
        short
        inputMode="numeric"
        value={n}
        onChange={(typed) => say(`${digits(typed)}/${of}`)}
        error={tooMany ? `No more than ${of}` : undefined}
      />
      <TextLine
        label="Of how many"
        short
        inputMode="numeric"
        value={of}
        onChange={(typed) => say(`${n}/${digits(typed)}`)}
      />
    </div>
  )
}
