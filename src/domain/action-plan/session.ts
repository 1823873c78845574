import { z } from 'zod'
import { defineRecord } from '../record.ts'

const words = z.string().default('')

const sessionSchema = z.object({
  id: z.string(),
  /** yyyy-mm-dd, or '' while none is set. */
  date: z.string().max(40).default(''),
  place: z.string().max(120).default(''),
  /** How many people came; null while nobody counted. */
  attendees: z.number().int().nonnegative().nullable().default(null),
  /** yyyy-mm-dd on which the school looks again at what it committed to. */
  reviewOn: z.string().max(40).default(''),
})
export type Session = z.infer<typeof sessionSchema>
/** The action-plan session of one review: one in each `plan/{review}` document. */
export const sessionRecord = defineRecord({ type: 'session', schema: sessionSchema })

const tableSchema = z.object({
  id: z.string(),
  madeAt: z.number(),
  question: words,
  /** Record id of the area to explore that it was brought in from; null for a question of the session's own. */
  from: z.string().nullable().default(null),
  removedAt: z.number().nullable().default(null),
})
export type Table = z.infer<typeof tableSchema>
/** A table of the session: people who think about one question together. */
export const tableRecord = defineRecord({
  type: 'plan-table',
  schema: tableSchema,
  texts: ['question'],
})

const ideaSchema = z.object({
  id: z.string(),
  /** Record id of the table. */
  table: z.string(),
  text: words,
  by: z.string(),
  madeAt: z.number(),
  removedAt: z.number().nullable().default(null),
})
export type Idea = z.infer<typeof ideaSchema>
/** One idea from a table. A record of its own, so that several tablets can add at once. */
export const ideaRecord = defineRecord({ type: 'idea', schema: ideaSchema, texts: ['text'] })

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
const byTime = (a: Idea, b: Idea) => a.madeAt - b.madeAt || byId(a, b)

/** The session. Two devices that were apart may each have begun one: the smallest id counts, the others fill its gaps. */
export function sessionOf(sessions: readonly Session[]): Session | null {
  const [first, ...others] = [...sessions].sort(byId)
  if (!first) return null
  return others.reduce(
    (filled, other) => ({
      ...filled,
      date: filled.date || other.date,
      place: filled.place || other.place,
      attendees: filled.attendees ?? other.attendees,
      reviewOn: filled.reviewOn || other.reviewOn,
    }),
    first,
  )
}

export interface TableHere extends Table {
  /** 1, 2, 3 … in the order in which they were made. */
  readonly n: number
  /** Ids of every record that is this table: an area brought in on two devices at once is one table. */
  readonly ids: readonly string[]
}

/** The tables in order, each area to explore once. */
export function tablesOf(tables: readonly Table[]): TableHere[] {
  const kept = tables
    .filter(({ removedAt }) => removedAt === null)
    .sort((a, b) => a.madeAt - b.madeAt || byId(a, b))
  const same = (a: Table, b: Table) => a.id === b.id || (a.from !== null && a.from === b.from)
  return kept
    .filter((table, i) => kept.findIndex((other) => same(other, table)) === i)
    .map((table, i) => ({
      ...table,
      n: i + 1,
      ids: kept.filter((other) => same(other, table)).map(({ id }) => id),
    }))
}

/** What a table has said, the first idea first; blank cards count as nothing. */
export const ideasAt = (ideas: readonly Idea[], table: TableHere): Idea[] =>
  ideas
    .filter(
      (idea) =>
        idea.removedAt === null && table.ids.includes(idea.table) && idea.text.trim() !== '',
    )
    .sort(byTime)

/** An area to explore as the review found it. */
export interface Area {
  /** Record id of the point. */
  readonly id: string
  readonly text: string
}

/** Areas that no table works on yet, removed tables counted: what was taken out is not pressed on people again. */
export const areasToBring = (areas: readonly Area[], tables: readonly Table[]): Area[] =>
  areas.filter(({ id, text }) => text.trim() !== '' && !tables.some(({ from }) => from === id))
