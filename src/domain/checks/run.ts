import { z } from 'zod'
import { choiceOf } from '../choice.ts'
import { defineRecord } from '../record.ts'
import { templateBodySchema } from './template.ts'

const RUN_STATES = ['started', 'complete', 'submitted'] as const

const runSchema = z.object({
  id: z.string(),
  /** The whole version it was started with: what comes later changes nothing here. */
  template: templateBodySchema,
  /** yyyy-mm-dd */
  date: z.string(),
  /** Person ids of those who walk. */
  people: z.array(z.string()).default([]),
  state: choiceOf(z.enum(RUN_STATES)),
  /** Whom the walkers met, or the weather: a line for the report. */
  remark: z.string().default(''),
  by: z.string(),
  madeAt: z.number(),
  submittedAt: z.number().nullable().default(null),
  removedAt: z.number().nullable().default(null),
})
export type Run = z.infer<typeof runSchema>

/** One walk through a checklist at a school, in `checks/…`, `scr/…` or `walks/…` by the template's job. */
export const runRecord = defineRecord({
  type: 'run',
  schema: runSchema,
  texts: ['remark'],
  choices: ['state'],
})

export const RAGS = ['red', 'amber', 'green'] as const
export type Rag = (typeof RAGS)[number]

const answerSchema = z.object({
  id: z.string(),
  /** Record id of the run. */
  run: z.string(),
  /** Id of the template's prompt. */
  prompt: z.string(),
  /**
   * The answer of kinds check, choice, number, date and count ("26/28"): a register, so two walkers
   * who answer differently are both kept until somebody picks (C55).
   */
  value: choiceOf(z.string().max(80)),
  note: z.string().default(''),
  /** Why it was not checked, and when somebody will (C41). */
  reason: z.string().default(''),
  /** yyyy-mm-dd or ''. */
  followUp: z.string().max(10).default(''),
  by: z.string(),
  madeAt: z.number(),
})
export type Answer = z.infer<typeof answerSchema>

/**
 * One prompt answered in one run. Made when it is first touched; two devices may each have made one for
 * the same prompt: readers join them (`src/domain/checks/answers.ts`), none is dropped.
 */
export const answerRecord = defineRecord({
  type: 'answer',
  schema: answerSchema,
  texts: ['note', 'reason'],
  choices: ['value'],
})

const defectSchema = z.object({
  id: z.string(),
  run: z.string(),
  prompt: z.string(),
  what: z.string().default(''),
  /** Room or spot, in words. */
  place: z.string().max(120).default(''),
  rag: choiceOf(z.enum(RAGS)),
  /** 1 to 5 each, or null where the trust rates by colour alone. */
  likelihood: z.number().int().min(1).max(5).nullable().default(null),
  severity: z.number().int().min(1).max(5).nullable().default(null),
  /** What was done at once; demanded on red. */
  madeSafe: z.string().default(''),
  /** Put right before the walkers left. */
  corrected: z.boolean().default(false),
  /** Record id of the action in `school/{urn}/{year}`, or ''. */
  action: z.string().max(40).default(''),
  /** Record id of the defect that it repeats, or ''. */
  earlier: z.string().max(40).default(''),
  /** Found again on these days, yyyy-mm-dd: reopened, not written twice. */
  again: z.array(z.string().max(10)).default([]),
  fixedBy: z.string().max(40).default(''),
  /** Somebody else than the fixer. */
  verifiedBy: z.string().max(40).default(''),
  by: z.string(),
  madeAt: z.number(),
  removedAt: z.number().nullable().default(null),
})
export type Defect = z.infer<typeof defectSchema>

/** A hazard that was found; lives on until somebody else has verified that it is put right. */
export const defectRecord = defineRecord({
  type: 'defect',
  schema: defectSchema,
  texts: ['what', 'madeSafe'],
  choices: ['rag'],
})
