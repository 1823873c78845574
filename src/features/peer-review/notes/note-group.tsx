import type { Note } from '../../../domain/peer-review/note.ts'
import type { Pack } from '../../../domain/peer-review/pack.ts'
import { useDesk } from '../../../store/react.tsx'
import { Button } from '../../../ui/button.tsx'
import { IconTrash } from '../../../ui/icons.ts'
import { CardList } from '../../../ui/index-card.tsx'
import { Section } from '../../../ui/section.tsx'
import { paths } from '../routing.ts'
import type { TallyRow } from '../team/tally.ts'
import { NoteCard } from './note-card.tsx'

interface NoteGroupProps {
  row: TallyRow
  review: string
  pack: Pack | null
  onRemove: (note: Note) => void
}

/** My notes under one key question, or those still to file. */
export function NoteGroup({ row, review, pack, onRemove }: NoteGroupProps) {
  const { readOnly } = useDesk()
  const { question, notes } = row
  if (notes.length === 0) return null
  const name = question ? `Question ${question.n}` : 'To file'
  return (
    <Section
      title={`${name}: ${notes.length}`}
      lead={question?.text ?? 'Open a note and pick its question.'}
    >
      <CardList label={name}>
        {notes.map((note) => (
          <NoteCard
            key={note.id}
            note={note}
            pack={pack}
            to={paths.note(review, note.id)}
            actions={
              readOnly ? undefined : (
                <Button tone="plain" icon={IconTrash} onClick={() => onRemove(note)}>
                  Remove
                </Button>
              )
            }
          />
        ))}
      </CardList>
    </Section>
  )
}
