import { z } from 'zod'
import { choiceOf } from '../choice.ts'
import { defineRecord } from '../record.ts'

const line = (length: number) => z.string().max(length).default('')
const made = { id: z.string(), by: z.string(), madeAt: z.number() }
const removedAt = z.number().nullable().default(null)

/** Shares of a cohort that a trust samples (C33); external: marked outside the trust as well (C34). */
export const SAMPLE_RULES = ['5', '10', 'over_10', 'external'] as const
export type SampleRule = (typeof SAMPLE_RULES)[number]

const roundSchema = z.object({
  ...made,
  subject: line(60),
  yearGroup: z.number().int().min(0).max(13),
  /** Assessment point: AP1, Autumn 2. */
  point: line(30),
  cohort: z.number().int().min(1).max(2000),
  rule: z.enum(SAMPLE_RULES),
  /** URN of the school whose teacher moderates, or '' until it is agreed. */
  moderatingSchool: line(6),
  /** yyyy-mm-dd */
  drawnOn: line(10),
  method: line(200),
  /** Sent, moderated, discussed, agreed or extended, closed. */
  step: choiceOf(
    z.enum(['drawn', 'sent', 'moderated', 'discussed', 'agreed', 'extended', 'closed']),
  ),
  note: z.string().default(''),
  removedAt,
})
export type ModerationRound = z.infer<typeof roundSchema>
/** A sample of scripts that a teacher of another school looks at, in `moderation/{urn}/{year}`. */
export const moderationRecord = defineRecord({
  type: 'qla-moderation',
  schema: roundSchema,
  texts: ['note'],
  choices: ['step'],
})

const label = choiceOf(z.string().max(20).nullable())
const judgementSchema = z.object({
  ...made,
  round: z.string(),
  /** The school's own number of the pupil; never a name. */
  localId: line(40),
  teacher: label,
  moderator: label,
  agreed: label,
  reason: z.string().default(''),
  /** It came in when the sample was extended. */
  extended: z.boolean().default(false),
  removedAt,
})
export type Judgement = z.infer<typeof judgementSchema>
/** One script of a sample, judged twice and then agreed. */
export const judgementRecord = defineRecord({
  type: 'qla-judgement',
  schema: judgementSchema,
  texts: ['reason'],
  choices: ['teacher', 'moderator', 'agreed'],
})
