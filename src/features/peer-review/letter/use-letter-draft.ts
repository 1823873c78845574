import type { ReviewAccess } from '../../../domain/access/facts.ts'
import { type Change, changesSince, draftFrom } from '../../../domain/letter/draft.ts'
import { answerRecord, linkRecord, pointRecord } from '../../../domain/peer-review/answers.ts'
import type { Pack } from '../../../domain/peer-review/pack.ts'
import { readAll, useDesk, useIndexOf } from '../../../store/react.tsx'
import { sayUkDate } from '../../../ui/uk-date.ts'
import { useTeamNotes } from '../use-notes.ts'
import { teamOf, usePeople } from '../use-pack.ts'
import { subjectOf } from '../use-stage.ts'
import type { LetterHere } from './use-letter.ts'

export const dayOf = (date: string): string => sayUkDate(date) ?? date

/** What the agreed answers would put into the letter that is not in it; null while they are being read. */
export function useChangesSince(
  access: ReviewAccess,
  pack: Pack | null,
  here: LetterHere,
): readonly Change[] | null {
  const rows = useIndexOf(subjectOf(access.id))
  const notes = useTeamNotes(access)
  const nameOf = usePeople()
  const { me } = useDesk()
  const head = me.heads.find(({ urn }) => urn === access.urn)?.person
  if (!pack || !rows || notes.loading || !here.document.ready) return null
  const fresh = draftFrom({
    pack,
    answers: readAll(answerRecord, rows).rows,
    points: readAll(pointRecord, rows).rows,
    links: readAll(linkRecord, rows).rows,
    notes: notes.rows,
    // Before anybody's note has come here, a link says all that is known of it.
    allNotesHere: !notes.hidden && notes.rows.length > 0,
    day: dayOf(access.date),
    // The head is on the team, and the letter is written to the head.
    team: teamOf(access)
      .filter((person) => person !== head)
      .map(nameOf),
  })
  return changesSince(here.parts, fresh)
}
