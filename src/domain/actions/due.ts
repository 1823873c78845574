import { z } from 'zod'

/** Days until an action is due, by how it was rated. Calendar days: a hazard does not wait for term. */
export const dueRuleSchema = z.object({
  red: z.number().int().min(0).max(365).default(1),
  amber: z.number().int().min(0).max(365).default(7),
  green: z.number().int().min(0).max(365).default(30),
})
export type DueRule = z.infer<typeof dueRuleSchema>

/** What holds until the trust sets its own. */
export const USUAL_DUE: DueRule = { red: 1, amber: 7, green: 30 }

const DAY_MS = 86_400_000

/** @param day yyyy-mm-dd @returns yyyy-mm-dd, so many days later (or earlier) */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)

/** Whole days from one yyyy-mm-dd to another; negative when the second is the earlier one. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS)

/**
 * By when an action that was rated today is due.
 * @param today yyyy-mm-dd
 * @returns yyyy-mm-dd
 */
export const dueFor = (rag: keyof DueRule, today: string, rule: DueRule = USUAL_DUE): string =>
  dayAfter(today, rule[rag])
