import { useState } from 'react'
import type { PromptInDraft } from '../../domain/checks/draft-body.ts'
import { kindWords } from '../../domain/checks/sheet/words.ts'
import { ANSWER_KINDS, type AnswerKind } from '../../domain/checks/template.ts'
import { Button } from '../../ui/button.tsx'
import { IconCheck, IconPencil, IconTrash } from '../../ui/icons.ts'
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
  open: boolean
  onOpen: (open: boolean) => void
}

/** One prompt: a line to read and to move, opened to be written. */
export function PromptCard(props: PromptCardProps) {
  const { here, line, at, lines, open, onOpen } = props
  const { record, prompt } = line
  const name = record.text.trim() === '' ? `prompt ${at + 1}` : record.text
  const fault = faultAt(here, record.key)
  return (
    <li className={styles.prompt}>
      {open ? (
        <PromptBoxes here={here} line={line} at={at} name={name} />
      ) : (
        <div>
          <p className={styles.words}>
            {record.text.trim() === '' ? 'Without words' : record.text}
          </p>
          <p className={styles.soft}>{sayAnswer(prompt)}</p>
          {fault === undefined ? null : <p className={styles.fault}>{fault}</p>}
        </div>
      )}
      <div className={styles.moves}>
        <Button
          icon={open ? IconCheck : IconPencil}
          aria-expanded={open}
          aria-label={open ? `Done with: ${name}` : `Change: ${name}`}
          onClick={() => onOpen(!open)}
        >
          {open ? 'Done' : 'Change'}
        </Button>
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
        {open ? (
          <Button
            tone="plain"
            icon={IconTrash}
            aria-label={`Take out: ${name}`}
            onClick={() => here.remove('prompt', record.id)}
          >
            Take out
          </Button>
        ) : null}
      </div>
    </li>
  )
}

const sayAnswer = ({ kind, options, after }: PromptInDraft['prompt']): string =>
  [
    kind === 'choice' ? options.map(({ label }) => label).join(', ') : kindWords(kind),
    ...(after === null ? [] : ['asked after an answer']),
  ].join('; ')

interface BoxesProps {
  here: DraftHere
  line: PromptInDraft
  at: number
  name: string
}

function PromptBoxes({ here, line, at, name }: BoxesProps) {
  const [more, setMore] = useState(false)
  const { record, prompt } = line
  const pickKind = (kind: AnswerKind | null) => {
    if (kind === null) return
    const counts = kind === 'check' || kind === 'choice'
    here.change('prompt', record.id, { kind, weight: counts ? prompt.weight || 1 : 0 })
  }
  return (
    <>
      <TextLine
        label={`Prompt ${at + 1}`}
        placeholder="What to look at, or a question"
        startHere
        value={record.text}
        error={record.text === '' ? undefined : faultAt(here, record.key)}
        onChange={(text) => here.change('prompt', record.id, { text })}
      />
      <PickOne
        label="Answered by"
        options={ANSWER_KINDS.map((kind) => ({ value: kind, label: kindWords(kind) }))}
        value={prompt.kind}
        onChange={pickKind}
      />
      {prompt.kind === 'choice' ? <OptionLines here={here} line={line} /> : null}
      {prompt.kind === 'count' ? (
        <p className={styles.soft}>Answered as two numbers: 26 of 28.</p>
      ) : null}
      <div>
        <Button
          aria-expanded={more}
          aria-label={more ? `Fewer settings: ${name}` : `More settings: ${name}`}
          onClick={() => setMore(!more)}
        >
          {more ? 'Fewer settings' : 'More settings'}
        </Button>
      </div>
      {more ? <PromptSettings here={here} line={line} /> : null}
    </>
  )
}
