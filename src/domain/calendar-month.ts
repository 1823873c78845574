import { dayAfter, daysBetween } from './actions/due.ts'

const WEEK = 7
/** A Monday. */
const SOME_MONDAY = '2024-01-01'

const inWeek = (day: string): number => ((daysBetween(SOME_MONDAY, day) % WEEK) + WEEK) % WEEK

/** The months on either side. @param month yyyy-mm */
export const monthsAround = (
  month: string,
): { readonly before: string; readonly after: string } => ({
  before: dayAfter(`${month}-01`, -1).slice(0, 7),
  // No month has more than 31 days, and none after it has as few as 3.
  after: dayAfter(`${month}-01`, 31).slice(0, 7),
})

/** The weeks of a month, Monday first; null where a day is of another month. @param month yyyy-mm */
export function monthGrid(month: string): (string | null)[][] {
  const first = `${month}-01`
  const length = daysBetween(first, `${monthsAround(month).after}-01`)
  const lead = inWeek(first)
  const cells = Array.from({ length: Math.ceil((lead + length) / WEEK) * WEEK }, (_, i) =>
    i < lead || i >= lead + length ? null : dayAfter(first, i - lead),
  )
  return Array.from({ length: cells.length / WEEK }, (_, week) =>
    cells.slice(week * WEEK, (week + 1) * WEEK),
  )
}
