import { readyCalendar } from './english.ts'
import type { CalendarDayRecord, HalfTermRecord } from './records.ts'

/** A ready-made year as records, for the schedule to reckon with while nobody has written the trust's own. */
export function readyRecords(year: string): {
  readonly halfTerms: readonly HalfTermRecord[]
  readonly days: readonly CalendarDayRecord[]
} {
  const ready = readyCalendar(year)
  if (!ready) return { halfTerms: [], days: [] }
  const made = { by: '', madeAt: 0, removedAt: null }
  // INSET first: where one falls on a bank holiday, the bank holiday stands.
  const days = [
    ...ready.inset.map((day) => ({ ...day, kind: 'inset' as const })),
    ...ready.bankHolidays.map((day) => ({ ...day, kind: 'bank_holiday' as const })),
  ]
  return {
    halfTerms: ready.halfTerms.map((term) => ({ ...term, ...made, id: `${year} ${term.name}` })),
    days: days.map((day) => ({ ...day, ...made, id: `${day.kind} ${day.date}` })),
  }
}
