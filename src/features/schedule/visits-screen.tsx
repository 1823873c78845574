import { useState } from 'react'
import { type VisitNow, visitsInOrder } from '../../domain/schedule/occurrences.ts'
import { calendarFile } from '../../domain/export/calendar-file.ts'
import { visitEvents } from '../../domain/schedule/visit-file.ts'
import { schoolYearOf } from '../../domain/school-year.ts'
import { useDesk } from '../../store/react.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { ChoiceChips } from '../../ui/choice-chips.tsx'
import { IconCalendarEvent, IconDownload } from '../../ui/icons.ts'
import { CardList } from '../../ui/index-card.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { PickOne } from '../../ui/pick-one.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { Section } from '../../ui/section.tsx'
import { EmptyState, LoadingState } from '../../ui/states.tsx'
import { Board } from './board.tsx'
import { useCalendars } from '../../store/use-calendars.ts'
import { type SchoolHere, useSchoolsHere } from './use-schools.ts'
import { RepDayCard, repDayEvents } from './rep-day-card.tsx'
import { type RepDayHere, useRepDays } from './use-rep-days.ts'
import { useVisits, type VisitsHere } from './use-visits.ts'
import { VisitCard } from './visit-card.tsx'
import styles from './schedule.module.css'

const VIEWS = [
  { value: 'needs', label: 'What is due' },
  { value: 'half-terms', label: 'By half-term' },
  { value: 'months', label: 'By month' },
  { value: 'mine', label: 'My visits' },
] as const
type View = (typeof VIEWS)[number]['value']

const NEEDS: readonly string[] = ['late', 'due', 'due_soon']

/** Visits that come again: what is due, where, and what shows that it was done. */
export default function VisitsScreen() {
  const here = useVisits()
  const days = useRepDays()
  const schools = useSchoolsHere()
  return (
    <Page
      title="Visits"
      lead="Visits that come again at each school: what is due, what is late, and what shows that it was done."
      width="full"
      actions={
        <>
          <LinkButton to="/visits/calendar">School calendar</LinkButton>
          <LinkButton tone="primary" to="/visits/again">
            Plan visits
          </LinkButton>
        </>
      }
    >
      {here === null ? (
        <LoadingState label="Looking up the visits" />
      ) : here.visits.length === 0 && days.length === 0 ? (
        <Nothing schools={schools.length} />
      ) : (
        <Visits here={here} schools={schools} days={days} />
      )}
    </Page>
  )
}

function Nothing({ schools }: { schools: number }) {
  return schools === 0 ? (
    <EmptyState title="No school’s visits are open to you" icon={IconCalendarEvent}>
      <p>
        Leaders of a school and of the trust see them. Ask your headteacher for what concerns you.
      </p>
    </EmptyState>
  ) : (
    <EmptyState
      title="No visits are planned yet"
      icon={IconCalendarEvent}
      action={
        <LinkButton tone="primary" to="/visits/again">
          Plan visits
        </LinkButton>
      }
    >
      <p>
        Say once what comes again, such as a walkaround every month. The days follow from the school
        calendar, never on a holiday or an INSET day.
      </p>
    </EmptyState>
  )
}

interface VisitsProps {
  here: VisitsHere
  schools: readonly SchoolHere[]
  /** Of plans, beside what comes again by rule. */
  days: readonly RepDayHere[]
}

function Visits({ here, schools, days }: VisitsProps) {
  const { me, now } = useDesk()
  const [view, setView] = useState<View>('needs')
  const [urn, setUrn] = useState<string | null>(null)
  const year = schoolYearOf(me.today)
  const calendars = useCalendars([year])
  const nameOf = (of: string) => schools.find((school) => school.urn === of)?.name ?? of
  const shown = here.visits.filter(
    (visit) =>
      (urn === null || visit.urn === urn) && (view !== 'mine' || visit.rule.who === me.person),
  )
  const planned = days.filter(
    (day) => (urn === null || day.urn === urn) && (view !== 'mine' || day.isMine),
  )
  const keep = () => {
    const events = [...visitEvents(shown, nameOf), ...repDayEvents(planned)]
    const file = calendarFile('School visits', events, now())
    saveFile('school-visits.ics', 'text/calendar;charset=utf-8', file)
  }
  return (
    <>
      {here.unwritten.length > 0 ? (
        <Notice tone="info" live={false} title="The usual English dates are used">
          The trust has not written its half-terms and INSET days for {here.unwritten.join(' and ')}
          . Days may be wrong until it has.
        </Notice>
      ) : null}
      <div className={styles.filters}>
        <ChoiceChips
          label="Show"
          clearable={false}
          options={VIEWS}
          value={view}
          onChange={(value) => setView(value ?? 'needs')}
        />
        {schools.length > 1 ? (
          <PickOne
            label="School"
            empty="All schools"
            options={schools.map((school) => ({ value: school.urn, label: school.name }))}
            value={urn}
            onChange={setUrn}
          />
        ) : null}
      </div>
      {view === 'needs' ? <Needs visits={shown} days={planned} nameOf={nameOf} /> : null}
      {view === 'months' || view === 'mine' ? (
        <ByMonth visits={shown} days={planned} nameOf={nameOf} />
      ) : null}
      {view === 'half-terms' && calendars ? (
        <Board
          year={year}
          schools={schools.filter((school) => urn === null || school.urn === urn)}
          visits={shown}
          days={planned}
          calendarOf={calendars.of}
        />
      ) : null}
      {shown.length + planned.length > 0 ? (
        <div>
          <Button icon={IconDownload} onClick={keep}>
            Save these to my own calendar
          </Button>
        </div>
      ) : null}
    </>
  )
}

interface ListProps {
  visits: readonly VisitNow[]
  days: readonly RepDayHere[]
  nameOf: (urn: string) => string
}

function Needs({ visits, days, nameOf }: ListProps) {
  const all = visitsInOrder([...visits, ...days]).filter(({ state }) => NEEDS.includes(state))
  const late = all.filter(({ state }) => state === 'late').length
  if (all.length === 0)
    return (
      <EmptyState title="Nothing is due in the next three weeks" icon={IconCalendarEvent}>
        <p>Choose “By month” to see what comes later.</p>
      </EmptyState>
    )
  return (
    <Section
      title={late === 0 ? 'Due in the next three weeks' : 'Late, and due in the next three weeks'}
      lead={`${all.length} ${all.length === 1 ? 'visit' : 'visits'}, ${late === 0 ? 'none' : late} late.`}
    >
      <CardList label="Visits that are due">
        {all.map((one) =>
          'rep' in one ? (
            <RepDayCard key={one.id} day={one} />
          ) : (
            <VisitCard key={one.id} visit={one} school={nameOf(one.urn)} />
          ),
        )}
      </CardList>
    </Section>
  )
}

const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })

function ByMonth({ visits, days, nameOf }: ListProps) {
  const months = [...new Set([...visits, ...days].map(({ due }) => due.slice(0, 7)))].sort()
  if (months.length === 0)
    return (
      <EmptyState title="No visit is yours" icon={IconCalendarEvent}>
        <p>
          A visit is yours when you are named for it under “Plan visits”, or mentor or lead a plan.
        </p>
      </EmptyState>
    )
  return months.map((month) => (
    <Section key={month} title={MONTH.format(Date.parse(`${month}-15T12:00:00Z`))}>
      <CardList label={`Visits in ${month}`}>
        {visits
          .filter(({ due }) => due.startsWith(month))
          .sort((a, b) => a.due.localeCompare(b.due) || a.id.localeCompare(b.id))
          .map((visit) => (
            <VisitCard key={visit.id} visit={visit} school={nameOf(visit.urn)} />
          ))}
        {days
          .filter(({ due }) => due.startsWith(month))
          .map((day) => (
            <RepDayCard key={day.id} day={day} />
          ))}
      </CardList>
    </Section>
  ))
}
