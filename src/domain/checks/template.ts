import { z } from 'zod'
import { defineRecord } from '../record.ts'

/** What a checklist is for; decides where its runs are kept and what they may hold. */
export const TEMPLATE_JOBS = [
  'walkaround',
  'premises',
  'scr',
  'learning_walk',
  'book_look',
  'pupil_voice',
  'book_study',
  'internal_control',
  'attendance_visit',
  'self_check',
  'other',
] as const
export type TemplateJob = (typeof TEMPLATE_JOBS)[number]

/** How a prompt is answered. `check` is pass / fail / n/a / not checked. */
export const ANSWER_KINDS = [
  'check',
  'choice',
  'number',
  'count',
  'date',
  'text',
  'photo',
  'signature',
] as const
export type AnswerKind = (typeof ANSWER_KINDS)[number]

export const CHECK_ANSWERS = ['pass', 'fail', 'n/a', 'not_checked'] as const
export type CheckAnswer = (typeof CHECK_ANSWERS)[number]

export const DEMANDS = ['note', 'photo', 'make_safe', 'action', 'follow_up_date'] as const
export type Demand = (typeof DEMANDS)[number]

/** How a prompt is looked at, and how often it should be. */
export const LOOKS = ['look', 'test', 'record'] as const
export const FREQUENCIES = ['daily', 'weekly', 'monthly', 'termly', 'yearly'] as const

const optionSchema = z.object({
  value: z.string().min(1).max(40),
  label: z.string().min(1).max(80),
  /** Share of the prompt's weight that this answer earns, 0 to 1; null leaves the prompt out of the total. */
  score: z.number().min(0).max(1).nullable().default(null),
})

const promptSchema = z.object({
  /** Permanent: the same question has the same id in every version. */
  id: z.string().min(1).max(40),
  text: z.string().min(1).max(300),
  kind: z.enum(ANSWER_KINDS),
  /** Of kind `choice`, in the order shown; empty for all other kinds. */
  options: z.array(optionSchema).max(20).default([]),
  help: z.string().max(600).default(''),
  /** SHA-256 of an example photo, or ''. */
  example: z.string().max(64).default(''),
  look: z.enum(LOOKS).nullable().default(null),
  frequency: z.enum(FREQUENCIES).nullable().default(null),
  /** 0 leaves it out of the score. */
  weight: z.number().min(0).max(100).default(1),
  /** What an answer asks for besides: "fail demands a photo". */
  demands: z
    .array(z.object({ answer: z.string().max(40), needs: z.array(z.enum(DEMANDS)) }))
    .default([]),
  /** Shown only after one of these answers to another prompt; null shows it always. */
  after: z
    .object({ prompt: z.string(), answers: z.array(z.string()).min(1) })
    .nullable()
    .default(null),
})
export type Prompt = z.infer<typeof promptSchema>

const sectionSchema = z.object({
  id: z.string().min(1).max(40),
  title: z.string().min(1).max(120),
  prompts: z.array(promptSchema).max(200),
})
export type TemplateSection = z.infer<typeof sectionSchema>

/** A checklist as one plain value: what a version fixes for ever and what a run takes along. */
export const templateBodySchema = z.object({
  /** Permanent over all versions. */
  key: z.string().min(1).max(60),
  /** 1, 2, 3 …; 0 is a draft. */
  version: z.number().int().min(0),
  name: z.string().min(1).max(120),
  job: z.enum(TEMPLATE_JOBS),
  about: z.string().max(600).default(''),
  /** Zones in walking order are sections; other jobs use sections as headings. */
  sections: z.array(sectionSchema).max(100),
  /** No photo may be taken in a run of it (C42). */
  noPhotos: z.boolean().default(false),
})
export type TemplateBody = z.infer<typeof templateBodySchema>

const templateVersionSchema = z.object({
  id: z.string(),
  body: templateBodySchema,
  by: z.string(),
  madeAt: z.number(),
})
export type TemplateVersion = z.infer<typeof templateVersionSchema>

/** A version as it was published, in the document `templates`. Added, never changed. */
export const templateVersionRecord = defineRecord({
  type: 'template-version',
  schema: templateVersionSchema,
})
