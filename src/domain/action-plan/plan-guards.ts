import type { Action } from '../actions/action.ts'
import type { ReviewAccess } from '../access/facts.ts'
import type { Guard } from '../peer-review/guards.ts'
import { commitmentLacks, commitmentsOf, listLacks } from './commitments.ts'
import { reviewersAmong } from './facilitators.ts'
import type { Session } from './session.ts'

/** What the steps of the session look at. */
export interface PlanFacts {
  readonly review: ReviewAccess
  readonly session: Session | null
  readonly actions: readonly Action[]
}

const guard = (kind: Guard['kind'], words: string): Guard => ({ kind, words, at: 'session' })

function booked({ review, session }: PlanFacts): Guard[] {
  const named = review.facilitators ?? []
  return [
    ...(session === null || session.date === ''
      ? [guard('stop', 'The session has no date yet: set one.')]
      : []),
    ...(named.length === 0
      ? [guard('stop', 'Nobody is named to facilitate the session: name one person or more.')]
      : []),
    ...(reviewersAmong(review, named).length > 0
      ? [
          guard(
            'show',
            `A facilitator was a reviewer. Reason: ${review.facilitatorReason?.trim() || 'none was given'}.`,
          ),
        ]
      : []),
  ]
}

function held({ review, session, actions }: PlanFacts): Guard[] {
  const made = commitmentsOf(actions, review.id)
  return [
    ...made.flatMap((commitment, i) => {
      const lacks = commitmentLacks(commitment)
      const which = `Commitment ${i + 1} lacks ${listLacks(lacks)}: add that, or remove it.`
      return lacks.length > 0 ? [guard('stop', which)] : []
    }),
    ...(made.length === 0
      ? [guard('ask', 'Nothing was committed to. The session can have been held all the same?')]
      : []),
    ...(session === null || session.attendees === null
      ? [guard('show', 'How many people came is not filled in.')]
      : []),
  ]
}

const closed = ({ session }: PlanFacts): Guard[] =>
  session === null || session.reviewOn === ''
    ? [guard('show', 'No day is set to look again at what was committed to.')]
    : []

const RULES: Readonly<Record<string, (facts: PlanFacts) => Guard[]>> = {
  session_booked: booked,
  session_held: held,
  closed,
}

/** What stands before a step of the session. @param facts null while the plan is not known on this device */
export function planGuards(to: string, facts: PlanFacts | null): readonly Guard[] {
  const rule = Object.hasOwn(RULES, to) ? RULES[to] : undefined
  return rule && facts ? rule(facts) : []
}
