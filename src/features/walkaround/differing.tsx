import type { JoinedAnswer } from '../../domain/checks/answers.ts'
import type { Prompt } from '../../domain/checks/template.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { sayTime } from '../../ui/uk-time.ts'
import styles from './walk.module.css'
import { usePeople } from './use-trust.ts'
import { answerWords } from './words.ts'

interface DifferingProps {
  prompt: Prompt
  answer: JoinedAnswer
  readOnly: boolean
  onPick: (value: string) => void
}

/** Two walkers answered differently: both stand until somebody picks (C55). */
export function Differing({ prompt, answer, readOnly, onPick }: DifferingProps) {
  const nameOf = usePeople()
  const values = [...new Set(answer.said.map(({ value }) => value))]
  const names = [...new Set(answer.records.map(({ by }) => nameOf(by)))].join(' and ')
  const whenOf = (value: string) =>
    answer.said
      .filter((each) => each.value === value)
      .map(({ at }) => sayTime(at, 'clock'))
      .join(', ')
  return (
    <Notice tone="warn" live={false} title="Two of you answered differently">
      <p>
        {values.map((value) => `${answerWords(prompt, value)} (${whenOf(value)})`).join(', or ')}.
        Written by {names}. {readOnly ? '' : 'Talk, then pick the one that holds.'}
      </p>
      {readOnly ? null : (
        <div className={styles.row}>
          {values.map((value) => (
            <Button key={value} onClick={() => onPick(value)}>
              It is: {answerWords(prompt, value)}
            </Button>
          ))}
        </div>
      )}
    </Notice>
  )
}
