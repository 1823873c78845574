import { useRef } from 'react'
import { type LetterStop, outsideRemit } from '../../../domain/letter/checks.ts'
import { type JoinedPart, type Part, partName } from '../../../domain/letter/parts.ts'
import type { Note } from '../../../domain/peer-review/note.ts'
import type { Pack } from '../../../domain/peer-review/pack.ts'
import { Button } from '../../../ui/button.tsx'
import { IconArrowDown, IconArrowUp, IconTrash } from '../../../ui/icons.ts'
import { Notice } from '../../../ui/notice.tsx'
import { TextLine } from '../../../ui/text-line.tsx'
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx'
import { FlagList, selectWords } from '../answers/flag-list.tsx'
import { SharedText } from '../answers/shared-text.tsx'
import { PartEvidence } from './part-evidence.tsx'
import type { LetterChanges } from './use-letter-changes.ts'
import styles from './letter.module.css'

interface PartEditorProps {
  joined: JoinedPart
  stops: readonly LetterStop[]
  notes: readonly Note[]
  pack: Pack | null
  changes: LetterChanges
  /** Null at the top, and at the end. */
  onUp: (() => void) | null
  onDown: (() => void) | null
  onRemove: (part: Part) => void
}

const HINTS: Partial<Record<Part['kind'], string>> = {
  answer: 'What was seen, heard and read. Each line becomes a paragraph.',
  strengths: 'One strength a line: the letter shows them as a list.',
  explore: 'One area a line. What to do about it is the school’s.',
}

/** One part of the letter: its words, what stops them, its evidence beside it. */
export function PartEditor(props: PartEditorProps) {
  const { joined, stops, notes, pack, changes, onUp, onDown, onRemove } = props
  const { part } = joined
  const area = useRef<HTMLTextAreaElement>(null)
  const name = partName(part)
  const id = `part-${part.id}`
  return (
    <article className={styles.part} aria-labelledby={id}>
      <div>
        <h2 id={id} className={styles.partHeading} tabIndex={-1}>
          {part.kind === 'own' || part.heading === '' ? name : part.heading}
        </h2>
        {part.kind === 'own' ? (
          <TextLine
            label="Heading"
            value={part.heading}
            onChange={(heading) => changes.change(part, { heading })}
          />
        ) : null}
        <SharedText
          ref={area}
          label={`Words of: ${name}`}
          hideLabel
          hint={HINTS[part.kind]}
          minRows={3}
          value={part.text}
          onChange={(text) => changes.change(part, { text })}
        />
        <FlagList
          label={`To mend in: ${name}`}
          flags={stops
            .filter(({ rule }) => rule !== 'C2')
            .map(({ words, what, mend }) => ({ words, what, do: mend }))}
          onRestate={(words) => selectWords(area.current, words)}
        />
        <WrittenApart joined={joined} changes={changes} />
        <div className={styles.partWays}>
          <Button tone="plain" icon={IconArrowUp} disabled={onUp === null} onClick={onUp ?? noMove}>
            Move up<VisuallyHidden>: {name}</VisuallyHidden>
          </Button>
          <Button
            tone="plain"
            icon={IconArrowDown}
            disabled={onDown === null}
            onClick={onDown ?? noMove}
          >
            Move down<VisuallyHidden>: {name}</VisuallyHidden>
          </Button>
          <Button tone="plain" icon={IconTrash} onClick={() => onRemove(part)}>
            Take out<VisuallyHidden>: {name}</VisuallyHidden>
          </Button>
        </div>
      </div>
      <PartEvidence
        part={part}
        name={name}
        notes={notes}
        outside={outsideRemit(part, notes)}
        pack={pack}
        onDrop={(note) =>
          changes.change(part, { evidence: part.evidence.filter((one) => one !== note) })
        }
      />
    </article>
  )
}

const noMove = () => undefined

/** Texts that another device wrote for the same part while apart: a person says what becomes of them. */
function WrittenApart({ joined, changes }: Pick<PartEditorProps, 'joined' | 'changes'>) {
  const { part, others } = joined
  return others.map((other) => (
    <Notice
      key={other.id}
      tone="warn"
      title="Another device wrote this part while apart"
      action={
        <>
          <Button tone="primary" onClick={() => changes.settle(part, other, 'taken_in')}>
            Add it to this part
          </Button>
          <Button onClick={() => changes.settle(part, other, 'left_out')}>Leave it out</Button>
        </>
      }
    >
      <blockquote className={styles.quote}>{other.text}</blockquote>
    </Notice>
  ))
}
