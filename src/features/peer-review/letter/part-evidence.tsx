import type { Part } from '../../../domain/letter/parts.ts'
import type { Note } from '../../../domain/peer-review/note.ts'
import type { Pack } from '../../../domain/peer-review/pack.ts'
import { Button } from '../../../ui/button.tsx'
import { CardList } from '../../../ui/index-card.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { useNarrow } from '../../../ui/use-narrow.ts'
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx'
import { NoteCard } from '../notes/note-card.tsx'
import { usePeople } from '../use-pack.ts'
import { sayCount } from '../words.ts'
import styles from './letter.module.css'

interface PartEvidenceProps {
  part: Part
  name: string
  notes: readonly Note[]
  /** Those behind it that are outside the agreed remit (C2). */
  outside: readonly Note[]
  pack: Pack | null
  onDrop: (note: string) => void
}

// Below this the evidence goes under the words, folded.
const BESIDE_EMS = 60

/** The notes behind a part, as far as they are still on this device. */
export function PartEvidence({ part, name, notes, outside, pack, onDrop }: PartEvidenceProps) {
  const nameOf = usePeople()
  const narrow = useNarrow(BESIDE_EMS)
  const out = new Set(outside.map(({ id }) => id))
  const own = notes.filter(({ id }) => part.evidence.includes(id) && !out.has(id))
  const away = part.evidence.length - own.length - out.size
  if (part.evidence.length === 0) return null
  return (
    <div className={styles.evidence}>
      {outside.map((note) => (
        <Notice
          key={note.id}
          tone="warn"
          live={false}
          title="A note behind it is outside the agreed remit"
          action={<Button onClick={() => onDrop(note.id)}>Take it from behind</Button>}
        >
          <blockquote className={styles.quote}>{note.text}</blockquote>
        </Notice>
      ))}
      <details open={!narrow}>
        <summary>
          Evidence: {sayCount(own.length + away, 'note')}
          <VisuallyHidden> behind {name}</VisuallyHidden>
        </summary>
        {away > 0 ? (
          <p className={styles.soft}>
            {sayCount(away, 'note')} {away === 1 ? 'is' : 'are'} not on this device: notes stay at
            the school.
          </p>
        ) : null}
        {own.length === 0 ? null : (
          <CardList label={`Evidence behind ${name}`} columns="one">
            {own.map((note) => (
              <NoteCard key={note.id} note={note} pack={pack} by={nameOf(note.by)} />
            ))}
          </CardList>
        )}
      </details>
    </div>
  )
}
