import { z } from 'zod'
import { choiceOf } from '../choice.ts'
import { MARK_LENGTH } from '../paper.ts'
import { defineRecord } from '../record.ts'
import { ITEM_STATUS_NAMES } from './milestones.ts'
import { role } from './progress.ts'

/** Longest note of a visit, and of what was seen, in characters. */
export const VISIT_NOTE_LENGTH = 600
export const SEEN_LENGTH = 400

const words = z.string().default('')
const date = z.string().max(10).default('')
const made = { id: z.string(), by: z.string(), madeAt: z.number(), role }
const removedAt = z.number().nullable().default(null)

const visitSchema = z.object({
  ...made,
  /** yyyy-mm-dd */
  date: z.string().max(10),
  /** hh:mm, or '' while not said. */
  start: z.string().max(5).default(''),
  end: z.string().max(5).default(''),
  /** Quarter hours that count, or null while not said: what `quartersBetween` gives, or what the mentor says. */
  quarters: z.number().int().min(0).max(96).nullable().default(null),
  /** yyyy-mm-dd of the next visit, or ''. */
  nextVisit: date,
  /** Up to `VISIT_NOTE_LENGTH`. */
  note: words,
  /** What the visitor said they would do before the next visit. */
  promised: words,
  removedAt,
})
export type RepVisit = z.infer<typeof visitSchema>
/** A mentor's time at the school, in `rep-work/{id}`. */
export const repVisitRecord = defineRecord({
  type: 'rep-visit',
  schema: visitSchema,
  texts: ['note', 'promised'],
})

const seenSchema = z.object({
  ...made,
  /** Record id of the visit, or '' for what the school itself shows. */
  visit: z.string().max(40).default(''),
  /** Record id of the item. */
  item: z.string().max(40),
  /** yyyy-mm-dd on which it was so. */
  on: z.string().max(10),
  /** What was seen, heard or read, up to `SEEN_LENGTH`. Photos stand beside it, as of this record. */
  text: words,
  /** 20 of 27, or null where nothing was counted. */
  count: z
    .object({ n: z.number().int().min(0), of: z.number().int().min(1) })
    .nullable()
    .default(null),
  /** Address of a document, or ''. */
  link: z.string().max(600).default(''),
  /** What is proposed: CEO or EHT set it. */
  proposed: choiceOf(z.enum(ITEM_STATUS_NAMES).nullable()),
  late: z.boolean().default(false),
  lateReason: words,
  /** What is in the way. */
  barrier: words,
  /** What help was agreed. */
  support: words,
  removedAt,
})
export type RepSeen = z.infer<typeof seenSchema>
/** Evidence on one item with what it is proposed to show, in `rep-work/{id}`. */
export const repSeenRecord = defineRecord({
  type: 'rep-seen',
  schema: seenSchema,
  texts: ['text', 'lateReason', 'barrier', 'support'],
  choices: ['proposed'],
})

const wordSchema = z.object({
  ...made,
  /** What it is said of: evidence, a visit or a milestone review. */
  of: z.object({ kind: z.enum(['seen', 'visit', 'review']), id: z.string().max(40) }),
  agrees: z.boolean(),
  text: words,
  /** Person id of the head who signed on the writer's device, and the signature as `readMark` reads it; '' for none. */
  signedBy: z.string().max(40).default(''),
  mark: z.string().max(MARK_LENGTH).default(''),
  /** Still being written: nobody is shown it, and it is no word of the head. */
  unsaid: z.boolean().default(false),
})
export type RepWord = z.infer<typeof wordSchema>
/** That the head agrees, or what they say to it. In `rep-work/{id}`; added, and not changed once it is said. */
export const repWordRecord = defineRecord({
  type: 'rep-word',
  schema: wordSchema,
  texts: ['text'],
})

/** What was said; what somebody is still writing is theirs alone. */
export const saidWords = (rows: readonly RepWord[]): RepWord[] =>
  rows.filter(({ unsaid }) => !unsaid)

const spendSchema = z.object({
  ...made,
  what: z.string().max(160),
  /** Pounds, with pence behind the point. */
  gbp: z.number().min(0).max(10_000_000),
  /** yyyy-mm-dd */
  on: z.string().max(10),
  removedAt,
  removedWhy: z.string().max(400).default(''),
})
export type RepSpend = z.infer<typeof spendSchema>
/** Money spent from what the CEO approved, in `rep-work/{id}`. */
export const repSpendRecord = defineRecord({ type: 'rep-spend', schema: spendSchema })

/** What an action that arises from a plan says in `source.type`; its `source.id` is the plan's. */
export const REP_SOURCE = 'rep'

/** Every text from the start: one made later by two people at once would lose one of them. */
export const EMPTY_SEEN = { text: '', lateReason: '', barrier: '', support: '' } as const
export const EMPTY_VISIT = { note: '', promised: '' } as const

export const live = <T extends { readonly removedAt: number | null }>(rows: readonly T[]): T[] =>
  rows.filter((row) => row.removedAt === null)

/** The visits of a plan, the first first. */
export const visitsInOrder = (visits: readonly RepVisit[]): RepVisit[] =>
  live(visits).sort(
    (a, b) =>
      a.date.localeCompare(b.date) ||
      a.start.localeCompare(b.start) ||
      a.madeAt - b.madeAt ||
      (a.id < b.id ? -1 : 1),
  )

/** What was promised at the last visit before a day; '' where nothing was. @param day yyyy-mm-dd */
export const promisedBefore = (visits: readonly RepVisit[], day: string): string =>
  visitsInOrder(visits)
    .filter(({ date: on, promised }) => on < day && promised.trim() !== '')
    .at(-1)
    ?.promised.trim() ?? ''

/** What the head said of one thing, the first first. */
export const wordsOn = (said: readonly RepWord[], id: string): RepWord[] =>
  said
    .filter(({ of }) => of.id === id)
    .sort((a, b) => a.madeAt - b.madeAt || (a.id < b.id ? -1 : 1))
