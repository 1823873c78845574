import { type Decision, type Stages, stageOf } from '../domain/decisions.ts'
import type { StoredProposal } from './db.ts'
import { useDecisions } from './react.tsx'

export interface StageHere {
  readonly loading: boolean
  /** Where the last confirmed decision led, as far as I hear of it. */
  readonly stage: string
  readonly decisions: readonly Decision[]
  /** Made here, and the trust has not answered. */
  readonly waiting: readonly StoredProposal[]
  readonly declined: readonly StoredProposal[]
}

/** How far a subject is, by one machine. @param subject name of the document that is decided about */
export function useDecided(subject: string, machine: Stages): StageHere {
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
