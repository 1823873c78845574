import type { Run } from './run.ts'

/** done: handed in; started: begun; due: still to do this month; missed: the month went by without it. */
export type MonthStanding = 'done' | 'started' | 'due' | 'missed' | 'none'

export const isSubmitted = ({ state }: Pick<Run, 'state'>): boolean =>
  state.some(({ value }) => value === 'submitted')

/** yyyy-mm of a day. */
export const monthOf = (day: string): string => day.slice(0, 7)

/** The month before, yyyy-mm. */
export function monthBefore(month: string): string {
  const year = Number(month.slice(0, 4))
  const n = Number(month.slice(5, 7))
  return n === 1 ? `${year - 1}-12` : `${year}-${String(n - 1).padStart(2, '0')}`
}

// Schools are shut: no walk is owed.
const AUGUST = '08'

/**
 * How a school stands with its monthly walkaround (C40).
 * @param runs walkarounds of the school @param month yyyy-mm @param today yyyy-mm-dd
 */
export function standingOf(
  runs: readonly Pick<Run, 'date' | 'state' | 'removedAt'>[],
  month: string,
  today: string,
): MonthStanding {
  const own = runs.filter(({ date, removedAt }) => removedAt === null && monthOf(date) === month)
  if (own.some(isSubmitted)) return 'done'
  if (month < monthOf(today)) return own.length === 0 && month.endsWith(AUGUST) ? 'none' : 'missed'
  if (own.length > 0) return 'started'
  return month.endsWith(AUGUST) ? 'none' : 'due'
}

/** Walks that stand, the newest day first. */
export const runsInOrder = (runs: readonly Run[]): Run[] =>
  runs
    .filter(({ removedAt }) => removedAt === null)
    .sort((a, b) => b.date.localeCompare(a.date) || b.madeAt - a.madeAt)
