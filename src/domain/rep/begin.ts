import { z } from 'zod'
import type { AccessFacts, RepAccess } from '../access/facts.ts'
import { repOf } from '../access/facts.ts'
import { leadsReps } from '../access/reps.ts'

/** Nobody is helped by more at once; a longer list is a mistake. */
const MENTORS_LIMIT = 10

const person = z.string().regex(/^[A-Za-z0-9-]{1,40}$/)
const id = z.string().regex(/^[A-Za-z0-9-]{8,40}$/)

export const repMentorsSchema = z.object({
  /** Person ids; each holds the role of mentor. */
  mentors: z.array(person).max(MENTORS_LIMIT),
})
export type RepMentors = z.infer<typeof repMentorsSchema>

/** A plan as somebody begins it. Its id is made on their device: sent twice, it is one plan. */
export const repBeginSchema = repMentorsSchema.extend({
  id,
  urn: z.string().regex(/^\d{6}$/),
  kind: z.enum(['education', 'finance']),
  /** The plan that it goes on from, of the same school and kind. */
  extensionOf: id.nullable().default(null),
})
export type RepBegin = z.infer<typeof repBeginSchema>

/** Why a plan is not begun, or its mentors are not changed. */
export type RepFault =
  | 'not-allowed'
  /** What it is to go on from is not a plan of this school and kind. */
  | 'not-its-plan'
  /** Nobody has decided yet, with a reason, that it is extended (C17). */
  | 'not-extended'
  | 'already-extended'
  /** It is over: nobody joins. */
  | 'ended'

/**
 * Whether this person may begin this plan now. Pure: the device asks before it sends, the relay with
 * the rights of the day it arrives.
 * @returns null if they may
 */
export function judgeBegin(facts: AccessFacts, plan: RepBegin): RepFault | null {
  if (!leadsReps(facts, plan)) return 'not-allowed'
  if (plan.extensionOf === null) return null
  const before = repOf(facts, plan.extensionOf)
  if (before?.urn !== plan.urn || before.kind !== plan.kind) return 'not-its-plan'
  if (before.stage !== 'extended') return 'not-extended'
  const taken = facts.reps?.some(({ extensionOf }) => extensionOf === before.id)
  return taken ? 'already-extended' : null
}

/** Whether this person may name this plan's mentors now. @returns null if they may */
export function judgeMentors(facts: AccessFacts, rep: RepAccess): RepFault | null {
  if (!leadsReps(facts, rep)) return 'not-allowed'
  return rep.stage === 'ended' ? 'ended' : null
}

/** 0 for a first plan, else one more than the plan that it goes on from. */
export const extensionNoOf = (before: Pick<RepAccess, 'extensionNo'> | null): number =>
  before ? before.extensionNo + 1 : 0
