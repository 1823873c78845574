import { z } from 'zod'
import { defineRecord } from '../record.ts'
import { stopsIn, type WalkFlag } from './guards.ts'
import { HALF_TERMS, type HalfTerm, halfTermOf } from './half-term.ts'
import type { Room, Walk } from './walk.ts'

export const THEME_KINDS = ['pattern', 'question'] as const
export type ThemeKind = (typeof THEME_KINDS)[number]

/** A theme that was seen in fewer rooms could point at somebody. */
export const FEWEST_ROOMS = 3

const lineSchema = z.object({
  id: z.string(),
  walk: z.string(),
  kind: z.enum(THEME_KINDS),
  text: z.string().default(''),
  by: z.string(),
  madeAt: z.number(),
  removedAt: z.number().nullable().default(null),
})
export type ThemeLine = z.infer<typeof lineSchema>
/** A pattern over the rooms, or a question that staff are left with; written among the walkers. */
export const themeLineRecord = defineRecord({
  type: 'walk-theme-line',
  schema: lineSchema,
  texts: ['text'],
})

const themeSchema = z.object({
  id: z.string(),
  walk: z.string(),
  /** Record id of the line it was published from. */
  line: z.string(),
  kind: z.enum(THEME_KINDS),
  focus: z.string().max(2000),
  halfTerm: z.enum(HALF_TERMS),
  text: z.string().max(1000),
  /** Rooms behind it: three or more, never which. */
  rooms: z.number().int().min(FEWEST_ROOMS),
  by: z.string(),
  madeAt: z.number(),
})
export type Theme = z.infer<typeof themeSchema>
/** A theme for the whole school, in `school/{urn}/{year}`. Added, never changed. */
export const themeRecord = defineRecord({ type: 'walk-theme', schema: themeSchema })

const sameFocus = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase()

/**
 * Rooms that were walked into with one focus in one half-term, over all walks of it.
 * @param termOf the half-term of a day at this school
 */
export function roomsBehind(
  walk: Walk,
  walks: readonly Walk[],
  rooms: readonly Room[],
  termOf: (day: string) => HalfTerm = halfTermOf,
): number {
  const term = termOf(walk.date)
  const alike = new Set(
    walks
      .filter(
        (one) =>
          one.removedAt === null &&
          one.date !== '' &&
          termOf(one.date) === term &&
          sameFocus(one.focus, walk.focus),
      )
      .map(({ id }) => id),
  )
  return rooms.filter(
    (room) => alike.has(room.walk) && room.removedAt === null && room.arrivedAt !== null,
  ).length
}

export interface ToPublish {
  readonly lines: readonly ThemeLine[]
  /** Rooms behind them, or null while there are too few to say so. */
  readonly rooms: number | null
  /** Words that keep them from being published. */
  readonly stops: readonly WalkFlag[]
}

/** Themes with words that are not published yet, masked where fewer than three rooms are behind them (C51). */
export function toPublish(
  lines: readonly ThemeLine[],
  published: readonly Theme[],
  rooms: number,
  names: readonly string[],
): ToPublish {
  const out = new Set(published.map(({ line }) => line))
  const open = lines.filter(
    ({ id, text, removedAt }) => removedAt === null && text.trim() !== '' && !out.has(id),
  )
  return {
    lines: open,
    rooms: rooms < FEWEST_ROOMS ? null : rooms,
    stops: stopsIn(
      open.map(({ text }) => text),
      names,
    ),
  }
}

export interface TermThemes {
  readonly halfTerm: HalfTerm
  readonly themes: readonly Theme[]
}

/** Published themes by half-term, in the order of the school year; half-terms without one are left out. */
export const byHalfTerm = (themes: readonly Theme[]): TermThemes[] =>
  HALF_TERMS.map((halfTerm) => ({
    halfTerm,
    themes: themes
      .filter((theme) => theme.halfTerm === halfTerm)
      .sort((a, b) => a.madeAt - b.madeAt || (a.id < b.id ? -1 : 1)),
  })).filter(({ themes: own }) => own.length > 0)
