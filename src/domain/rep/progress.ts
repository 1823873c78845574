import { z } from 'zod'
import { defineRecord } from '../record.ts'
import { ITEM_STATUS_NAMES, MILESTONE_NAMES } from './milestones.ts'

/** Longest reason of a status, an owner's change and a review's note, in characters. */
export const REASON_LENGTH = 400
export const REVIEW_NOTE_LENGTH = 600

const reason = z.string().max(REASON_LENGTH).default('')
/** Role in which it was said, of `ROLES`; '' where none is known. */
export const role = z.string().max(40).default('')
const made = { id: z.string(), by: z.string(), madeAt: z.number() }
/** Record ids of what stood when this was said. Two that replace the same were said apart: both are kept. */
const replaces = z.array(z.string()).max(20).default([])

const statusSchema = z.object({
  ...made,
  item: z.string(),
  status: z.enum(ITEM_STATUS_NAMES),
  /** yyyy-mm-dd of which it is true: a thing met on Friday may be set on Monday. */
  on: z.string().max(10),
  late: z.boolean().default(false),
  lateReason: reason,
  role,
  /** Record id of the milestone review at which it was set, or ''. */
  review: z.string().max(40).default(''),
  replaces,
})
export type RepStatus = z.infer<typeof statusSchema>
/** Where an item stands, as it is set. In `rep/{id}`; added, never changed. */
export const repStatusRecord = defineRecord({ type: 'rep-status', schema: statusSchema })

const ownerSchema = z.object({
  ...made,
  item: z.string(),
  /** Person ids; '' for nobody. */
  from: z.string().max(40).default(''),
  to: z.string().max(40),
  why: reason,
  role,
  replaces,
})
export type RepOwner = z.infer<typeof ownerSchema>
/** That an item has another owner. In `rep/{id}`; added, never changed: both names stay. */
export const repOwnerRecord = defineRecord({ type: 'rep-owner', schema: ownerSchema })

export const REVIEW_DECISIONS = [
  ['continue', 'Continue'],
  ['extend', 'Extend'],
  ['recommend_end', 'Recommend that it ends'],
] as const
const DECISION_NAMES = REVIEW_DECISIONS.map(([decision]) => decision)

const decisionNames = new Map<string, string>(REVIEW_DECISIONS)
export const reviewDecisionWords = (decision: string): string =>
  decisionNames.get(decision) ?? decision

const reviewSchema = z.object({
  ...made,
  role,
  milestone: z.enum(MILESTONE_NAMES),
  /** yyyy-mm-dd on which it is held, or ''. */
  date: z.string().max(10).default(''),
  /** Person ids. */
  present: z.array(z.string()).max(20).default([]),
  decision: z.enum(DECISION_NAMES).nullable().default(null),
  /** Up to `REVIEW_NOTE_LENGTH`. */
  note: z.string().default(''),
  /** What the head said of it, in the head's words. */
  headSays: z.string().default(''),
  /** Record ids of the items that go on to the next milestone; filled when it is held. */
  carried: z.array(z.string()).max(100).default([]),
  /** When it was held and finished by the maker's clock, or null while it is prepared. */
  heldAt: z.number().nullable().default(null),
  removedAt: z.number().nullable().default(null),
})
export type RepReview = z.infer<typeof reviewSchema>
/** A milestone review, in `rep/{id}`. That it counts is a decision of the `rep` machine. */
export const repReviewRecord = defineRecord({
  type: 'rep-review',
  schema: reviewSchema,
  texts: ['note', 'headSays'],
})

interface Said {
  readonly id: string
  readonly madeAt: number
  readonly replaces: readonly string[]
}

export const byTime = <T extends { readonly id: string; readonly madeAt: number }>(
  a: T,
  b: T,
): number => a.madeAt - b.madeAt || (a.id < b.id ? -1 : 1)

/** What nothing said later replaced, the first made first; more than one where it was said apart. */
export function standing<T extends Said>(rows: readonly T[]): T[] {
  const replaced = new Set(rows.flatMap((row) => row.replaces))
  return rows.filter(({ id }) => !replaced.has(id)).sort(byTime)
}

/** The reviews of a plan that were held, the first first. */
export const reviewsHeld = (reviews: readonly RepReview[]): RepReview[] =>
  reviews
    .filter(({ heldAt, removedAt }) => heldAt !== null && removedAt === null)
    .sort((a, b) => a.date.localeCompare(b.date) || byTime(a, b))
