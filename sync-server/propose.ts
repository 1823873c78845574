import { type AccessFacts, reviewOf, type ReviewAccess } from '../src/domain/access/facts.ts'
import {
  type Decision,
  type DecisionFault,
  type Proposal,
  stageOf,
} from '../src/domain/decisions.ts'
import { parseDocumentName } from '../src/domain/documents.ts'
import { MACHINES } from '../src/domain/machines.ts'
import { err, ok, type Result } from '../src/domain/result.ts'
import { chained } from './decisions/chain.ts'
import type { DecisionLog } from './decisions/port.ts'
import type { Settle } from './settle.ts'

export interface Proposer {
  readonly facts: AccessFacts
  readonly device: string
  readonly now: number
}

/** What a step of a review needs of the relay's own store besides role and stage: why it may not be made, or null. */
export type CheckStep = (
  proposal: Proposal,
  role: string,
  review: ReviewAccess,
  proposer: Proposer,
) => Promise<DecisionFault | null>

export type Judged = Result<Decision, DecisionFault>

/**
 * Takes proposals one after the other, so that each is judged at the stage the last one led to.
 * @param settle follows a decision that stands, before anybody is told of it
 */
export function createProposals(
  decisions: DecisionLog,
  settle: Settle = async () => undefined,
  check: CheckStep = async () => null,
) {
  let tail: Promise<unknown> = Promise.resolve()

  async function decide(proposal: Proposal, proposer: Proposer): Promise<Judged> {
    const { facts, device, now } = proposer
    const known = await decisions.find(proposal.id)
    // Sent again because the answer got lost: the decision stands, and it is theirs only.
    if (known && known.by !== facts.person) return err('not-allowed')
    if (known) {
      await settle(known.subject)
      return ok(known)
    }
    const machine = MACHINES.get(proposal.machine)
    if (!machine) return err('unknown-machine')
    const earlier = await decisions.of(machine.name, proposal.subject)
    const stage = stageOf(machine, proposal.subject, earlier)
    const role = machine.judge(stage, proposal, facts)
    if (!role.ok) return role
    const subject = parseDocumentName(proposal.subject)
    const review = subject.ok && 'review' in subject.value && reviewOf(facts, subject.value.review)
    const fault = review ? await check(proposal, role.value, review, proposer) : null
    if (fault) return err(fault)
    const made = { ...proposal, by: facts.person, role: role.value, device, receivedAt: now }
    const decision = chained(made, await decisions.last())
    await decisions.add(decision)
    await settle(decision.subject)
    return ok(decision)
  }

  return {
    /** @param proposer asked when the proposal's turn has come */
    receive(proposal: Proposal, proposer: () => Proposer): Promise<Judged> {
      const turn = tail.then(() => decide(proposal, proposer()))
      tail = turn.catch(() => {})
      return turn
    },
  }
}
