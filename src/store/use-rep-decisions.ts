import { documentName } from '../domain/documents.ts'
import { repId } from '../domain/ids.ts'
import { approvedGbp, repFundingMachine } from '../domain/rep/funding.ts'
import { repMachine } from '../domain/rep/machine.ts'
import { useDesk } from './react.tsx'
import { type StageHere, useDecided } from './use-decided.ts'

export interface RepDecisions {
  /** How far the plan is: drafted, issued, reviewed at its milestones, extended, ended. */
  readonly plan: StageHere
  /** Whether money from reserves is approved, and withdrawn. */
  readonly funding: StageHere
  /** Whole pounds that the CEO has approved, 0 for none: nothing is spent beyond them (C18). */
  readonly approvedGbp: number
  /** Makes a step from where the plan or its funding stands; with no signal it waits for the trust's word. */
  readonly propose: (of: 'plan' | 'funding', to: string, reason?: string) => Promise<void>
}

const MACHINES = { plan: repMachine, funding: repFundingMachine }

/** Everything that is decided about a plan, and the way to decide. */
export function useRepDecisions(rep: string): RepDecisions {
  const { propose } = useDesk()
  const subject = documentName({ kind: 'rep', rep: repId(rep) })
  const plan = useDecided(subject, repMachine)
  const funding = useDecided(subject, repFundingMachine)
  return {
    plan,
    funding,
    approvedGbp: approvedGbp(funding.decisions),
    propose: (of, to, reason) =>
      propose({
        machine: MACHINES[of].name,
        subject,
        from: { plan, funding }[of].stage,
        to,
        reason: reason?.trim() || null,
      }),
  }
}
