import { z } from 'zod'
import type { AccessFacts, ReviewAccess } from './access/facts.ts'
import { err, ok, type Result } from './result.ts'

/**
 * A decision: an append-only record that counts once the relay has it. Made with
 * no signal it is a proposal, and says so until the relay confirms it.
 */
export const proposalSchema = z.object({
  /** 32 hexadecimal digits, made on the device. */
  id: z.string().regex(/^[0-9a-f]{32}$/),
  machine: z.string().max(40),
  /** Name of the document that it is about; who may read that may read the decision. */
  subject: z.string().max(120),
  from: z.string().max(40),
  to: z.string().max(40),
  reason: z.string().max(600).nullable(),
  /** The maker's clock, milliseconds since 1970. */
  madeAt: z.number(),
})
export type Proposal = z.infer<typeof proposalSchema>

export const decisionSchema = proposalSchema.extend({
  /** 1, 2, 3 … over all decisions of the trust. */
  seq: z.number().int().positive(),
  by: z.string(),
  role: z.string(),
  device: z.string(),
  receivedAt: z.number(),
  /** Hash of the decision before it in the whole log; '' for the first. */
  previous: z.string(),
  /** SHA-256 over all the fields above, hexadecimal. */
  hash: z.string(),
})
export type Decision = z.infer<typeof decisionSchema>

export type DecisionFault =
  | 'unknown-machine'
  | 'not-a-step'
  | 'moved-on'
  | 'not-your-role'
  | 'needs-reason'
  | 'not-allowed'
  /** The relay does not hold exactly what a receipt says. */
  | 'not-the-same'
  /** Notes are outstanding that the reason does not name, or the lead did not go ahead. */
  | 'outstanding'
  /** A device said that it still holds notes (C4). */
  | 'notes-held'
  /** Notes are handed over once the answers are agreed. */
  | 'too-early'

/** One allowed step of a machine. `who` answers with the role it is made in, or null. */
export interface Step<About = ReviewAccess> {
  readonly from: readonly string[]
  readonly to: string
  readonly who: (facts: AccessFacts, about: About) => string | null
  readonly needsReason?: boolean
  /** Whether the reason says what it must; asked only where a step needs one. */
  readonly fits?: (reason: string, facts: AccessFacts, about: About) => boolean
}

/** What decides where a subject stands, whoever makes the steps. */
export interface Stages {
  readonly name: string
  readonly start: string
  /** Its decisions stand beside each other, in any order: each is made from the start. */
  readonly apart?: boolean
}

/** Stages and the steps between them. @typeParam About what the facts tell of a subject */
export interface Machine<About = ReviewAccess> extends Stages {
  readonly steps: readonly Step<About>[]
}

/** The stage a subject is at: where the last confirmed decision led. */
export function stageOf(machine: Stages, subject: string, decisions: readonly Decision[]): string {
  let stage = machine.start
  let seen = 0
  if (machine.apart) return stage
  for (const d of decisions) {
    if (d.machine !== machine.name || d.subject !== subject || d.seq < seen) continue
    seen = d.seq
    stage = d.to
  }
  return stage
}

/**
 * Whether this person may make this step now. Pure: the device uses it to offer steps,
 * the relay to confirm them, against the stage and the roles of the day it arrives.
 * @returns the role in which the step is made
 */
export function judge<About>(
  machine: Machine<About>,
  stage: string,
  proposal: Pick<Proposal, 'from' | 'to' | 'reason'>,
  facts: AccessFacts,
  about: About,
): Result<string, DecisionFault> {
  if (proposal.from !== stage) return err('moved-on')
  const step = machine.steps.find((s) => s.to === proposal.to && s.from.includes(stage))
  if (!step) return err('not-a-step')
  const role = step.who(facts, about)
  if (role === null) return err('not-your-role')
  const reason = proposal.reason?.trim() ?? ''
  const says = reason !== '' && (step.fits?.(reason, facts, about) ?? true)
  if (step.needsReason && !says) return err('needs-reason')
  return ok(role)
}

/** The steps this person could make from a stage. */
export const stepsFrom = <About>(
  machine: Machine<About>,
  stage: string,
  facts: AccessFacts,
  about: About,
): Step<About>[] =>
  machine.steps.filter((s) => s.from.includes(stage) && s.who(facts, about) !== null)

/** The text that a decision's hash is taken over: its fields in a fixed order. */
export function decisionText(d: Omit<Decision, 'hash'>): string {
  return JSON.stringify([
    d.previous,
    d.seq,
    d.id,
    d.machine,
    d.subject,
    d.from,
    d.to,
    d.reason,
    d.madeAt,
    d.by,
    d.role,
    d.device,
    d.receivedAt,
  ])
}
