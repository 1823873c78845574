import { z } from 'zod'
import { dueRuleSchema, USUAL_DUE } from './actions/due.ts'
import { defineRecord } from './record.ts'

const trustSchema = z.object({
  id: z.string(),
  name: z.string(),
  localBoard: z.string().default('LSB'),
  /** School days after a review within which the trust wants its letter sent. */
  letterDays: z.number().int().min(1).max(60).default(5),
  /** Days until an action is due, by its colour. */
  dueDays: dueRuleSchema.default(USUAL_DUE),
})
export const trustRecord = defineRecord({ type: 'trust', schema: trustSchema })

const schoolSchema = z.object({
  id: z.string(),
  urn: z.string(),
  name: z.string(),
  phase: z.string(),
})
export const schoolRecord = defineRecord({ type: 'school', schema: schoolSchema })

const personSchema = z.object({
  id: z.string(),
  person: z.string(),
  name: z.string(),
  /** Their job in the field's words. */
  job: z.string(),
  urn: z.string().nullable(),
})
export const personRecord = defineRecord({ type: 'person', schema: personSchema })
