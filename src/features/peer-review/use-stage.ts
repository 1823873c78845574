import { type Decision, stageOf } from '../../domain/decisions.ts'
import { reviewMachine } from '../../domain/peer-review/stages.ts'
import type { StoredProposal } from '../../store/db.ts'
import { useDecisions } from '../../store/react.tsx'

export interface StageHere {
  readonly loading: boolean
  /** Where the last confirmed decision led. */
  readonly stage: string
  readonly decisions: readonly Decision[]
  /** Made here, and the trust has not answered. */
  readonly waiting: readonly StoredProposal[]
  readonly declined: readonly StoredProposal[]
}

export const subjectOf = (review: string): string => `review/${review}`

export function useStage(review: string): StageHere {
  const subject = subjectOf(review)
  const found = useDecisions(subject)
  const decisions = found?.decisions ?? []
  const proposals = found?.proposals ?? []
  return {
    loading: found === undefined,
    stage: stageOf(reviewMachine, subject, decisions),
    decisions,
    waiting: proposals.filter((p) => p.declined === null),
    declined: proposals.filter((p) => p.declined !== null),
  }
}
