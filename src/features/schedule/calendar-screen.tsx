import { useState } from 'react'
import { mayAdminister } from '../../domain/access/admin.ts'
import { may } from '../../domain/access/table.ts'
import { READY_YEARS } from '../../domain/calendar/english.ts'
import { schoolYearOf } from '../../domain/school-year.ts'
import { useDesk } from '../../store/react.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { ChoiceChips } from '../../ui/choice-chips.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { PickOne } from '../../ui/pick-one.tsx'
import { LoadingState } from '../../ui/states.tsx'
import { CalendarEditor } from './calendar-editor.tsx'
import { CalendarYear } from './calendar-year.tsx'
import { useCalendars } from '../../store/use-calendars.ts'
import { schoolDocument, useSchoolsHere } from './use-schools.ts'
import styles from './schedule.module.css'

/** Half-terms, INSET days, holidays and closures: the trust's, and where a school differs. */
export default function CalendarScreen() {
  const { me } = useDesk()
  const schools = useSchoolsHere()
  const now = schoolYearOf(me.today)
  const years = [...new Set([now, ...READY_YEARS.filter((year) => year >= now)])]
  const [year, setYear] = useState(now)
  const [urn, setUrn] = useState<string | null>(null)
  const calendars = useCalendars(years)
  const school = schools.find((one) => one.urn === urn)
  const writes = urn === null ? may(me, 'write', { kind: 'trust' }) : school?.writes === true
  const place = urn === null ? 'trust' : schoolDocument(urn, year)
  return (
    <Page
      title="School calendar"
      lead="Half-terms, INSET days, bank holidays and closures. Visits are never planned on a day without pupils."
      back={{ to: '/visits', label: 'Visits' }}
      actions={
        mayAdminister(me) ? (
          <LinkButton to="/visits/schools">Schools of the trust</LinkButton>
        ) : undefined
      }
    >
      <div className={styles.filters}>
        <ChoiceChips
          label="School year"
          clearable={false}
          options={years.map((value) => ({ value, label: value }))}
          value={year}
          onChange={(picked) => setYear(picked ?? year)}
        />
        <PickOne
          label="Whose calendar"
          empty="The trust’s, for every school"
          options={schools.map(({ urn: value, name }) => ({ value, label: name }))}
          value={urn}
          onChange={setUrn}
        />
      </div>
      {calendars === null ? (
        <LoadingState label="Opening the calendar" />
      ) : (
        <>
          {calendars.unwritten(year) ? (
            <Notice tone="info" live={false} title="The trust has not written this year yet">
              Below are usual English dates.{' '}
              {writes && urn === null
                ? 'Begin with them, then change what differs.'
                : 'The CEO or the COO writes the trust’s own.'}
            </Notice>
          ) : null}
          <CalendarYear
            year={year}
            calendar={calendars.of(urn ?? undefined)}
            showDays={!writes || urn !== null || calendars.unwritten(year)}
          />
          {writes ? (
            <CalendarEditor
              key={`${place} ${year}`}
              place={place}
              year={year}
              own={urn !== null}
              calendar={calendars.of(urn ?? undefined)}
            />
          ) : (
            <p>
              {urn === null
                ? 'The CEO and the COO write the trust’s calendar.'
                : 'The school’s leaders write where it differs.'}
            </p>
          )}
        </>
      )}
    </Page>
  )
}
