import type { Machine } from '../decisions.ts'
import { reviewLead } from './stages.ts'

/**
 * Blind first: each reviewer's notes are theirs alone until the lead reveals them at the
 * keep-in-touch meeting. A decision, so that it is known who did it and when; there is no way back.
 */
export const revealMachine: Machine = {
  name: 'notes-reveal',
  start: 'private',
  steps: [{ from: ['private'], to: 'revealed', who: reviewLead }],
}
