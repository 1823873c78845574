const DAY_MS = 86_400_000

const atOf = (date: string): number => Date.parse(`${date}T00:00:00Z`)

/** Dates are yyyy-mm-dd; at midnight in UTC no clock change moves them. */
export const addDays = (date: string, days: number): string =>
  new Date(atOf(date) + days * DAY_MS).toISOString().slice(0, 10)

/** Days from one date to another; below 0 when the other is earlier. */
export const daysFromTo = (from: string, to: string): number =>
  Math.round((atOf(to) - atOf(from)) / DAY_MS)

/** 1 Monday to 7 Sunday. */
export const weekdayOf = (date: string): number => new Date(atOf(date)).getUTCDay() || 7

export const mondayOf = (date: string): string => addDays(date, 1 - weekdayOf(date))

export const isDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(atOf(text)) && addDays(text, 0) === text

/** yyyy-mm of each month that the days touch. */
export function monthsFromTo(from: string, to: string): string[] {
  const months: string[] = []
  for (let month = from.slice(0, 7); month <= to.slice(0, 7); month = monthAfter(month))
    months.push(month)
  return months
}

const monthAfter = (month: string): string => addDays(`${month}-28`, 7).slice(0, 7)

export const lastOfMonth = (month: string): string => addDays(`${monthAfter(month)}-01`, -1)

/** First and last day of a school year: September to August. @param year e.g. "2026-27" */
export const spanOfYear = (year: string): { start: string; end: string } => {
  const first = Number(year.slice(0, 4))
  return { start: `${first}-09-01`, end: `${first + 1}-08-31` }
}
