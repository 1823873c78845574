import { useState } from 'react'
import { keyBetween } from '../../domain/checks/order-key.ts'
import type { SectionInDraft } from '../../domain/checks/draft-body.ts'
import type { Prompt } from '../../domain/checks/template.ts'
import { useDesk } from '../../store/react.tsx'
import { BigText } from '../../ui/big-text.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { IconPlus, IconTrash } from '../../ui/icons.ts'
import { Section } from '../../ui/section.tsx'
import { TextLine } from '../../ui/text-line.tsx'
import { MoveButtons } from './move-buttons.tsx'
import { PromptCard } from './prompt-card.tsx'
import { type DraftHere, faultAt } from './use-draft.ts'
import { writePrompt } from './use-templates.ts'
import { sayPrompts } from './words.ts'
import styles from './templates.module.css'

interface SectionPartProps {
  here: DraftHere
  section: SectionInDraft
  at: number
}

const emptyPrompt = (id: string, text: string): Prompt => ({
  id,
  text,
  kind: 'check',
  options: [],
  help: '',
  example: '',
  look: null,
  frequency: null,
  weight: 1,
  demands: [],
  after: null,
})

/** One section or zone of a draft, with its prompts. */
export function SectionPart({ here, section, at }: SectionPartProps) {
  const { newId } = useDesk()
  const [open, setOpen] = useState<string | null>(null)
  const [several, setSeveral] = useState(false)
  const { record, prompts } = section
  const sections = here.whole.sections
  const name = record.title.trim() === '' ? `Section ${at + 1}` : record.title
  const add = (texts: readonly string[]) => {
    const last = prompts.at(-1)?.record.order ?? ''
    let order = last
    let written: string | null = null
    for (const text of texts) {
      order = keyBetween(order, null)
      const place = { draft: here.id, section: record.id, order }
      written = writePrompt(here.document, place, emptyPrompt(newId(), text))
    }
    return written
  }
  return (
    <Section title={name} lead={sayPrompts(prompts.length)}>
      <TextLine
        label={`Name of section ${at + 1}`}
        hint={at === 0 ? 'A zone in walking order, or a heading' : undefined}
        value={record.title}
        error={prompts.length > 0 ? faultAt(here, record.key) : undefined}
        onChange={(title) => here.change('section', record.id, { title })}
      />
      <ol className={styles.prompts} aria-label={`Prompts: ${name}`}>
        {prompts.map((line, n) => (
          <PromptCard
            key={line.record.id}
            here={here}
            line={line}
            at={n}
            lines={prompts}
            open={open === line.record.id}
            onOpen={(opens) => setOpen(opens ? line.record.id : null)}
          />
        ))}
      </ol>
      <div className={styles.acts}>
        <Button tone="primary" icon={IconPlus} onClick={() => setOpen(add(['']))}>
          Add a prompt
        </Button>
        <Button onClick={() => setSeveral(true)}>Add several at once</Button>
        {sections.length > 1 ? (
          <>
            <MoveButtons
              name={`section ${name}`}
              at={at}
              many={sections.length}
              onMove={(to) =>
                here.move(
                  'section',
                  sections.map((one) => one.record),
                  record.id,
                  to,
                )
              }
            />
            <Button
              tone="plain"
              icon={IconTrash}
              aria-label={`Take out section: ${name}`}
              onClick={() => here.remove('section', record.id)}
            >
              Take out section
            </Button>
          </>
        ) : null}
      </div>
      <Several open={several} name={name} onClose={() => setSeveral(false)} onAdd={add} />
    </Section>
  )
}

interface SeveralProps {
  open: boolean
  name: string
  onClose: () => void
  onAdd: (texts: readonly string[]) => unknown
}

const linesIn = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/^\s*(?:[-•*–]|\d+[.)])\s+/, '').trim())
    .filter((line) => line !== '')

/** Many prompts from lines that somebody types or pastes. */
function Several({ open, name, onClose, onAdd }: SeveralProps) {
  const [text, setText] = useState('')
  const lines = linesIn(text)
  const close = () => {
    setText('')
    onClose()
  }
  return (
    <Dialog
      open={open}
      onClose={close}
      title={`Add several prompts to ${name}`}
      confirm={{
        label: lines.length === 0 ? 'Add them' : `Add ${sayPrompts(lines.length)}`,
        onConfirm: () => {
          onAdd(lines)
          close()
        },
      }}
    >
      <BigText
        label="One prompt a line"
        hint="Type them, or paste them from a document. Numbers and bullets at the start go."
        minRows={6}
        value={text}
        onChange={setText}
      />
    </Dialog>
  )
}
