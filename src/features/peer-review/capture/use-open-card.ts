import { useDesk } from '../../../store/react.tsx'
import { notesDocument } from '../use-notes.ts'
import type { NoteState, NoteWriter } from './note-writer.ts'
import type { OpenCard } from './tell-dsl.tsx'

/** The card on the screen, for the way out to the DSL. */
export function useOpenCard(
  review: string,
  writer: NoteWriter,
  state: NoteState,
  onGone: () => void,
): OpenCard {
  const { documents, me } = useDesk()
  const name = notesDocument(review, me.person)
  return {
    hasWords: (state.id !== null || state.text !== '') && !state.locked,
    erase: () => writer.erase((record) => documents.erase(name, record)),
    onGone,
  }
}
