import { type Decision, type Machine, stageOf } from '../../domain/decisions.ts'
import type { AccessFacts } from '../../domain/access/facts.ts'
import { mayHear } from '../../domain/access/table.ts'
import { reviewId } from '../../domain/ids.ts'
import { reviewMachine } from '../../domain/peer-review/stages.ts'
import type { StoredProposal } from '../../store/db.ts'
import { useDecisions, useDesk } from '../../store/react.tsx'

export interface StageHere {
  readonly loading: boolean
  /** Where the last confirmed decision led, as far as I hear of it; else as the trust tells me. */
  readonly stage: string
  readonly decisions: readonly Decision[]
  /** Made here, and the trust has not answered. */
  readonly waiting: readonly StoredProposal[]
  readonly declined: readonly StoredProposal[]
}

export const subjectOf = (review: string): string => `review/${review}`

/** Where the review is for somebody who does not hear of its decisions, or hears of them no more. */
function toldStage(me: AccessFacts, review: string): string | undefined {
  if (mayHear(me, { kind: 'review', review: reviewId(review) })) return undefined
  return [...me.reviews, ...me.calendar].find(({ id, stage }) => id === review && stage)?.stage
}

/** How far a review is, by one machine: its stages, or whether its notes are revealed. */
export function useStage(review: string, machine: Machine = reviewMachine): StageHere {
  const subject = subjectOf(review)
  const { me } = useDesk()
  const found = useDecisions(subject)
  const told = machine === reviewMachine ? toldStage(me, review) : undefined
  const decisions = (found?.decisions ?? []).filter((d) => d.machine === machine.name)
  const proposals = (found?.proposals ?? []).filter((p) => p.machine === machine.name)
  return {
    loading: found === undefined,
    stage: told ?? stageOf(machine, subject, decisions),
    decisions,
    waiting: proposals.filter((p) => p.declined === null),
    declined: proposals.filter((p) => p.declined !== null),
  }
}
