import { createHash } from 'node:crypto'
import type { AccessFacts } from '../../src/domain/access/facts.ts'
import { type Stages, stageOf } from '../../src/domain/decisions.ts'
import type { People } from '../accounts/people.ts'
import type { DecisionLog } from '../decisions/port.ts'
import { londonDate } from '../../src/domain/london.ts'
import { createProposals } from '../propose.ts'

export interface DecidePorts {
  readonly decisions: DecisionLog
  readonly people: People
  readonly now: () => number
}

export interface DemoStep {
  readonly machine: Stages
  readonly to: string
  readonly by: string
  readonly reason: string | null
  /** Milliseconds since 1970. */
  readonly madeAt: number
}

// The same each time: a start that was cut short goes on where it stopped.
const idOf = (...parts: string[]): string =>
  createHash('sha256').update(parts.join(' ')).digest('hex').slice(0, 32)

/**
 * Decides about a subject as its people did, step after step; those that were decided stay as they are.
 * @param also what they know besides what the relay tells them
 */
export async function decideAll(
  { decisions, people, now }: DecidePorts,
  subject: string,
  steps: readonly DemoStep[],
  also: Partial<AccessFacts> = {},
): Promise<void> {
  const proposals = createProposals(decisions)
  for (const { machine, to, by, reason, madeAt } of steps) {
    const id = idOf(subject, to)
    if (await decisions.find(id)) continue
    const from = stageOf(machine, subject, await decisions.of(machine.name, subject))
    const facts = { ...people.factsOf(by, londonDate(now())), ...also }
    const proposer = { facts, device: '0'.repeat(32), now: now() }
    const proposal = { id, machine: machine.name, subject, from, to, reason, madeAt }
    const decided = await proposals.receive(proposal, () => proposer)
    if (!decided.ok) throw new Error(`The demonstration could not decide ${to}: ${decided.error}`)
  }
}
