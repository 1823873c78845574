import { z } from 'zod'
import { choiceOf } from '../choice.ts'
import { defineRecord } from '../record.ts'
import { SCALE_IDS } from './scales.ts'

const line = (length: number) => z.string().max(length).default('')
const made = { id: z.string(), by: z.string(), madeAt: z.number() }
const removedAt = z.number().nullable().default(null)

/** Levels of demand that a paper of Years 7 to 9 tests at. */
export const DEMANDS = ['WT', 'EX', 'GD'] as const
export type Demand = (typeof DEMANDS)[number]

/** The most marks of one question or part. */
export const MOST_MARKS = 8

const paperSchema = z.object({
  ...made,
  name: line(160),
  subject: line(60),
  /** Key stage as people write it: KS2. */
  stage: line(10),
  /** Year that the paper is of, e.g. 2023: boundaries are those of the same year. */
  year: line(20),
  version: line(40),
  board: line(60),
  /** Foundation, Higher, or '' where there are no tiers. */
  tier: line(20),
  /** Which year group sits it, 0 for Reception; null while it is not said. */
  yearGroup: z.number().int().min(0).max(13).nullable().default(null),
  /** Mixes this year's content with earlier years' (C29). */
  spiral: z.boolean().default(false),
  removedAt,
})
export type Paper = z.infer<typeof paperSchema>
/** A test paper in the trust's library, `papers`. */
export const paperRecord = defineRecord({ type: 'qla-paper', schema: paperSchema })

const itemFields = {
  /** Question as printed: 7, 12. */
  q: z.string().min(1).max(8),
  /** Part of it: a, b(ii), or ''. */
  part: line(8),
  max: z.number().int().min(1).max(MOST_MARKS),
  /** Kind of question: long division. */
  kind: line(80),
  /** Content domain or assessment objective: 6C7a, AO2. */
  code: line(20),
  /** What the code belongs to: Calculations. */
  strand: line(80),
  /** Year group whose content it tests, or null. */
  fromYear: z.number().int().min(0).max(13).nullable().default(null),
  tier: z.enum(DEMANDS).nullable().default(null),
}
export const itemFieldsSchema = z.object(itemFields)
/** What a question or part is, wherever it lies. */
export type ItemFields = z.infer<typeof itemFieldsSchema>

const itemSchema = z.object({
  ...made,
  ...itemFields,
  /** Record id of the paper. */
  paper: z.string(),
  /** Order on the paper. */
  n: z.number(),
  removedAt,
})
export type PaperItem = z.infer<typeof itemSchema>
/** One question or part of a paper in the library. */
export const paperItemRecord = defineRecord({ type: 'qla-item', schema: itemSchema })

const boundarySetSchema = z.object({
  ...made,
  name: line(160),
  /** Record ids of the papers whose marks together are graded. */
  papers: z.array(z.string()).default([]),
  scale: z.enum(SCALE_IDS),
  /** Year that the boundaries are of. */
  year: line(20),
  /** Marks of all those papers together. */
  outOf: z.number().int().min(1).max(1000),
  removedAt,
})
export type BoundarySetHead = z.infer<typeof boundarySetSchema>
/** Grade boundaries; each boundary is a record of its own. */
export const boundarySetRecord = defineRecord({
  type: 'qla-boundary-set',
  schema: boundarySetSchema,
})

const boundarySchema = z.object({
  ...made,
  /** Record id of the set. */
  set: z.string(),
  label: line(20),
  /** Fewest marks for it. */
  min: choiceOf(z.number().int().min(0).max(1000)),
  removedAt,
})
export type BoundaryLine = z.infer<typeof boundarySchema>
export const boundaryRecord = defineRecord({
  type: 'qla-boundary',
  schema: boundarySchema,
  choices: ['min'],
})

const boundaryQaSchema = z.object({
  ...made,
  set: z.string(),
  /** The boundaries as they were checked, `scale of marks: label=min,…`: changed later, they are unchecked again. */
  checked: z.string().max(2000),
  /** yyyy-mm-dd */
  on: line(10),
})
export type BoundaryQa = z.infer<typeof boundaryQaSchema>
/** That the AP Achievement checked a set (C30), in `achievement`: elsewhere it counts for nothing. Added, never changed. */
export const boundaryQaRecord = defineRecord({
  type: 'qla-boundary-qa',
  schema: boundaryQaSchema,
})

const comparisonSchema = z.object({
  ...made,
  paper: z.string(),
  /** Whose figures they are, e.g. National 2023. */
  source: line(80),
  /** Record id of the item. */
  item: z.string(),
  /** Share of the marks gained, 0 to 1. */
  facility: z.number().min(0).max(1),
  /** How many pupils it is of, or null where the source does not say. */
  n: z.number().int().min(0).nullable().default(null),
  removedAt,
})
/** How others did on a question, where somebody supplied it. */
export const comparisonRecord = defineRecord({ type: 'qla-comparison', schema: comparisonSchema })

/** A question as it is said: 12b. */
export const sayItem = ({ q, part }: Pick<ItemFields, 'q' | 'part'>): string => `${q}${part}`
