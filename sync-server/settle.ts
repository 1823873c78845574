import type { LetterAudience } from '../src/domain/access.ts'
import { stageOf } from '../src/domain/decisions.ts'
import { documentName, parseDocumentName } from '../src/domain/documents.ts'
import { reviewId } from '../src/domain/ids.ts'
import { LETTER_AUDIENCES, letterSharing } from '../src/domain/letter/sharing.ts'
import { revealMachine } from '../src/domain/peer-review/reveal.ts'
import { reviewMachine } from '../src/domain/peer-review/stages.ts'
import type { People } from './accounts/people.ts'
import type { DecisionLog } from './decisions/port.ts'

/**
 * Brings what the relay keeps of a subject in line with the decisions about it: a review's stage,
 * whether its notes are revealed, with whom its letter is shared. Once or often, it comes to the same.
 */
export type Settle = (subject: string) => Promise<void>

export const createSettle =
  (decisions: DecisionLog, people: People): Settle =>
  async (subject) => {
    const ref = parseDocumentName(subject)
    if (!ref.ok || ref.value.kind !== 'review') return
    const { review } = ref.value
    const stages = await decisions.of(reviewMachine.name, subject)
    people.setStage(review, stageOf(reviewMachine, subject, stages))
    const reveals = await decisions.of(revealMachine.name, subject)
    if (stageOf(revealMachine, subject, reveals) === 'revealed') people.reveal(review)
    const letterFor: LetterAudience[] = []
    for (const audience of LETTER_AUDIENCES) {
      const machine = letterSharing[audience]
      const shares = await decisions.of(machine.name, subject)
      if (stageOf(machine, subject, shares) === 'shared') letterFor.push(audience)
    }
    const letterAt = stages.findLast(({ to }) => to === 'letter_issued')?.receivedAt
    people.setLetter(review, { letterFor, ...(letterAt !== undefined && { letterAt }) })
  }

/** Every review of the trust, one after the other: at a start. */
export async function settleAll(settle: Settle, people: People): Promise<void> {
  for (const { id } of people.reviews())
    await settle(documentName({ kind: 'review', review: reviewId(id) }))
}
