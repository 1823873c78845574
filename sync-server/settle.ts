import type { LetterAudience } from '../src/domain/access/facts.ts'
import { type Decision, stageOf } from '../src/domain/decisions.ts'
import { documentName, parseDocumentName } from '../src/domain/documents.ts'
import { handOverMachine } from '../src/domain/hand-over/machine.ts'
import { parseReceipt } from '../src/domain/hand-over/receipt.ts'
import { repId, type RepId, reviewId } from '../src/domain/ids.ts'
import { LETTER_AUDIENCES, letterSharing } from '../src/domain/letter/sharing.ts'
import { revealMachine } from '../src/domain/peer-review/reveal.ts'
import { reviewMachine } from '../src/domain/peer-review/stages.ts'
import { repMachine } from '../src/domain/rep/machine.ts'
import type { Enrolments } from './accounts/enrolment.ts'
import type { People } from './accounts/people.ts'
import type { DecisionLog } from './decisions/port.ts'
import { notesLeft, sealNotes } from './hand-over.ts'
import type { DocumentLog } from './log/port.ts'

/**
 * Brings what the relay keeps of a subject in line with the decisions about it: a review's stage,
 * whether its notes are revealed, with whom its letter is shared, and how far its notes have been left
 * at the school; how far a rapid enhancement plan is. Once or often, it comes to the same.
 */
export type Settle = (subject: string) => Promise<void>

/** With whom the head shares the letter, and when it was sent. */
async function letterOf(
  decisions: DecisionLog,
  subject: string,
  stages: readonly Decision[],
): Promise<{ letterFor: LetterAudience[]; letterAt?: number }> {
  const letterFor: LetterAudience[] = []
  for (const audience of LETTER_AUDIENCES) {
    const machine = letterSharing[audience]
    const shares = await decisions.of(machine.name, subject)
    if (stageOf(machine, subject, shares) === 'shared') letterFor.push(audience)
  }
  const letterAt = stages.findLast(({ to }) => to === 'letter_issued')?.receivedAt
  return { letterFor, ...(letterAt !== undefined && { letterAt }) }
}

/** Devices that said, with a receipt, that a document has gone off them. */
async function wipedFrom(decisions: DecisionLog, doc: string): Promise<string[]> {
  const receipts = await decisions.of(handOverMachine.name, doc)
  return receipts.flatMap(({ to, reason }) =>
    to === 'wiped' ? (parseReceipt(reason)?.device ?? []) : [],
  )
}

export interface SettlePorts {
  readonly decisions: DecisionLog
  readonly people: People
  /** Where the notes of a closed review are sealed; left out, nothing is. */
  readonly log?: DocumentLog
  /** Where it is written which documents a device has. */
  readonly enrolments?: Pick<Enrolments, 'forgets'>
}

async function settleRep({ decisions, people }: SettlePorts, rep: RepId): Promise<void> {
  const subject = documentName({ kind: 'rep', rep })
  const stages = await decisions.of(repMachine.name, subject)
  people.reps.setStage(rep, stageOf(repMachine, subject, stages))
}

export const createSettle =
  (ports: SettlePorts): Settle =>
  async (about) => {
    const { decisions, people, log, enrolments } = ports
    const ref = parseDocumentName(about)
    if (ref.ok && 'rep' in ref.value) return settleRep(ports, ref.value.rep)
    if (!ref.ok || !('review' in ref.value)) return
    if (enrolments && ref.value.kind === 'notes')
      for (const device of await wipedFrom(decisions, about)) enrolments.forgets(device, [about])
    const { review } = ref.value
    const subject = documentName({ kind: 'review', review })
    const stages = await decisions.of(reviewMachine.name, subject)
    const stage = stageOf(reviewMachine, subject, stages)
    people.setStage(review, stage)
    const reveals = await decisions.of(revealMachine.name, subject)
    if (stageOf(revealMachine, subject, reveals) === 'revealed') people.reveal(review)
    people.setLetter(review, await letterOf(decisions, subject, stages))
    const known = people.review(review)?.review
    if (!known) return
    const left = await notesLeft(decisions, known, stage)
    if (left) people.leaveNotes(review, left)
    if (stage === 'closed' && log) await sealNotes(log, known)
  }

/** Every review and plan of the trust, one after the other: at a start. */
export async function settleAll(settle: Settle, people: People): Promise<void> {
  for (const { id } of people.reviews())
    await settle(documentName({ kind: 'review', review: reviewId(id) }))
  for (const { id } of people.reps.all())
    await settle(documentName({ kind: 'rep', rep: repId(id) }))
}
