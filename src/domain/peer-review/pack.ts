import { z } from 'zod'
import { defineRecord } from '../record.ts'

/** Text that merges by character: what two people wrote together may be longer than either meant. */
const words = z.string().default('')
const text = (max: number) => z.string().max(max).default('')

const reviewSchema = z.object({
  id: z.string(),
  urn: z.string(),
  schoolName: z.string(),
  date: z.string(),
  focus: words,
  whyNow: words,
  notLookedAt: words,
  /** What the school knows already: its self-evaluation, in its own words. */
  known: words,
  /** Documents that the team may read on the day, one a line. */
  papers: words,
  /** Whom to meet: pupils, staff, governors; roles, never names. */
  meet: words,
  /** Why the focus came later than the week before (C6); '' while it did not. */
  lateReason: text(600),
  baseRoom: text(120),
  parking: text(300),
  signIn: text(300),
  lunch: text(300),
  fire: text(300),
  photos: text(300),
  dslName: text(120),
  dslRoom: text(120),
  dslPhone: text(40),
  /** The local authority's designated officer (LADO), for a concern about the head. */
  ladoName: text(120),
  ladoPhone: text(40),
})
export type Review = z.infer<typeof reviewSchema>
/** The head of a review's pack: one in each `review/{id}` document. */
export const reviewRecord = defineRecord({
  type: 'review',
  schema: reviewSchema,
  texts: ['focus', 'whyNow', 'notLookedAt', 'known', 'papers', 'meet'],
})

const keyQuestionSchema = z.object({
  id: z.string(),
  n: z.number().int(),
  text: words,
  proposedBy: z.string(),
  addedByCeo: z.boolean().default(false),
  /** Set when the school lead withdrew it; it stays in the history. */
  withdrawnAt: z.number().nullable().default(null),
  withdrawnBy: z.string().nullable().default(null),
})
export type KeyQuestion = z.infer<typeof keyQuestionSchema>
export const keyQuestionRecord = defineRecord({
  type: 'key-question',
  schema: keyQuestionSchema,
  texts: ['text'],
})

/** What a slot is for, in the field's words. */
export const SLOT_KINDS = [
  'briefing',
  'learning_walk',
  'lesson_visit',
  'book_look',
  'pupil_voice',
  'meeting',
  'documents',
  'break',
  'keep_in_touch',
  'lunch',
  'synthesis',
  'feedback',
] as const
export type SlotKind = (typeof SLOT_KINDS)[number]

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
  kind: z.enum(SLOT_KINDS).nullable().default(null),
  /** Taken out of the day; notes that were written in it keep it. */
  removedAt: z.number().nullable().default(null),
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
  /** Where this group is, when it is not where the slot says. */
  place: text(120),
  /** Year group or class that is visited, e.g. "Year 5" or "5K"; '' if none. */
  seen: text(40),
  removedAt: z.number().nullable().default(null),
})
export type Group = z.infer<typeof groupSchema>
/** Who does what in one slot. */
export const groupRecord = defineRecord({ type: 'group', schema: groupSchema })

export interface Pack {
  readonly review: Review
  readonly questions: readonly KeyQuestion[]
  readonly slots: readonly Slot[]
  readonly groups: readonly Group[]
  /** Slots that were taken out of the day; notes that were written in them keep their names. */
  readonly removed: readonly Slot[]
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
  slots: parts.slots.filter((slot) => slot.removedAt === null).sort(byTime),
  groups: parts.groups
    .filter((group) => group.removedAt === null)
    .sort((a, b) => a.label.localeCompare(b.label) || a.id.localeCompare(b.id)),
  removed: parts.slots.filter((slot) => slot.removedAt !== null).sort(byTime),
})

/** The slot that a note was written in, also after it was taken out of the day. */
export const slotOf = (pack: Pack, id: string | null): Slot | undefined =>
  [...pack.slots, ...pack.removed].find((slot) => slot.id === id)
