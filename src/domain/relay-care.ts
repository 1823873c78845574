import { z } from 'zod'
import type { AccessFacts } from './access/facts.ts'
import { REFUSALS } from './refusals.ts'
import { type Role, rolesAt } from './roles.ts'

const CARERS: readonly Role[] = ['CEO', 'COO']

/** Whether somebody looks after the trust's relay today: what was put aside, what is asked for, what is due. */
export const tendsRelay = (facts: AccessFacts): boolean =>
  rolesAt(facts.roles, facts.today, null).some((role) => CARERS.includes(role))

/** Work of one person that was put aside for one reason: how much and when, never what it says. */
export const putAsideSchema = z.object({
  person: z.string(),
  name: z.string(),
  reason: z.enum(REFUSALS),
  changes: z.number().int().positive(),
  /** When the relay got the first and the last of it, milliseconds since 1970. */
  first: z.number(),
  last: z.number(),
})
export type PutAside = z.infer<typeof putAsideSchema>

export const putAsideListSchema = z.object({ putAside: z.array(putAsideSchema) })
