import type { SortedNotes } from '../../../domain/peer-review/evidence.ts'
import type { Note } from '../../../domain/peer-review/note.ts'
import type { Pack } from '../../../domain/peer-review/pack.ts'
import { useDesk } from '../../../store/react.tsx'
import { CardList } from '../../../ui/index-card.tsx'
import { Section } from '../../../ui/section.tsx'
import { NoteCard } from '../notes/note-card.tsx'
import { paths } from '../routing.ts'
import { usePeople } from '../use-pack.ts'
import { sayList } from '../words.ts'

interface NotesApartProps {
  review: string
  sorted: SortedNotes
  pack: Pack
}

/** Kept notes that stand behind no answer, and what to do about them. */
export function NotesApart({ review, sorted, pack }: NotesApartProps) {
  const { me } = useDesk()
  const nameOf = usePeople()
  const mine = (notes: readonly Note[]) => notes.some(({ by }) => by === me.person)
  const others = (notes: readonly Note[]) =>
    sayList([...new Set(notes.map(({ by }) => by))].filter((by) => by !== me.person).map(nameOf))
  const ask = (notes: readonly Note[], yours: string) =>
    [
      mine(notes) ? yours : '',
      others(notes) === '' ? '' : `Only its writer can change a note: ask ${others(notes)}.`,
    ]
      .filter((part) => part !== '')
      .join(' ')
  const { unfiled, outOfRemit } = sorted
  const cards = (label: string, notes: readonly Note[]) => (
    <CardList label={label}>
      {notes.map((note) => (
        <NoteCard
          key={note.id}
          note={note}
          pack={pack}
          by={nameOf(note.by)}
          {...(note.by === me.person ? { to: paths.note(review, note.id) } : {})}
        />
      ))}
    </CardList>
  )
  return (
    <>
      {unfiled.length === 0 ? null : (
        <Section
          title={`Not under a question: ${unfiled.length}`}
          lead={`They stand behind no answer until they are filed. ${ask(unfiled, 'Open yours and pick its question.')}`}
        >
          {cards('Notes not under a question', unfiled)}
        </Section>
      )}
      {outOfRemit.length === 0 ? null : (
        <Section
          title={`Outside the remit: ${outOfRemit.length}`}
          lead={`The review answers the agreed questions only, so these stay out of the answers. ${ask(outOfRemit, 'If yours belongs to a question after all, say so in the note.')}`}
        >
          {cards('Notes outside the remit', outOfRemit)}
        </Section>
      )}
    </>
  )
}
