import type { Facilitators } from '../../../domain/action-plan/facilitators.ts'
import type { ReviewChange, ReviewPlan } from '../../../domain/peer-review/planning.ts'

const PATIENCE_MS = 10_000

/** `done`, `no-answer` when the trust was not reached, or its reason for saying no. */
export type PlanAnswer = 'done' | 'no-answer' | (string & {})

async function send(person: string, method: string, where: string, body: unknown) {
  try {
    const answer = await fetch(`/api/reviews${where}`, {
      method,
      headers: { 'content-type': 'application/json', 'corridor-person': person },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    if (answer.ok) return 'done'
    const said: unknown = await answer.json()
    return typeof said === 'object' && said !== null && 'error' in said
      ? String(said.error)
      : 'no-answer'
  } catch {
    return 'no-answer'
  }
}

/** Only with signal: a team decides who may open what, so the trust must have it first. */
export const sendPlan = (person: string, plan: ReviewPlan): Promise<PlanAnswer> =>
  send(person, 'POST', '', plan)

export const sendChange = (
  person: string,
  review: string,
  change: ReviewChange,
): Promise<PlanAnswer> => send(person, 'PUT', `/${review}`, change)

export const sendFacilitators = (
  person: string,
  review: string,
  named: Facilitators,
): Promise<PlanAnswer> => send(person, 'PUT', `/${review}/facilitators`, named)
