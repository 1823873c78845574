import { useState } from 'react'
import { calendarJob, calendarRow, type CalendarRow } from '../../domain/calendar/import.ts'
import { readyRecords } from '../../domain/calendar/ready.ts'
import { calendarDayRecord, HALF_TERMS, halfTermRecord } from '../../domain/calendar/records.ts'
import {
  halfTermsOf,
  latestOf,
  type SchoolCalendar,
} from '../../domain/calendar/school-calendar.ts'
import { useDesk } from '../../store/react.tsx'
import { type LiveDocument, useDocument } from '../../store/use-document.ts'
import { Button } from '../../ui/button.tsx'
import { TableImport } from '../../ui/import/table-import.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { LoadingState } from '../../ui/states.tsx'
import { DaysEditor } from './days-editor.tsx'
import { HalfTermsEditor } from './half-terms-editor.tsx'
import { addDays } from '../../domain/calendar/dates.ts'
import { schoolYearOf } from '../../domain/school-year.ts'
import { isoDate } from '../../domain/ids.ts'

export interface CalendarEditorProps {
  place: string
  year: string
  /** Of a school, which writes only where it differs from the trust. */
  own: boolean
  /** As it stands, the trust's part included. */
  calendar: SchoolCalendar
}

/** A row of a spreadsheet that names several days is written day by day. */
function daysOf({ start, end }: CalendarRow): string[] {
  const days: string[] = []
  for (let date = start; date <= end; date = addDays(date, 1)) days.push(date)
  return days
}

function useWriter(document: LiveDocument) {
  const { me, now } = useDesk()
  const stamp = () => ({ by: me.person, madeAt: now() })
  return {
    day: (date: string, kind: string, name: string) =>
      document.create(calendarDayRecord, { date, kind, name, ...stamp() }),
    term: (year: string, name: string, start: string, end: string) => {
      const same = latestOf(document.all(halfTermRecord).rows, (one) => `${one.year} ${one.name}`)
      const before = same.get(`${year} ${name}`)
      if (before) document.change(halfTermRecord, before.id, { start, end })
      else document.create(halfTermRecord, { year, name, start, end, ...stamp() })
    },
  }
}

/** Writes one place's calendar for one year. Each change is kept like every keystroke. */
export function CalendarEditor({ place, year, own, calendar }: CalendarEditorProps) {
  const document = useDocument(place)
  const write = useWriter(document)
  const [brought, setBrought] = useState<number | null>(null)
  if (!document.ready) return <LoadingState label="Opening the calendar to write" />
  if (document.readOnly) return null
  const terms = document
    .all(halfTermRecord)
    .rows.filter((term) => term.year === year && term.removedAt === null)
  const begin = () => {
    if (own)
      for (const { name, start, end } of halfTermsOf(calendar, year))
        write.term(year, name, start, end)
    else {
      const ready = readyRecords(year)
      for (const { name, start, end } of ready.halfTerms) write.term(year, name, start, end)
      for (const { date, kind, name } of ready.days) write.day(date, kind, name)
    }
  }
  const bring = (rows: readonly CalendarRow[]) => {
    for (const row of rows) {
      if (row.halfTerm !== null)
        // By its last day: Aut 1 may begin in August.
        write.term(schoolYearOf(isoDate(row.end)), row.halfTerm, row.start, row.end)
      else if (row.kind !== null)
        for (const date of daysOf(row)) write.day(date, row.kind, row.name)
    }
    setBrought(rows.length)
  }
  return (
    <>
      <Section
        title={own ? 'Where this school differs' : 'Half-terms'}
        lead={
          own ? 'Only what is not as in the trust.' : 'First and last day, INSET days included.'
        }
      >
        {terms.length === 0 ? (
          <div>
            <Button tone="primary" onClick={begin}>
              {own ? 'This school’s half-terms differ' : 'Begin with usual English dates'}
            </Button>
          </div>
        ) : (
          <HalfTermsEditor
            // What a file brought takes the place of what stands in the boxes.
            key={brought}
            terms={HALF_TERMS.map(([name]) => ({
              name,
              term: terms.find((one) => one.name === name) ?? null,
            }))}
            onWrite={(name, start, end) => write.term(year, name, start, end)}
          />
        )}
      </Section>
      <DaysEditor
        year={year}
        days={document.all(calendarDayRecord).rows}
        own={own}
        onAdd={write.day}
        onRemove={(id, at) => document.change(calendarDayRecord, id, { removedAt: at })}
      />
      <Section
        title="From a spreadsheet"
        lead="One row for each half-term and for each day that differs."
      >
        {brought === null ? null : (
          <Notice tone="ok" title={`${brought} ${brought === 1 ? 'row' : 'rows'} brought in`}>
            They stand in the calendar above.
          </Notice>
        )}
        <TableImport
          job={calendarJob}
          one="row"
          many="rows"
          hint="CSV or Excel, with columns What (Aut 1, INSET, Holiday), First day, Last day and Name."
          onBring={(rows) => bring(rows.map(calendarRow))}
        />
      </Section>
    </>
  )
}
