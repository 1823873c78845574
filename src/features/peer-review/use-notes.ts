import { documentName } from '../../domain/documents.ts'
import type { AccessFacts, ReviewAccess } from '../../domain/access/facts.ts'
import { isLeft } from '../../domain/access/reviews.ts'
import { may } from '../../domain/access/table.ts'
import { personId, reviewId } from '../../domain/ids.ts'
import {
  type DslRoute,
  dslRouteRecord,
  type Note,
  noteRecord,
} from '../../domain/peer-review/note.ts'
import { type Records, useDesk, useRecords } from '../../store/react.tsx'
import { teamOf } from './use-pack.ts'

export const notesDocument = (review: string, person: string): string =>
  documentName({ kind: 'notes', review: reviewId(review), person: personId(person) })

const mayRead = (facts: AccessFacts, review: string, person: string) =>
  may(facts, 'read', { kind: 'notes', review: reviewId(review), person: personId(person) })

export const isKept = (note: Note): boolean => note.removedAt === null

/** My own notes of a review, removed ones too. */
export function useMyNotes(review: string): Records<Note> {
  const { me } = useDesk()
  return useRecords(noteRecord, [notesDocument(review, me.person)])
}

export function useMyRoutes(review: string): readonly DslRoute[] {
  const { me } = useDesk()
  return useRecords(dslRouteRecord, [notesDocument(review, me.person)]).rows
}

export interface TeamNotes extends Records<Note> {
  /** Some are private until the lead shows them. */
  readonly hidden: boolean
  /** Some have been left with the school. */
  readonly left: boolean
}

/** The team's notes as far as I may read them and they are on this device. */
export function useTeamNotes(access: ReviewAccess): TeamNotes {
  const { me } = useDesk()
  const team = teamOf(access)
  const open = team.filter((person) => mayRead(me, access.id, person))
  const found = useRecords(
    noteRecord,
    open.map((person) => notesDocument(access.id, person)),
  )
  const shut = team.filter((person) => !open.includes(person))
  return {
    ...found,
    rows: found.rows.filter(isKept),
    hidden: shut.some((person) => !isLeft(access, person)),
    left: shut.some((person) => isLeft(access, person)),
  }
}
