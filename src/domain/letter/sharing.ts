import type { LetterAudience } from '../access/facts.ts'
import { letterIsIssued } from '../access/reviews.ts'
import type { Machine, Step } from '../decisions.ts'
import { leadsHost, SCHOOL_LEADERS, schoolRoles } from '../access/held.ts'

export const LETTER_AUDIENCES = ['staff', 'board'] as const satisfies readonly LetterAudience[]

/** Only the school's head, or head of school where it has none, and only what was issued (domain notes B10). */
const head: Step['who'] = (facts, review) => {
  if (!letterIsIssued(review) || !leadsHost(facts, review)) return null
  return schoolRoles(facts, review.urn).find((role) => SCHOOL_LEADERS.includes(role)) ?? null
}

const sharingWith = (audience: LetterAudience): Machine => ({
  name: `letter-${audience}`,
  start: 'kept',
  steps: [
    { from: ['kept'], to: 'shared', who: head },
    { from: ['shared'], to: 'kept', who: head },
  ],
})

/** Whether the head shares the issued letter, one machine for each audience. What was read stays read. */
export const letterSharing: Readonly<Record<LetterAudience, Machine>> = {
  staff: sharingWith('staff'),
  board: sharingWith('board'),
}
