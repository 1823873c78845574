import { useState } from 'react'
import type { PromptInDraft } from '../../domain/checks/draft-body.ts'
import { kindWords } from '../../domain/checks/sheet/words.ts'
import { ANSWER_KINDS, type AnswerKind } from '../../domain/checks/template.ts'
import { Button } from '../../ui/button.tsx'
import { IconTrash } from '../../ui/icons.ts'
import { PickOne } from '../../ui/pick-one.tsx'
import { TextLine } from '../../ui/text-line.tsx'
import { MoveButtons } from './move-buttons.tsx'
import { OptionLines } from './option-lines.tsx'
import { PromptSettings } from './prompt-settings.tsx'
import { type DraftHere, faultAt } from './use-draft.ts'
import styles from './templates.module.css'

interface PromptCardProps {
  here: DraftHere
  line: PromptInDraft
  /** Its place in the section from 0, and all of the section. */
  at: number
  lines: readonly PromptInDraft[]
  fresh: boolean
}

/** One prompt: its words and how it is answered; the rest behind a button. */
export function PromptCard({ here, line, at, lines, fresh }: PromptCardProps) {
  const [more, setMore] = useState(false)
  const { record, prompt } = line
  const name = record.text.trim() === '' ? `prompt ${at + 1}` : record.text
  const pickKind = (kind: AnswerKind | null) => {
    if (kind === null) return
    const counts = kind === 'check' || kind === 'choice'
    here.change('prompt', record.id, { kind, weight: counts ? prompt.weight || 1 : 0 })
  }
  return (
    <li className={styles.prompt} id={`prompt-${record.key}`}>
      <TextLine
        label={`Prompt ${at + 1}`}
        placeholder="What to look at, or a question"
        startHere={fresh}
        value={record.text}
        error={fresh && record.text === '' ? undefined : faultAt(here, record.key)}
        onChange={(text) => here.change('prompt', record.id, { text })}
      />
      <PickOne
        label={`Answered by: ${name}`}
        hideLabel
        options={ANSWER_KINDS.map((kind) => ({ value: kind, label: kindWords(kind) }))}
        value={prompt.kind}
        onChange={pickKind}
      />
      {prompt.kind === 'choice' ? <OptionLines here={here} line={line} /> : null}
      {prompt.kind === 'count' ? (
        <p className={styles.soft}>Answered as two numbers: 26 of 28.</p>
      ) : null}
      <div className={styles.acts}>
        <MoveButtons
          name={name}
          at={at}
          many={lines.length}
          onMove={(to) =>
            here.move(
              'prompt',
              lines.map((one) => one.record),
              record.id,
              to,
            )
          }
        />
        <Button
          aria-expanded={more}
          aria-label={more ? `Fewer settings: ${name}` : `More settings: ${name}`}
          onClick={() => setMore(!more)}
        >
          {more ? 'Fewer settings' : 'More settings'}
        </Button>
        <Button
          tone="plain"
          icon={IconTrash}
          aria-label={`Take out: ${name}`}
          onClick={() => here.remove('prompt', record.id)}
        >
          Take out
        </Button>
      </div>
      {more ? <PromptSettings here={here} line={line} /> : null}
    </li>
  )
}
