import type { KeyQuestion } from '../../../domain/peer-review/pack.ts'
import { personRecord } from '../../../domain/trust.ts'
import { useRecords } from '../../../store/react.tsx'

/** How a question's mark reads (C7): the CEO wrote it, or added to one that the school proposed. */
export function useCeoMark(urn: string): (question: KeyQuestion) => string | null {
  const people = useRecords(personRecord, ['trust']).rows
  const ofSchool = new Set(people.filter((p) => p.urn === urn).map(({ person }) => person))
  return ({ addedByCeo, proposedBy }) =>
    addedByCeo ? (ofSchool.has(proposedBy) ? 'Added to by the CEO' : 'Added by the CEO') : null
}
