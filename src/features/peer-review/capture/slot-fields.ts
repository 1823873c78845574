import type { Pack, Slot } from '../../../domain/peer-review/pack.ts'
import type { NoteFields } from './note-writer.ts'

/** What the timetable fills in for a note that is written in a slot: when, where and whom it is about. */
export function slotFields(
  pack: Pack,
  slot: Slot,
  person: string,
): Pick<NoteFields, 'slot' | 'place' | 'year'> {
  const group = pack.groups.find((g) => g.slot === slot.id && g.people.includes(person))
  return { slot: slot.id, place: group?.place || slot.place, year: group?.seen || null }
}
