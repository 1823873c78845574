import { z } from 'zod'
import { choiceOf } from '../choice.ts'
import { defineRecord } from '../record.ts'

/** What people set out to look at. A joint walk is made together with somebody of the school. */
export const WALK_KINDS = [
  'learning_walk',
  'book_look',
  'pupil_voice',
  'book_study',
  'joint',
] as const
export type WalkKind = (typeof WALK_KINDS)[number]

/** Books of the sample by kind. A book may be of several: they add up to no total. */
export const SAMPLE_KINDS = ['pp', 'send', 'low', 'middle', 'high'] as const
export type SampleKind = (typeof SAMPLE_KINDS)[number]

const words = z.string().default('')
const line = (length: number) => z.string().max(length).default('')
const count = choiceOf(z.number().int().min(0).max(999))

const walkSchema = z.object({
  id: z.string(),
  kind: z.enum(WALK_KINDS),
  focus: words,
  year: line(60),
  subject: line(60),
  /** Unit of work, for a pupil book study. */
  unit: line(120),
  /** yyyy-mm-dd, or '' while none is set. */
  date: line(10),
  /** Why there are more walkers than the trust's usual number (C13). */
  walkersReason: words,
  /** yyyy-mm-dd on which it was agreed with staff, or ''. */
  agreedOn: line(10),
  /** What staff were told, word for word: a later change shows as not told. */
  toldDate: line(10),
  toldFocus: line(2000),
  toldWho: line(400),
  schemeToHand: z.boolean().default(false),
  /** How many books were to be looked at, and how many of them are of each kind. Never whose. */
  sampleTotal: count,
  samplePp: count,
  sampleSend: count,
  sampleLow: count,
  sampleMiddle: count,
  sampleHigh: count,
  /** What staff are asked next, of a book study. */
  takeaway: words,
  nextFocus: words,
  by: z.string(),
  madeAt: z.number(),
  removedAt: z.number().nullable().default(null),
})
export type Walk = z.infer<typeof walkSchema>

/**
 * A learning walk, book look, pupil voice or pupil book study, in `walks/{urn}/{year}`. Nothing of it
 * has a grade, and nothing of it leads to appraisal (C14).
 */
export const walkRecord = defineRecord({
  type: 'walk',
  schema: walkSchema,
  texts: ['focus', 'walkersReason', 'takeaway', 'nextFocus'],
  choices: ['sampleTotal', 'samplePp', 'sampleSend', 'sampleLow', 'sampleMiddle', 'sampleHigh'],
})

/** Every text from the start: one made later by two people at once would lose one of them. */
export const EMPTY_WALK = { focus: '', walkersReason: '', takeaway: '', nextFocus: '' } as const

/** The field of a walk that counts the books of a kind. */
export const sampleField = {
  pp: 'samplePp',
  send: 'sampleSend',
  low: 'sampleLow',
  middle: 'sampleMiddle',
  high: 'sampleHigh',
} as const satisfies Record<SampleKind, keyof Walk>

const ofWalk = {
  id: z.string(),
  /** Record id of the walk. */
  walk: z.string(),
  by: z.string(),
  madeAt: z.number(),
}
const removedAt = z.number().nullable().default(null)

const walkerSchema = z.object({ ...ofWalk, person: z.string(), removedAt })
export type Walker = z.infer<typeof walkerSchema>
/** One who walks. A record each: two devices that name one each keep both. */
export const walkerRecord = defineRecord({ type: 'walk-walker', schema: walkerSchema })

const promptSchema = z.object({ ...ofWalk, n: z.number(), text: words, removedAt })
export type WalkPrompt = z.infer<typeof promptSchema>
/** What to look at, from the focus. */
export const walkPromptRecord = defineRecord({
  type: 'walk-prompt',
  schema: promptSchema,
  texts: ['text'],
})

/** Minutes in one room, unless people stay longer. */
export const ROOM_MINUTES = 5

const roomSchema = z.object({
  ...ofWalk,
  n: z.number(),
  /** Room or year group. Never who teaches there. */
  place: line(60),
  /** When the walkers came in, milliseconds since 1970; null while they have not. */
  arrivedAt: z.number().nullable().default(null),
  /** When they went on, or null. */
  leftAt: z.number().nullable().default(null),
  /** When what was seen was shared with whoever was there; to whom is no part of it. */
  sharedAt: z.number().nullable().default(null),
  removedAt,
})
export type Room = z.infer<typeof roomSchema>
export const roomRecord = defineRecord({ type: 'walk-room', schema: roomSchema })

/** Where something was found. */
export const STRANDS = ['lessons', 'books', 'pupils', 'data'] as const
export type Strand = (typeof STRANDS)[number]

/** How far something is in place across pupils' work: of a practice, never of a person. */
export const RATINGS = ['not_seen', 'emerging', 'secure'] as const
export type Rating = (typeof RATINGS)[number]

export const TAGS = ['strength', 'question'] as const

const seenSchema = z.object({
  ...ofWalk,
  strand: z.enum(STRANDS),
  /** Record id of the room, or '' outside lessons. */
  room: line(40),
  /** Record id of the prompt. */
  prompt: z.string(),
  rating: choiceOf(z.enum(RATINGS).nullable()),
  tag: choiceOf(z.enum(TAGS).nullable()),
  note: words,
  /** "24 of 27": null where nothing was counted. */
  count: z
    .object({ n: z.number().int().nonnegative(), of: z.number().int().positive() })
    .nullable()
    .default(null),
})
export type Seen = z.infer<typeof seenSchema>
/** What one person saw of one prompt in one place. Two people write two, and neither replaces the other. */
export const seenRecord = defineRecord({
  type: 'walk-seen',
  schema: seenSchema,
  texts: ['note'],
  choices: ['rating', 'tag'],
})

const pickSchema = z.object({
  ...ofWalk,
  strand: z.enum(STRANDS),
  room: line(40),
  prompt: z.string(),
  rating: z.enum(RATINGS),
  /** The ratings it was picked between: one that comes later opens the question again. */
  between: z.array(z.enum(RATINGS)),
  /** Record ids of the picks it takes the place of. */
  instead: z.array(z.string()).default([]),
})
export type Pick = z.infer<typeof pickSchema>
/** Which of several ratings holds, who said so and when (C55). Added, never changed. */
export const pickRecord = defineRecord({ type: 'walk-pick', schema: pickSchema })

const sharedWithSchema = z.object({ ...ofWalk, person: z.string() })
export type SharedWith = z.infer<typeof sharedWithSchema>
/**
 * That something of a walk was shared with a member of staff: their answer is looked for in their own
 * document. It names no room, so nothing here ties a person to what was seen.
 */
export const sharedWithRecord = defineRecord({
  type: 'walk-shared-with',
  schema: sharedWithSchema,
})

/** Those that stand, in their order. */
export const standing = <T extends { n: number; id: string; removedAt: number | null }>(
  rows: readonly T[],
): T[] =>
  rows.filter((row) => row.removedAt === null).sort((a, b) => a.n - b.n || (a.id < b.id ? -1 : 1))

/** Person ids of those who walk, each once, in one order on every device. */
export const walkersOf = (walkers: readonly Walker[]): string[] =>
  [...new Set(walkers.filter((w) => w.removedAt === null).map(({ person }) => person))].sort()

/** Which parts a walk of a kind has. */
export const partsOf = (kind: WalkKind): readonly ('rooms' | 'books' | 'pupils' | 'study')[] =>
  ({
    learning_walk: ['rooms', 'books', 'pupils'] as const,
    joint: ['rooms', 'books', 'pupils'] as const,
    book_look: ['books'] as const,
    pupil_voice: ['pupils'] as const,
    book_study: ['study'] as const,
  })[kind]
