import { useMemo } from 'react'
import { sha256Of } from '../../../crdt/hash.ts'
import { may } from '../../../domain/access/table.ts'
import type { ReviewAccess } from '../../../domain/access/facts.ts'
import { documentName, type DocumentRef } from '../../../domain/documents.ts'
import { hexOf, reviewId } from '../../../domain/ids.ts'
import { type LetterNames, type LetterStop, letterStops } from '../../../domain/letter/checks.ts'
import {
  type LetterHead,
  letterHeadOf,
  letterHeadRecord,
  letterWords,
  type Part,
  partRecord,
} from '../../../domain/letter/parts.ts'
import { askedToAgree } from '../../../domain/letter/rights.ts'
import { agreement, type Agreement } from '../../../domain/peer-review/agreement.ts'
import { type Agreed, agreedRecord } from '../../../domain/peer-review/answers.ts'
import { personRecord, schoolRecord } from '../../../domain/trust.ts'
import { useDesk, useRecords } from '../../../store/react.tsx'
import { type LiveDocument, useDocument } from '../../../store/use-document.ts'
import { useTeamNotes } from '../use-notes.ts'
import { teamOf, usePack, usePeople } from '../use-pack.ts'

const refOf = (kind: 'letter' | 'letter-reply', review: string): DocumentRef => ({
  kind,
  review: reviewId(review),
})
export const letterDocument = (review: string): string => documentName(refOf('letter', review))
export const replyDocument = (review: string): string => documentName(refOf('letter-reply', review))

/** What an agreement to the letter is filed under, where one to an answer has its question. */
export const WHOLE_LETTER = 'letter'

export interface LetterHere {
  readonly document: LiveDocument
  readonly head: LetterHead | null
  /** Every record of a part, removed ones too. */
  readonly parts: readonly Part[]
  readonly agreed: readonly Agreed[]
  /** Whether I may write it now: until it is agreed, by its team and the head. */
  readonly writes: boolean
  /** Records that a newer app wrote: kept, not shown. */
  readonly unreadable: number
}

/** The letter of a review, open, as it is this moment. */
export function useLetter(access: ReviewAccess): LetterHere {
  const { me } = useDesk()
  const document = useDocument(letterDocument(access.id))
  const writes = !document.readOnly && may(me, 'write', refOf('letter', access.id))
  return useMemo(() => {
    const heads = document.all(letterHeadRecord)
    const parts = document.all(partRecord)
    const agreed = document.all(agreedRecord)
    return {
      document,
      head: letterHeadOf(heads.rows),
      parts: parts.rows,
      agreed: agreed.rows,
      writes,
      unreadable: heads.unreadable + parts.unreadable + agreed.unreadable,
    }
  }, [document, writes])
}

export const printOfLetter = (parts: readonly Part[]): string =>
  hexOf(sha256Of(new TextEncoder().encode(letterWords(parts))))

/** Who agreed to the letter as it stands, of the team and the head. */
export function useAgreement(
  access: ReviewAccess,
  parts: readonly Part[],
  agreed: readonly Agreed[],
): Agreement {
  const { me } = useDesk()
  const print = useMemo(() => printOfLetter(parts), [parts])
  return agreement(agreed, WHOLE_LETTER, print, askedToAgree(me, access))
}

/** Names that a letter must not carry, and those of its team, who sign it. */
function useLetterNames(access: ReviewAccess): LetterNames {
  const people = useRecords(personRecord, ['trust']).rows
  const schools = useRecords(schoolRecord, ['trust']).rows
  const nameOf = usePeople()
  return {
    people: people.map(({ name }) => name),
    team: teamOf(access).map(nameOf),
    schools: schools.map(({ name }) => name),
    host: schools.find(({ urn }) => urn === access.urn)?.name ?? '',
  }
}

/** What stops the letter, from all that this device knows. */
export function useLetterStops(
  access: ReviewAccess,
  parts: readonly Part[],
): readonly LetterStop[] {
  const names = useLetterNames(access)
  const { pack } = usePack(access.id)
  const notes = useTeamNotes(access).rows
  return letterStops(parts, { names, questions: pack?.questions ?? null, notes })
}
