import { useState } from 'react'
import { filtered, byMonth, type Listed, NO_FILTER } from '../../domain/actions/list.ts'
import { monthGrid, monthsAround } from '../../domain/calendar-month.ts'
import { useDesk } from '../../store/react.tsx'
import { Button } from '../../ui/button.tsx'
import { CheckLine } from '../../ui/check-line.tsx'
import { IconArrowLeft, IconArrowRight } from '../../ui/icons.ts'
import { CardList } from '../../ui/index-card.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { EmptyState, LoadingState } from '../../ui/states.tsx'
import { sayUkDate } from '../../ui/uk-date.ts'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { ActionCard } from './action-card.tsx'
import styles from './actions.module.css'
import { useActions } from './use-actions.ts'
import { type Names, useNames } from './use-names.ts'
import { sayCount } from './words.ts'

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** Of a day of another month nothing is said. */
const NOTHING = '\u00a0'

/** "Sunday 1 November 2026" without its day. */
const sayMonth = (month: string): string =>
  (sayUkDate(`${month}-01`) ?? month).split(' ').slice(2).join(' ')

/** Open actions by the day on which they are due: a month as a sheet, and the same as a list. */
export default function CalendarScreen() {
  const { me } = useDesk()
  const names = useNames()
  const { list, loading, today } = useActions(names.ownerOf)
  const [month, setMonth] = useState<string | null>(null)
  const [mine, setMine] = useState(false)
  if (loading) return <LoadingState label="Opening the actions" />
  const shownMonth = month ?? today.slice(0, 7)
  const open = filtered(list, { ...NO_FILTER, mine }, me.person)
  const days = byMonth(open).get(shownMonth) ?? new Map<string, Listed[]>()
  const { before, after } = monthsAround(shownMonth)
  const due = [...days.values()].reduce((sum, some) => sum + some.length, 0)
  return (
    <Page
      title="Actions by day"
      lead={`${sayMonth(shownMonth)}: ${sayCount(due, 'action')} due.`}
      back={{ to: '/actions', label: 'Actions' }}
      width="full"
    >
      <div className={styles.row}>
        <Button icon={IconArrowLeft} onClick={() => setMonth(before)}>
          {sayMonth(before)}
        </Button>
        <Button icon={IconArrowRight} onClick={() => setMonth(after)}>
          {sayMonth(after)}
        </Button>
        <CheckLine label="Mine only" checked={mine} onChange={setMine} />
      </div>
      <Sheet month={shownMonth} days={days} today={today} />
      <DayList month={shownMonth} days={days} names={names} today={today} />
    </Page>
  )
}

interface MonthProps {
  month: string
  days: ReadonlyMap<string, readonly Listed[]>
  today: string
}

const dayId = (day: string): string => `due-${day}`

/** The month at a glance, on screens wide enough for one; the list under it says the same. */
function Sheet({ month, days, today }: MonthProps) {
  return (
    <table className={styles.month} aria-label={sayMonth(month)}>
      <thead>
        <tr>
          {WEEKDAYS.map((name) => (
            <th key={name} scope="col">
              <span aria-hidden="true">{name.slice(0, 3)}</span>
              <VisuallyHidden>{name}</VisuallyHidden>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {monthGrid(month).map((week) => (
          <tr key={week.find((day) => day !== null)}>
            {week.map((day, i) =>
              day === null ? (
                <td key={WEEKDAYS[i]} className={styles.outside}>
                  {NOTHING}
                </td>
              ) : (
                <td key={day} className={day === today ? styles.today : undefined}>
                  <DayCell day={day} due={days.get(day) ?? []} isToday={day === today} />
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface DayCellProps {
  day: string
  due: readonly Listed[]
  isToday: boolean
}

function DayCell({ day, due, isToday }: DayCellProps) {
  const overdue = due.some((one) => one.overdue)
  return (
    <>
      {Number(day.slice(8))}
      {isToday ? ', today' : ''}
      {due.length === 0 ? null : (
        <a className={styles.day} href={`#${dayId(day)}`}>
          {due.length} {overdue ? 'overdue' : 'due'}
        </a>
      )}
    </>
  )
}

function DayList({ month, days, names, today }: MonthProps & { names: Names }) {
  if (days.size === 0)
    return (
      <EmptyState title={`Nothing is due in ${sayMonth(month)}`}>
        <p>Look at another month. Actions without a day stand in the list only.</p>
      </EmptyState>
    )
  return [...days].map(([day, due]) => (
    <div key={day} id={dayId(day)}>
      <Section title={sayUkDate(day) ?? day}>
        <CardList label={`Due on ${sayUkDate(day) ?? day}`} columns="one">
          {due.map((listed) => (
            <ActionCard
              key={`${listed.doc} ${listed.action.id}`}
              listed={listed}
              names={names}
              today={today}
            />
          ))}
        </CardList>
      </Section>
    </div>
  ))
}
