import { type Decision, type Machine, stageOf } from '../../domain/decisions.ts'
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

/** How far a review is, by one machine: its stages, or whether its notes are revealed. */
export function useStage(review: string, machine: Machine = reviewMachine): StageHere {
  const subject = subjectOf(review)
  const found = useDecisions(subject)
  const decisions = (found?.decisions ?? []).filter((d) => d.machine === machine.name)
  const proposals = (found?.proposals ?? []).filter((p) => p.machine === machine.name)
  return {
    loading: found === undefined,
    stage: stageOf(machine, subject, decisions),
    decisions,
    waiting: proposals.filter((p) => p.declined === null),
    declined: proposals.filter((p) => p.declined !== null),
  }
}
