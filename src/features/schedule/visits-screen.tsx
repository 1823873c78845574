import { useState } from 'react'
import { type VisitNow, visitsInOrder } from '../../domain/schedule/occurrences.ts'
import { visitFile } from '../../domain/schedule/visit-file.ts'
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
      ) : here.visits.length === 0 ? (
        <Nothing schools={schools.length} />
      ) : (
        <Visits here={here} schools={schools} />
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

function Visits({ here, schools }: { here: VisitsHere; schools: readonly SchoolHere[] }) {
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
  const keep = () =>
    saveFile('school-visits.ics', 'text/calendar;charset=utf-8', visitFile(shown, nameOf, now()))
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
      {view === 'needs' ? <Needs visits={shown} nameOf={nameOf} /> : null}
      {view === 'months' || view === 'mine' ? <ByMonth visits={shown} nameOf={nameOf} /> : null}
      {view === 'half-terms' && calendars ? (
        <Board
          year={year}
          schools={schools.filter((school) => urn === null || school.urn === urn)}
          visits={shown}
          calendarOf={calendars.of}
        />
      ) : null}
      {shown.length > 0 ? (
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
  nameOf: (urn: string) => string
}

function Needs({ visits, nameOf }: ListProps) {
  const needs = visitsInOrder(visits).filter(({ state }) => NEEDS.includes(state))
  const late = needs.filter(({ state }) => state === 'late').length
  if (needs.length === 0)
    return (
      <EmptyState title="Nothing is due in the next three weeks" icon={IconCalendarEvent}>
        <p>Choose “By month” to see what comes later.</p>
      </EmptyState>
    )
  return (
    <Section
      title={late === 0 ? 'Due in the next three weeks' : 'Late, and due in the next three weeks'}
      lead={`${needs.length} ${needs.length === 1 ? 'visit' : 'visits'}, ${late === 0 ? 'none' : late} late.`}
    >
      <CardList label="Visits that are due">
        {needs.map((visit) => (
          <VisitCard key={visit.id} visit={visit} school={nameOf(visit.urn)} />
        ))}
      </CardList>
    </Section>
  )
}

const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })

function ByMonth({ visits, nameOf }: ListProps) {
  const months = [...new Set(visits.map(({ due }) => due.slice(0, 7)))].sort()
  if (months.length === 0)
    return (
      <EmptyState title="No visit is yours" icon={IconCalendarEvent}>
        <p>A visit is yours when you are named for it under “Plan visits”.</p>
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
      </CardList>
    </Section>
  ))
}
