import { z } from 'zod'
import { choiceOf, settled } from '../choice.ts'
import { defineRecord } from '../record.ts'

export const EVIDENCE_KINDS = ['saw', 'heard', 'read'] as const
export const LEANINGS = ['strength', 'explore', 'follow_up'] as const
/** Longest note, in characters. */
export const NOTE_LENGTH = 1000

const noteSchema = z.object({
  id: z.string(),
  /** The writer. */
  by: z.string(),
  /** The writer's clock, milliseconds since 1970. */
  madeAt: z.number(),
  text: z.string().default(''),
  /** Record id of the timetable slot it was written in, filled in by itself. */
  slot: z.string().nullable().default(null),
  place: z.string().nullable().default(null),
  /** Record id of the key question. */
  question: choiceOf(z.string().nullable()),
  kind: choiceOf(z.enum(EVIDENCE_KINDS).nullable()),
  lean: choiceOf(z.enum(LEANINGS).nullable()),
  /** "26 of 28": how many, of how many; null where nothing was counted. */
  count: z
    .object({ n: z.number().int().nonnegative(), of: z.number().int().positive() })
    .nullable()
    .default(null),
  /** Year group that it is about, e.g. "Year 5"; filled in from the slot. */
  year: z.string().max(40).nullable().default(null),
  /** The writer says that it is outside the agreed remit: it stays out of the answers (C2). */
  outOfRemit: z.boolean().default(false),
  /** Set when the writer removed it; the words stay until hand-over and can be brought back. */
  removedAt: z.number().nullable().default(null),
})
export type Note = z.infer<typeof noteSchema>

/** What one reviewer saw, heard or read; filed under a key question now or later. No grades, no names. */
export const noteRecord = defineRecord({
  type: 'note',
  schema: noteSchema,
  texts: ['text'],
  choices: ['question', 'kind', 'lean'],
})

/** A note is filed once its key question is settled. */
export const isFiled = (note: Note): boolean => settled(note.question) !== null

const dslRouteSchema = z.object({
  id: z.string(),
  by: z.string(),
  madeAt: z.number(),
  /** Whom the reviewer was sent to, as the pack named them. */
  to: z.string(),
  slot: z.string().nullable().default(null),
})
export type DslRoute = z.infer<typeof dslRouteSchema>

/** That a safeguarding concern was taken to the DSL in person: the time and the route, never a word of it. */
export const dslRouteRecord = defineRecord({ type: 'dsl-route', schema: dslRouteSchema })
