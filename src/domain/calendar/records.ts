import { z } from 'zod'
import { defineRecord } from '../record.ts'

/** Half-terms of a school year in order. Names of spans of weeks: never months. */
export const HALF_TERMS = [
  ['Aut1', 'Aut 1'],
  ['Aut2', 'Aut 2'],
  ['Spr1', 'Spr 1'],
  ['Spr2', 'Spr 2'],
  ['Sum1', 'Sum 1'],
  ['Sum2', 'Sum 2'],
] as const
export type HalfTermName = (typeof HALF_TERMS)[number][0]
const HALF_TERM_NAMES = HALF_TERMS.map(([name]) => name)

const halfTermNames = new Map<string, string>(HALF_TERMS)
export const halfTermWords = (name: string): string => halfTermNames.get(name) ?? name

/** 1 to 6, as in "HT2". */
export const halfTermNumber = (name: HalfTermName): number => HALF_TERM_NAMES.indexOf(name) + 1

/** Days that are not as their weekday would have it; `school` opens one that the trust closed. */
export const DAY_KINDS = [
  ['inset', 'INSET day'],
  ['holiday', 'Holiday'],
  ['bank_holiday', 'Bank holiday'],
  ['closed', 'Closed'],
  ['school', 'School day'],
] as const
export type DayKind = (typeof DAY_KINDS)[number][0]

const dayKindNames = new Map<string, string>(DAY_KINDS)
export const dayKindWords = (kind: string): string => dayKindNames.get(kind) ?? kind

const halfTermSchema = z.object({
  id: z.string(),
  /** School year, e.g. "2026-27". */
  year: z.string().regex(/^\d{4}-\d{2}$/),
  name: z.enum(HALF_TERM_NAMES),
  /** First and last day, yyyy-mm-dd, INSET days included. */
  start: z.string().max(10),
  end: z.string().max(10),
  by: z.string(),
  madeAt: z.number(),
  removedAt: z.number().nullable().default(null),
})
export type HalfTermRecord = z.infer<typeof halfTermSchema>
/** A half-term, in `trust` for all schools or in `school/{urn}/{year}` in its place for one. */
export const halfTermRecord = defineRecord({ type: 'half-term', schema: halfTermSchema })

const calendarDaySchema = z.object({
  id: z.string(),
  /** yyyy-mm-dd */
  date: z.string().max(10),
  kind: z.enum(DAY_KINDS.map(([kind]) => kind)),
  name: z.string().max(120).default(''),
  by: z.string(),
  madeAt: z.number(),
  removedAt: z.number().nullable().default(null),
})
export type CalendarDayRecord = z.infer<typeof calendarDaySchema>
/** One day that is not as its half-term would have it, in `trust` or, for one school, in `school/{urn}/{year}`. */
export const calendarDayRecord = defineRecord({ type: 'calendar-day', schema: calendarDaySchema })
