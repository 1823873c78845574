import { z } from 'zod'
import { defineRecord } from '../record.ts'

const text = (max: number) => z.string().max(max).default('')

const reviewSchema = z.object({
  id: z.string(),
  urn: z.string(),
  schoolName: z.string(),
  date: z.string(),
  focus: text(2000),
  whyNow: text(2000),
  notLookedAt: text(2000),
  baseRoom: text(120),
  parking: text(300),
  signIn: text(300),
  lunch: text(300),
  fire: text(300),
  photos: text(300),
  dslName: text(120),
  dslRoom: text(120),
  dslPhone: text(40),
})
export type Review = z.infer<typeof reviewSchema>
/** The head of a review's pack: one in each `review/{id}` document. */
export const reviewRecord = defineRecord({
  type: 'review',
  schema: reviewSchema,
  texts: ['focus', 'whyNow', 'notLookedAt'],
})

const keyQuestionSchema = z.object({
  id: z.string(),
  n: z.number().int(),
  text: text(2000),
  proposedBy: z.string(),
  addedByCeo: z.boolean().default(false),
  /** Set when the school lead withdrew it; it stays in the history. */
  withdrawnAt: z.number().nullable().default(null),
})
export type KeyQuestion = z.infer<typeof keyQuestionSchema>
export const keyQuestionRecord = defineRecord({
  type: 'key-question',
  schema: keyQuestionSchema,
  texts: ['text'],
})

const slotSchema = z.object({
  id: z.string(),
  /** hh:mm by the school's clock. */
  start: z.string().regex(/^\d\d:\d\d$/),
  end: z.string().regex(/^\d\d:\d\d$/),
  title: text(200),
  place: text(120),
  wholeTeam: z.boolean().default(false),
  /** Record ids of the key questions that it serves. */
  questions: z.array(z.string()).default([]),
})
export type Slot = z.infer<typeof slotSchema>
export const slotRecord = defineRecord({ type: 'slot', schema: slotSchema })

const groupSchema = z.object({
  id: z.string(),
  /** A, B, C … or All. */
  label: z.string().max(20),
  /** Record id of the slot. */
  slot: z.string(),
  people: z.array(z.string()),
  activity: text(200),
})
export type Group = z.infer<typeof groupSchema>
/** Who does what in one slot. */
export const groupRecord = defineRecord({ type: 'group', schema: groupSchema })

export interface Pack {
  readonly review: Review
  readonly questions: readonly KeyQuestion[]
  readonly slots: readonly Slot[]
  readonly groups: readonly Group[]
}

const byTime = (a: Slot, b: Slot) => a.start.localeCompare(b.start) || a.id.localeCompare(b.id)

/** Puts a pack's records in the order in which people read them. */
export const assemblePack = (parts: {
  review: Review
  questions: readonly KeyQuestion[]
  slots: readonly Slot[]
  groups: readonly Group[]
}): Pack => ({
  review: parts.review,
  questions: [...parts.questions].sort((a, b) => a.n - b.n || a.id.localeCompare(b.id)),
  slots: [...parts.slots].sort(byTime),
  groups: [...parts.groups].sort(
    (a, b) => a.label.localeCompare(b.label) || a.id.localeCompare(b.id),
  ),
})
