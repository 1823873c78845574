import { useState, useSyncExternalStore } from 'react'
import { useDesk } from '../../../store/react.tsx'
import { notesDocument } from '../use-notes.ts'
import { type NoteFields, type NoteState, NoteWriter } from './note-writer.ts'

/** A writer for one note, for as long as the card is on the screen. */
export function useNoteWriter(
  review: string,
  existing: string | null,
  first: Partial<NoteFields>,
): [NoteWriter, NoteState] {
  const desk = useDesk()
  const [writer] = useState(() => {
    const fresh = new NoteWriter(
      {
        open: () => desk.documents.open(notesDocument(review, desk.me.person)),
        by: desk.me.person,
        device: desk.documents.device,
        now: desk.now,
        newId: desk.newId,
      },
      existing,
    )
    if (!existing) fresh.pick(first)
    return fresh
  })
  return [writer, useSyncExternalStore(writer.subscribe, writer.get)]
}
