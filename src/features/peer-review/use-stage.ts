import type { Machine } from '../../domain/decisions.ts'
import type { AccessFacts } from '../../domain/access/facts.ts'
import { mayHear } from '../../domain/access/table.ts'
import { reviewId } from '../../domain/ids.ts'
import { reviewMachine } from '../../domain/peer-review/stages.ts'
import { useDesk } from '../../store/react.tsx'
import { type StageHere, useDecided } from '../../store/use-decided.ts'

export const subjectOf = (review: string): string => `review/${review}`

/** Where the review is for somebody who does not hear of its decisions, or hears of them no more. */
function toldStage(me: AccessFacts, review: string): string | undefined {
  if (mayHear(me, { kind: 'review', review: reviewId(review) })) return undefined
  return [...me.reviews, ...me.calendar].find(({ id, stage }) => id === review && stage)?.stage
}

/** How far a review is, by one machine: its stages, or whether its notes are revealed; else as the trust tells me. */
export function useStage(review: string, machine: Machine = reviewMachine): StageHere {
  const { me } = useDesk()
  const here = useDecided(subjectOf(review), machine)
  const told = machine === reviewMachine ? toldStage(me, review) : undefined
  return { ...here, stage: told ?? here.stage }
}
