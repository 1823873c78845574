import { z } from 'zod'
import { byPlace } from '../checks/order-key.ts'
import { defineRecord } from '../record.ts'
import { MILESTONE_NAMES, type Milestone } from './milestones.ts'

/** Longest text of an item, and of why and success, in characters. */
export const ITEM_LENGTH = 300
export const PLAN_TEXT_LENGTH = 600
export const PRIORITY_LENGTH = 160

const words = z.string().default('')
const date = z.string().max(10).default('')

/** Weeks as the calendar has them, or only those in which pupils are in (C47). */
export const WEEK_COUNTS = ['calendar', 'school'] as const
export type WeekCount = (typeof WEEK_COUNTS)[number]

const planSchema = z.object({
  id: z.string(),
  /** What the trust calls it on paper, e.g. REP-RPS-1. */
  code: z.string().max(40).default(''),
  /** yyyy-mm-dd */
  writtenOn: date,
  why: words,
  /** One to three, in this order; '' where there is none. */
  priority1: words,
  priority2: words,
  priority3: words,
  /** How pupils' learning is different by week 6. */
  success: words,
  /** Days of a mentor in a week, in half days; 0 where none is given. */
  daysPerWeek: z.number().min(0).max(5).multipleOf(0.5).default(0),
  /** Whole pounds asked for from reserves; what may be spent is the CEO's decision (C18). */
  fundingGbp: z.number().int().min(0).max(10_000_000).default(0),
  /** yyyy-mm-dd on which the school development plan was looked at again, or ''. */
  sdpReviewedOn: date,
  weeks: z.enum(WEEK_COUNTS).default('calendar'),
  /** yyyy-mm-dd from which the weeks count, or '' while none is set. */
  startOn: date,
  /** The school's staff may be given the page without statuses and money. */
  shareStaff: z.boolean().default(false),
  by: z.string(),
  madeAt: z.number(),
})
export type RepPlan = z.infer<typeof planSchema>
/** What a rapid enhancement plan (REP) is for: one in each `rep/{id}`. */
export const repPlanRecord = defineRecord({
  type: 'rep-plan',
  schema: planSchema,
  texts: ['why', 'priority1', 'priority2', 'priority3', 'success'],
})

/** Every text from the start: one made later by two people at once would lose one of them. */
export const EMPTY_PLAN = {
  why: '',
  priority1: '',
  priority2: '',
  priority3: '',
  success: '',
} as const
export const EMPTY_ITEM = { text: '', evidenceExpected: '' } as const

const itemSchema = z.object({
  id: z.string(),
  milestone: z.enum(MILESTONE_NAMES),
  /** Place among the items of its milestone, as `byPlace` sorts. */
  order: z.string().max(60).default(''),
  /** What is to be in place, up to `ITEM_LENGTH`. */
  text: words,
  /** What one would see, hear or read. */
  evidenceExpected: words,
  /** Who shows it, in words: a name or a group; '' where the owner does. */
  shows: z.string().max(120).default(''),
  /** Person id of the owner when the plan was written; changes are `rep-owner` records. */
  owner: z.string().max(40).default(''),
  /** Record id of the area that a paper's analysis passed on, or ''. */
  source: z.string().max(40).default(''),
  by: z.string(),
  madeAt: z.number(),
  /** Only while the plan is drafted: an issued item is followed in full (C16). */
  removedAt: z.number().nullable().default(null),
  removedWhy: z.string().max(400).default(''),
})
export type RepItem = z.infer<typeof itemSchema>
/** One thing that is to be in place by a milestone, in `rep/{id}`. */
export const repItemRecord = defineRecord({
  type: 'rep-item',
  schema: itemSchema,
  texts: ['text', 'evidenceExpected'],
})

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)

/** The plan's head. Begun twice by devices that were apart: the smallest id counts, the others fill its gaps. */
export function planOf(plans: readonly RepPlan[]): RepPlan | null {
  const [first, ...others] = [...plans].sort(byId)
  if (!first) return null
  return others.reduce(
    (filled, other) => ({
      ...filled,
      code: filled.code || other.code,
      writtenOn: filled.writtenOn || other.writtenOn,
      why: filled.why || other.why,
      priority1: filled.priority1 || other.priority1,
      priority2: filled.priority2 || other.priority2,
      priority3: filled.priority3 || other.priority3,
      success: filled.success || other.success,
      daysPerWeek: filled.daysPerWeek || other.daysPerWeek,
      fundingGbp: filled.fundingGbp || other.fundingGbp,
      sdpReviewedOn: filled.sdpReviewedOn || other.sdpReviewedOn,
      startOn: filled.startOn || other.startOn,
    }),
    first,
  )
}

/** The priorities that are written, in order. */
export const prioritiesOf = ({ priority1, priority2, priority3 }: RepPlan): string[] =>
  [priority1, priority2, priority3].map((text) => text.trim()).filter((text) => text !== '')

const milestoneNo = ({ milestone }: RepItem): number => MILESTONE_NAMES.indexOf(milestone)

/**
 * The items of a plan, milestone by milestone in their order.
 * @param drafted once a plan is issued no item is hidden, also not one that was taken out too late (C16)
 */
export const itemsOf = (items: readonly RepItem[], drafted: boolean): RepItem[] =>
  items
    .filter(({ removedAt }) => !drafted || removedAt === null)
    .sort((a, b) => milestoneNo(a) - milestoneNo(b) || byPlace(a, b))

export const itemsAt = (items: readonly RepItem[], milestone: Milestone): RepItem[] =>
  items.filter((item) => item.milestone === milestone)
