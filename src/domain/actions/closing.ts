import type { AccessFacts } from '../access/facts.ts'
import { any, trustRoles } from '../access/held.ts'
import { SESSION_SOURCE } from '../action-plan/commitments.ts'
import type { Role } from '../roles.ts'
import { type Action, type ActionStatus, statusOf } from './action.ts'
import { AUDIT_SOURCE } from './source.ts'

/** Who verifies and closes what an audit asked for (domain notes B10). */
const AUDIT_CLOSERS: readonly Role[] = ['Compliance Manager', 'COO']

/** Who did it: whoever said so, and until then the person who owns it. */
export const doerOf = ({ doneBy, owner }: Action): string =>
  doneBy !== '' ? doneBy : owner?.kind === 'person' ? owner.value : ''

/** What a school promised itself in its own session it also closes itself. */
export const needsVerifier = ({ source }: Action): boolean => source.type !== SESSION_SOURCE

/** `compliance`: an audit's action is the trust's to close. `own-work`: somebody else must have seen it. */
export type CloseRefusal = 'compliance' | 'own-work'

/**
 * Why this person may not close an action, whatever else it needs; null when they may. Closing is also
 * verifying: so it is done by somebody other than who did the work.
 */
export function closeRefusal(action: Action, facts: AccessFacts): CloseRefusal | null {
  if (!needsVerifier(action)) return null
  if (action.source.type === AUDIT_SOURCE && !any(trustRoles(facts), AUDIT_CLOSERS))
    return 'compliance'
  return doerOf(action) === facts.person ? 'own-work' : null
}

/** What else changes with a move, so that it can be read off later who did it and who saw it. */
export function movedWith(
  action: Action,
  to: ActionStatus,
  { person, today }: { readonly person: string; readonly today: string },
): Partial<Action> {
  if (to === 'done_hq_not_informed') return { doneBy: person }
  if (to === 'closed' && needsVerifier(action)) return { verifiedBy: person, verifiedOn: today }
  // Taken up again: what was verified no longer stands.
  return statusOf(action) === 'closed' ? { verifiedBy: '', verifiedOn: '', closedOn: '' } : {}
}
