import type { RepAccess } from '../access/facts.ts'
import { schoolRoles, trustRoles } from '../access/held.ts'
import { REP_START } from '../access/reps.ts'
import type { Machine, Step } from '../decisions.ts'
import type { Role } from '../roles.ts'
import { countReps, letterIn, saysCount } from './extending.ts'

type Who = Step<RepAccess>['who']

const trustRole =
  (...wanted: Role[]): Who =>
  (facts) =>
    trustRoles(facts).find((role) => wanted.includes(role)) ?? null

export const ceo = trustRole('CEO')
/** The CEO, or an EHT: of the trust, or of this school. */
const leader: Who = (facts, rep) =>
  trustRole('CEO', 'EHT')(facts, rep) ??
  schoolRoles(facts, rep.urn).find((role) => role === 'EHT') ??
  null
const reviewer: Who = (facts, rep) =>
  leader(facts, rep) ?? (rep.kind === 'finance' ? trustRole('CFO')(facts, rep) : null)

const RUNNING = ['issued', 'w1-reviewed', 'w3-reviewed', 'w6-reviewed'] as const

/**
 * A rapid enhancement plan from its draft to its end. An extension is a plan of its own that names
 * the one it goes on from, and follows the decision here. Guards on content (who was at a review …)
 * are checked where the content is.
 */
export const repMachine: Machine<RepAccess> = {
  name: 'rep',
  start: REP_START,
  steps: [
    { from: [REP_START], to: 'issued', who: ceo },
    { from: ['issued'], to: 'w1-reviewed', who: reviewer },
    { from: ['w1-reviewed'], to: 'w3-reviewed', who: reviewer },
    { from: ['w3-reviewed'], to: 'w6-reviewed', who: reviewer },
    {
      from: RUNNING,
      to: 'extended',
      who: leader,
      needsReason: true,
      fits: (reason, { reps = [] }, { urn }) => saysCount(countReps(reps, urn), reason),
    },
    {
      from: [...RUNNING, 'extended'],
      to: 'ended',
      who: ceo,
      needsReason: true,
      fits: (reason) => letterIn(reason) !== null,
    },
  ],
}
