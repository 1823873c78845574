import { useMemo } from 'react'
import { readyRecords } from '../domain/calendar/ready.ts'
import { calendarDayRecord, halfTermRecord } from '../domain/calendar/records.ts'
import { type SchoolCalendar, schoolCalendar } from '../domain/calendar/school-calendar.ts'
import { useLocatedRows } from './use-located.ts'

export interface Calendars {
  /** The calendar of a school, or the trust's. */
  readonly of: (urn?: string) => SchoolCalendar
  /** Years that nobody at the trust has written: reckoned with a usual English calendar. */
  readonly unwritten: (year: string) => boolean
}

/** Calendars of the trust and its schools; usual English dates where the trust has written none. */
export function useCalendars(years: readonly string[]): Calendars | null {
  const terms = useLocatedRows(halfTermRecord)
  const days = useLocatedRows(calendarDayRecord)
  const asked = years.join(' ')
  return useMemo(() => {
    if (!terms || !days) return null
    const written = new Set(
      terms.flatMap(({ doc, record: row }) =>
        doc === 'trust' && row.removedAt === null ? [row.year] : [],
      ),
    )
    const usual = asked
      .split(' ')
      .filter((year) => !written.has(year))
      .map(readyRecords)
    const inTrust = {
      halfTerms: [
        ...usual.flatMap(({ halfTerms }) => halfTerms),
        ...terms.flatMap(({ doc, record: row }) => (doc === 'trust' ? [row] : [])),
      ],
      days: [
        ...usual.flatMap((year) => year.days),
        ...days.flatMap(({ doc, record: row }) => (doc === 'trust' ? [row] : [])),
      ],
    }
    const made = new Map<string, SchoolCalendar>()
    const of = (urn = '') => {
      const place = `school/${urn}/`
      const own = <R>(all: readonly { doc: string; record: R }[]) =>
        all.flatMap(({ doc, record: row }) => (urn !== '' && doc.startsWith(place) ? [row] : []))
      const calendar =
        made.get(urn) ?? schoolCalendar(inTrust, { halfTerms: own(terms), days: own(days) })
      made.set(urn, calendar)
      return calendar
    }
    return { of, unwritten: (year) => !written.has(year) }
  }, [terms, days, asked])
}
