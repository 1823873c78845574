import type { RepBegin, RepMentors } from '../domain/rep/begin.ts'
import { askRelay, faultIn } from './ask-relay.ts'

/** `done`, `no-answer` when the trust was not reached, or its reason for saying no. */
export type RepAnswer = 'done' | 'no-answer' | (string & {})

/** Only with signal: a plan decides who may open what, so the trust must have it first. */
export const beginRep = async (person: string, plan: RepBegin): Promise<RepAnswer> =>
  faultIn(await askRelay('/api/reps', { method: 'POST', body: plan, person })) ?? 'done'

/** Names all the mentors of a plan, those it has among them. */
export const nameMentors = async (
  person: string,
  rep: string,
  named: RepMentors,
): Promise<RepAnswer> =>
  faultIn(await askRelay(`/api/reps/${rep}`, { method: 'PUT', body: named, person })) ?? 'done'
