import { z } from 'zod'
import { choiceOf } from '../choice.ts'
import { defineRecord } from '../record.ts'
import { BANDS } from './classes.ts'
import { SCALE_IDS } from './scales.ts'

const line = (length: number) => z.string().max(length).default('')
const made = { id: z.string(), by: z.string(), madeAt: z.number() }

const label = choiceOf(z.string().max(20).nullable())

const gradeSchema = z.object({
  ...made,
  /** Key of the pupil in the sitting. */
  pupil: z.string().max(8),
  scale: z.enum(SCALE_IDS),
  current: label,
  projected: label,
  target: label,
  /** What a projected grade outside tolerance rests on (C31). */
  evidence: z.string().default(''),
})
export type GradeEntry = z.infer<typeof gradeSchema>
/** A pupil's grades at the assessment point of this sitting. */
export const gradeRecord = defineRecord({
  type: 'qla-grade',
  schema: gradeSchema,
  texts: ['evidence'],
  choices: ['current', 'projected', 'target'],
})

const enteredSchema = z.object({
  ...made,
  /** The mark book they went to: Go4Schools, DC Pro. */
  sentTo: line(60),
  /** yyyy-mm-dd */
  on: line(10),
  /** How many grades. */
  count: z.number().int().min(0),
})
export type GradesEntered = z.infer<typeof enteredSchema>
/** That grades went to the mark book. Added, never changed. */
export const enteredRecord = defineRecord({ type: 'qla-entered', schema: enteredSchema })

const movementSchema = z.object({
  ...made,
  pupil: z.string().max(8),
  /** Band now; where they were is in the class list. */
  to: choiceOf(z.enum(BANDS).nullable()),
})
export type MovementEntry = z.infer<typeof movementSchema>
export const movementRecord = defineRecord({
  type: 'qla-movement',
  schema: movementSchema,
  choices: ['to'],
})
