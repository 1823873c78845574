import type { ReviewAccess } from '../../../domain/access/facts.ts'
import { keptParts, partRecord } from '../../../domain/letter/parts.ts'
import { agreedRecord } from '../../../domain/peer-review/answers.ts'
import type { LetterStanding } from '../../../domain/peer-review/guards.ts'
import { readAll, useDesk, useIndexOf, useStoreState, useWatched } from '../../../store/react.tsx'
import { usePeople } from '../use-pack.ts'
import { letterDocument, useAgreement, useLetterStops } from './use-letter.ts'

/** How the letter stands, from what lies on this device; null while none does. */
export function useLetterStanding(access: ReviewAccess): {
  loading: boolean
  letter: LetterStanding | null
} {
  const { contact } = useDesk()
  const { live } = useWatched(contact)
  const { inMemory, tally } = useStoreState()
  const rows = useIndexOf(letterDocument(access.id))
  const nameOf = usePeople()
  const parts = readAll(partRecord, rows ?? []).rows
  const stops = useLetterStops(access, parts)
  const standing = useAgreement(access, parts, readAll(agreedRecord, rows ?? []).rows)
  const kept = keptParts(parts).length
  const names = (people: readonly string[]) => people.map(nameOf)
  return {
    loading: rows === undefined,
    letter:
      kept === 0
        ? null
        : {
            parts: kept,
            stops: stops.length,
            agreed: names(standing.agreed),
            before: names(standing.before),
            missing: names(standing.missing.filter((p) => !standing.before.includes(p))),
            safe: live && inMemory === 0 && tally.unsent === 0,
          },
  }
}
