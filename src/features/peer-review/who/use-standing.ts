import { may } from '../../../domain/access/table.ts'
import type { ReviewAccess } from '../../../domain/access/facts.ts'
import { personId, reviewId } from '../../../domain/ids.ts'
import { useDesk, useDeviceStates } from '../../../store/react.tsx'
import { useTeamNotes } from '../use-notes.ts'
import { teamOf } from '../use-pack.ts'
import { type Standing, standingOf } from './standing.ts'

/** Who of the team has everything in, the lead first. True with no signal too: as of what was last heard. */
export function useTeamStanding(access: ReviewAccess): Standing[] {
  const { me, documents } = useDesk()
  const states = useDeviceStates()
  const notes = useTeamNotes(access).rows
  return teamOf(access).map((person) => {
    const ref = { kind: 'notes', review: reviewId(access.id), person: personId(person) } as const
    return standingOf({
      person,
      review: access.id,
      here: may(me, 'read', ref) ? notes.filter((note) => note.by === person).length : null,
      states,
      thisDevice: person === me.person ? documents.device : null,
    })
  })
}
