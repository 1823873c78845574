import { useState } from 'react'
import { changeRecord } from '../../../crdt/records.ts'
import { type Note, noteRecord } from '../../../domain/peer-review/note.ts'
import { useDesk } from '../../../store/react.tsx'
import { ActionBar } from '../../../ui/action-bar.tsx'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { IconPlus } from '../../../ui/icons.ts'
import { CardList } from '../../../ui/index-card.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { EmptyState, LoadingState } from '../../../ui/states.tsx'
import { sayTime } from '../../../ui/uk-time.ts'
import { NotOnTeam } from '../capture/not-on-team.tsx'
import { WhileHeld } from '../hand-over/while-held.tsx'
import { ReviewGate, type ReviewHere } from '../review-gate.tsx'
import { paths } from '../routing.ts'
import { tallyNotes } from '../team/tally.ts'
import { isKept, notesDocument, useMyNotes, useMyRoutes } from '../use-notes.ts'
import { sayCount } from '../words.ts'
import { NoteCard } from './note-card.tsx'
import { NoteGroup } from './note-group.tsx'
import { Unreadable } from './unreadable.tsx'

export default function MyNotesScreen() {
  return (
    <ReviewGate>
      {(here) =>
        here.mine ? (
          <WhileHeld here={here} title="My notes">
            <MyNotes {...here} />
          </WhileHeld>
        ) : (
          <NotOnTeam {...here} />
        )
      }
    </ReviewGate>
  )
}

/** Takes a note out of the lists, or brings it back; its words stay until hand-over. */
function useRemoval(review: string) {
  const { documents, me, now } = useDesk()
  return async (note: Note, removedAt: number | null) => {
    const { doc } = await documents.open(notesDocument(review, me.person))
    changeRecord(doc, noteRecord, note.id, { removedAt }, { device: documents.device, at: now() })
  }
}

function MyNotes({ access, pack, school }: ReviewHere) {
  const { rows, unreadable, loading } = useMyNotes(access.id)
  const { now } = useDesk()
  const setRemoved = useRemoval(access.id)
  const [undo, setUndo] = useState<Note | null>(null)
  if (loading) return <LoadingState label="Opening your notes" />
  const kept = rows.filter(isKept)
  const removed = rows.filter((note) => !isKept(note) && note.text.trim() !== '')
  const tally = tallyNotes(pack?.questions ?? [], kept)
  // Unfiled first: that is what is left to do.
  const groups = [...tally].sort(
    (a, b) => Number(a.question !== null) - Number(b.question !== null),
  )
  const remove = (note: Note) => {
    setUndo(note)
    void setRemoved(note, now())
  }
  const bringBack = (note: Note) => {
    setUndo(null)
    void setRemoved(note, null)
  }
  return (
    <Page
      title="My notes"
      lead={`${sayCount(kept.length, 'note')}. ${school}.`}
      back={{ to: '/', label: 'Today' }}
    >
      {undo ? (
        <Notice
          tone="info"
          title="Note removed"
          action={<Button onClick={() => bringBack(undo)}>Bring it back</Button>}
        >
          It is in “Removed” at the foot of this page until the hand-over.
        </Notice>
      ) : null}
      <Unreadable count={unreadable} />
      {kept.length === 0 ? (
        <EmptyState title="No notes yet">
          <p>Write what you saw, heard or read. File it under a question now or later.</p>
        </EmptyState>
      ) : null}
      {groups.map((row) => (
        <NoteGroup
          key={row.question?.id ?? ''}
          row={row}
          review={access.id}
          pack={pack}
          onRemove={remove}
        />
      ))}
      <Routes review={access.id} />
      {removed.length === 0 ? null : (
        <Removed notes={removed} pack={pack} onBringBack={bringBack} />
      )}
      <ActionBar>
        <LinkButton to={paths.capture(access.id)} tone="primary" icon={IconPlus} wide>
          New note
        </LinkButton>
      </ActionBar>
    </Page>
  )
}

/** The times at which I went to the DSL. Not a word of what it was. */
function Routes({ review }: { review: string }) {
  const routes = useMyRoutes(review)
  if (routes.length === 0) return null
  return (
    <Section title="Told the DSL">
      <ul>
        {routes.map((route) => (
          <li key={route.id}>
            {sayTime(route.madeAt, 'moment')}: {route.to}
          </li>
        ))}
      </ul>
    </Section>
  )
}

interface RemovedProps {
  notes: readonly Note[]
  pack: ReviewHere['pack']
  onBringBack: (note: Note) => void
}

function Removed({ notes, pack, onBringBack }: RemovedProps) {
  return (
    <Section title={`Removed: ${notes.length}`} lead="Kept until the hand-over, and not counted.">
      <CardList label="Removed notes">
        {notes.map((note) => (
          <NoteCard
            key={note.id}
            note={note}
            pack={pack}
            actions={<Button onClick={() => onBringBack(note)}>Bring it back</Button>}
          />
        ))}
      </CardList>
    </Section>
  )
}
