import { type AccessFacts, repOf, reviewOf } from './access/facts.ts'
import { type DecisionFault, judge, type Machine, type Proposal, type Stages } from './decisions.ts'
import { type DocumentRef, parseDocumentName } from './documents.ts'
import { handOverMachine } from './hand-over/machine.ts'
import { letterSharing } from './letter/sharing.ts'
import { revealMachine } from './peer-review/reveal.ts'
import { reviewMachine } from './peer-review/stages.ts'
import { repFundingMachine } from './rep/funding.ts'
import { repMachine } from './rep/machine.ts'
import { err, type Result } from './result.ts'

/** A machine with what its decisions are about: that is looked up in the facts by the subject's name. */
export interface Decided extends Stages {
  /** As `judge` does; `not-allowed` where the subject is not of this machine, or not known to this person. */
  judge(
    stage: string,
    proposal: Pick<Proposal, 'subject' | 'from' | 'to' | 'reason'>,
    facts: AccessFacts,
  ): Result<string, DecisionFault>
}

const decided = <About>(
  machine: Machine<About>,
  find: (facts: AccessFacts, ref: DocumentRef) => About | undefined,
): Decided => ({
  name: machine.name,
  start: machine.start,
  ...(machine.apart && { apart: true }),
  judge(stage, proposal, facts) {
    const ref = parseDocumentName(proposal.subject)
    const about = ref.ok ? find(facts, ref.value) : undefined
    return about ? judge(machine, stage, proposal, facts, about) : err('not-allowed')
  },
})

const OF_REVIEWS = [reviewMachine, revealMachine, ...Object.values(letterSharing)].map((machine) =>
  decided(machine, (facts, ref) =>
    ref.kind === 'review' ? reviewOf(facts, ref.review) : undefined,
  ),
)
const OF_NOTES = decided(handOverMachine, (facts, ref) =>
  ref.kind === 'notes' ? reviewOf(facts, ref.review) : undefined,
)
const OF_REPS = [repMachine, repFundingMachine].map((machine) =>
  decided(machine, (facts, ref) => (ref.kind === 'rep' ? repOf(facts, ref.rep) : undefined)),
)

/** Everything that is decided, by the machine's name. */
export const MACHINES: ReadonlyMap<string, Decided> = new Map(
  [...OF_REVIEWS, OF_NOTES, ...OF_REPS].map((machine) => [machine.name, machine]),
)
