import { z } from 'zod'
import type { DocumentRef } from './documents.ts'
import { type IsoDate, isoDate } from './ids.ts'

type Kind = DocumentRef['kind']

/** How long what a document holds is kept: so many days after the day that it is about. */
export interface RetentionClass {
  readonly what: string
  readonly days: number
}

const DAYS_A_YEAR = 365

/**
 * Defaults, for the trust's data protection lead to confirm or change. A kind that is not
 * here is kept until somebody decides: nothing goes because a rule was forgotten.
 */
const RETENTION: Readonly<Partial<Record<Kind, RetentionClass>>> = {
  notes: { what: 'A reviewer’s notes', days: 90 },
  review: { what: 'A review’s questions, timetable and answers', days: 3 * DAYS_A_YEAR },
  control: { what: 'An internal control visit', days: 6 * DAYS_A_YEAR },
  class: { what: 'The list of a class', days: DAYS_A_YEAR },
  moderation: { what: 'Samples of scripts for moderation', days: DAYS_A_YEAR },
  rep: { what: 'A rapid enhancement plan', days: 7 * DAYS_A_YEAR },
  'rep-work': { what: 'Visits for a rapid enhancement plan', days: 7 * DAYS_A_YEAR },
  qla: { what: 'A paper’s marks, pupil by pupil', days: DAYS_A_YEAR },
}

/** A trust's own numbers of days, by kind of document. */
export const retentionSettingsSchema = z.record(z.string(), z.number().int().min(1).max(36_500))
export type RetentionSettings = z.infer<typeof retentionSettingsSchema>

/** @returns what rule holds for a kind of document, or null while none does */
export function retentionOf(kind: Kind, settings: RetentionSettings): RetentionClass | null {
  const standard = RETENTION[kind]
  const days = Object.hasOwn(settings, kind) ? settings[kind] : standard?.days
  return days === undefined ? null : { what: standard?.what ?? kind, days }
}

/** The first day on which it is due. @param about the day that the document is about */
export function dueOn(about: IsoDate, { days }: RetentionClass): IsoDate {
  const day = new Date(`${about}T12:00:00Z`)
  day.setUTCDate(day.getUTCDate() + days)
  return isoDate(day.toISOString().slice(0, 10))
}
