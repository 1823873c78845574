import { answerOfColour, demandWords } from '../../domain/checks/demands.ts'
import { RAGS } from '../../domain/checks/run.ts'
import { type Demand, DEMANDS, type Prompt } from '../../domain/checks/template.ts'
import { MultiChips } from '../../ui/multi-chips.tsx'
import { answersInWords } from './words.ts'
import styles from './templates.module.css'

interface DemandLinesProps {
  prompt: Prompt
  noPhotos: boolean
  onChange: (demands: Prompt['demands']) => void
}

interface Line {
  readonly answer: string
  readonly label: string
}

const COLOURS = { red: 'Red', amber: 'Amber', green: 'Green' } as const

/** Each answer, and for a fail each colour, with what it asks the walker for. */
function linesOf(prompt: Prompt): Line[] {
  const answers = answersInWords(prompt).map(({ value, label }) => ({
    answer: value,
    label: `“${label}” asks for`,
  }))
  if (prompt.kind !== 'check') return answers
  const colours = RAGS.map((rag) => ({
    answer: answerOfColour('fail', rag),
    label: `A fail marked ${COLOURS[rag]} asks besides for`,
  }))
  return answers.flatMap((line) => (line.answer === 'fail' ? [line, ...colours] : [line]))
}

export function DemandLines({ prompt, noPhotos, onChange }: DemandLinesProps) {
  const set = (answer: string, needs: Demand[]) =>
    onChange([
      ...prompt.demands.filter((demand) => demand.answer !== answer),
      ...(needs.length === 0 ? [] : [{ answer, needs }]),
    ])
  const options = DEMANDS.filter((demand) => !noPhotos || demand !== 'photo').map((value) => {
    const words = demandWords(value)
    return { value, label: words.charAt(0).toUpperCase() + words.slice(1) }
  })
  return (
    <div className={styles.asks}>
      {prompt.kind === 'check' ? (
        <p className={styles.soft}>
          Always: a red fail asks for what was done to make it safe, and “Not checked” for the
          reason and a day to look again.
        </p>
      ) : null}
      {linesOf(prompt).map(({ answer, label }) => (
        <MultiChips
          key={answer}
          label={label}
          options={options}
          values={prompt.demands.find((demand) => demand.answer === answer)?.needs ?? []}
          onChange={(needs) => set(answer, needs)}
        />
      ))}
    </div>
  )
}
