import type { LetterAudience } from '../access.ts'
import { letterIsIssued } from '../access.ts'
import type { Machine, Step } from '../decisions.ts'
import type { Urn } from '../ids.ts'
import { rolesAt } from '../roles.ts'

export const LETTER_AUDIENCES = ['staff', 'board'] as const satisfies readonly LetterAudience[]

/** Only the school's head, and only what was issued (domain notes B10). */
const head: Step['who'] = (facts, review) =>
  letterIsIssued(review) && rolesAt(facts.roles, facts.today, review.urn as Urn).includes('Head')
    ? 'Head'
    : null

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
