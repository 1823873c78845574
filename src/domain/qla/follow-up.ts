import { z } from 'zod'
import { choiceOf } from '../choice.ts'
import { defineRecord } from '../record.ts'

const line = (length: number) => z.string().max(length).default('')
const words = z.string().default('')
const made = { id: z.string(), by: z.string(), madeAt: z.number() }
const removedAt = z.number().nullable().default(null)
/** Keys of items or pupils of the sitting. */
const keys = z.array(z.string().max(8))

/** Areas that are worked on after one paper, at most. */
export const MOST_AREAS = 3

export const AREA_WAYS = ['whole_class', 'small_group', 'leave'] as const
export type AreaWay = (typeof AREA_WAYS)[number]
/** Why marks were lost, as the teacher sees it. */
export const AREA_REASONS = ['misread', 'not_taught', 'method', 'careless'] as const
export type AreaReason = (typeof AREA_REASONS)[number]
/** What follows from the retest. */
export const AREA_ENDS = ['closed', 'again', 'to_rep'] as const
export type AreaEnd = (typeof AREA_ENDS)[number]

const areaSchema = z.object({
  ...made,
  /** What it is about: a code, or words where it is some questions. */
  name: line(80),
  /** Questions of the paper that show it. */
  items: keys.default([]),
  way: choiceOf(z.enum(AREA_WAYS)),
  why: choiceOf(z.enum(AREA_REASONS).nullable()),
  end: choiceOf(z.enum(AREA_ENDS).nullable()),
  note: words,
  removedAt,
})
export type Area = z.infer<typeof areaSchema>
/** A common weak area that the teacher chose. */
export const areaRecord = defineRecord({
  type: 'qla-area',
  schema: areaSchema,
  texts: ['note'],
  choices: ['way', 'why', 'end'],
})

const reteachSchema = z.object({
  ...made,
  area: z.string(),
  items: keys,
  /** Pupils it was taught to. */
  group: keys,
  /** yyyy-mm-dd, or '' while it is planned. */
  on: line(10),
  /** Minutes, or null. */
  minutes: z.number().int().min(1).max(600).nullable().default(null),
  /** Person id of who teaches it. */
  teacher: line(40),
  resource: line(200),
  misconception: words,
  removedAt,
})
export type Reteach = z.infer<typeof reteachSchema>
export const reteachRecord = defineRecord({
  type: 'qla-reteach',
  schema: reteachSchema,
  texts: ['misconception'],
})

const retestSchema = z.object({
  ...made,
  /** Questions that are asked again. */
  items: keys,
  /** Pupils who are asked again, question by question: `item: pupils`. Only these cells open. */
  open: z.record(z.string().max(8), keys),
  /** yyyy-mm-dd, or '' while it is planned. */
  on: line(10),
  /** The last mark is in, as the teacher says. */
  doneAt: z.number().nullable().default(null),
  removedAt,
})
export type Retest = z.infer<typeof retestSchema>
export const retestRecord = defineRecord({ type: 'qla-retest', schema: retestSchema })

/** Steps that can be gone without, with a person and a reason. */
export const WAIVABLE = ['reteach', 'retest', 'validity'] as const
export type Waivable = (typeof WAIVABLE)[number]

const waiverSchema = z.object({
  ...made,
  what: z.enum(WAIVABLE),
  reason: z.string().trim().min(1).max(400),
  /** The role in which it was waived, as people say it. */
  role: line(60),
  /** yyyy-mm-dd */
  on: line(10),
  takenBackAt: z.number().nullable().default(null),
})
export type Waiver = z.infer<typeof waiverSchema>
/** That a step is left out (C28). `by` waived it. */
export const waiverRecord = defineRecord({ type: 'qla-waiver', schema: waiverSchema })
