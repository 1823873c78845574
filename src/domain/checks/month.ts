import type { Run } from './run.ts'

/**
 * done: handed in; started: begun this month; due: still to do; unfinished: begun and never handed in;
 * missed: the month went by without it.
 */
export type MonthStanding = 'done' | 'started' | 'due' | 'unfinished' | 'missed' | 'none'

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
  const past = month < monthOf(today)
  if (own.length > 0) return past ? 'unfinished' : 'started'
  if (month.endsWith(AUGUST)) return 'none'
  return past ? 'missed' : 'due'
}

/** Walks with the newest day first. */
export const newestFirst = (a: Run, b: Run): number =>
  b.date.localeCompare(a.date) || b.madeAt - a.madeAt
