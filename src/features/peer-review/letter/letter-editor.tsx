import { useState } from 'react'
import type { ReviewAccess } from '../../../domain/access/facts.ts'
import type { LetterStop } from '../../../domain/letter/checks.ts'
import { keptParts, type Part, partName } from '../../../domain/letter/parts.ts'
import { useDesk } from '../../../store/react.tsx'
import { Button } from '../../../ui/button.tsx'
import { IconPlus } from '../../../ui/icons.ts'
import { Notice } from '../../../ui/notice.tsx'
import { usePack } from '../use-pack.ts'
import { useTeamNotes } from '../use-notes.ts'
import { PartEditor } from './part-editor.tsx'
import { Redraft } from './redraft.tsx'
import { useLetterChanges } from './use-letter-changes.ts'
import { dayOf } from './use-letter-draft.ts'
import type { LetterHere } from './use-letter.ts'
import styles from './letter.module.css'

interface LetterEditorProps {
  access: ReviewAccess
  here: LetterHere
  stops: readonly LetterStop[]
}

/** The letter as a page of paper, each part a box that several people may type into at once. */
export function LetterEditor({ access, here, stops }: LetterEditorProps) {
  const { now } = useDesk()
  const { pack } = usePack(access.id)
  const notes = useTeamNotes(access)
  const changes = useLetterChanges(access, here)
  const [undo, setUndo] = useState<Part | null>(null)
  const [said, setSaid] = useState('')
  const kept = keptParts(here.parts)
  const remove = (part: Part) => {
    changes.change(part, { removedAt: now() })
    setUndo(part)
  }
  const move = (part: Part, by: -1 | 1, to: number) => {
    changes.move(part, by)
    setSaid(`${partName(part)} is part ${to} of ${kept.length} now.`)
  }
  return (
    <>
      <Redraft access={access} here={here} pack={pack} changes={changes} />
      {undo ? (
        <Notice
          tone="info"
          title={`Taken out: ${partName(undo)}`}
          action={
            <Button
              onClick={() => {
                changes.change(undo, { removedAt: null })
                setUndo(null)
              }}
            >
              Put it back
            </Button>
          }
        >
          Its words are kept.
        </Notice>
      ) : null}
      <section className={styles.paper} aria-label="The letter, to write">
        <header className={styles.paperHead}>
          <p>{here.head?.trust}</p>
          <p className={styles.paperTitle}>Peer review letter</p>
          <p>
            {here.head?.school}, {dayOf(access.date)}
          </p>
          <p className={styles.draftMark}>Draft: not sent yet. It may still change.</p>
        </header>
        <p role="status" className={styles.said}>
          {said}
        </p>
        {kept.map((joined, i) => (
          <PartEditor
            key={joined.part.id}
            joined={joined}
            stops={stops.filter(({ part }) => part === joined.part.id)}
            notes={notes.rows}
            pack={pack}
            changes={changes}
            onUp={i === 0 ? null : () => move(joined.part, -1, i)}
            onDown={i === kept.length - 1 ? null : () => move(joined.part, 1, i + 2)}
            onRemove={remove}
          />
        ))}
        <Button icon={IconPlus} onClick={() => changes.addOwn()}>
          Add a paragraph of our own
        </Button>
      </section>
    </>
  )
}
