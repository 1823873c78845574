import { sayTime } from './uk-time.ts'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** A typed UK date as "2025-11-18", or null. Takes 18/11/2025, 18.11.25, 18-11-2025 and 18 Nov 2025. */
export function parseUkDate(text: string): string | null {
  const parts = /^\s*(\d{1,2})[\s/.-]+(\d{1,2}|[a-z]{3,9})[\s/.-]+(\d{4}|\d{2})\s*$/i.exec(text)
  if (parts === null) return null
  const [, dayText = '', monthText = '', yearText = ''] = parts
  const named = months.indexOf(monthText.slice(0, 3).toLowerCase()) + 1
  const month = /^\d/.test(monthText) ? Number(monthText) : named
  const year = yearText.length === 2 ? 2000 + Number(yearText) : Number(yearText)
  return isoDate(year, month, Number(dayText))
}

/** "2025-11-18" as "18/11/2025"; any other text as it stands. */
export function writeUkDate(iso: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso)
  return parts === null ? iso : `${parts[3]}/${parts[2]}/${parts[1]}`
}

/** "2025-11-18" as "Tuesday 18 November 2025", or null if it is not a date. */
export function sayUkDate(iso: string): string | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso)
  if (parts === null) return null
  // At noon in UTC it is the same date in London all the year round.
  return sayTime(Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]), 12), 'day')
}

function isoDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return real ? date.toISOString().slice(0, 10) : null
}
