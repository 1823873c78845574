import { Fragment } from 'react'
import { halfTermsOf, type SchoolCalendar } from '../../domain/calendar/school-calendar.ts'
import { halfTermWords } from '../../domain/calendar/records.ts'
import { type VisitNow, visitsInOrder } from '../../domain/schedule/occurrences.ts'
import { ruleTitle } from '../../domain/schedule/rule.ts'
import { Link } from '../../ui/link.tsx'
import { writeUkDate } from '../../ui/uk-date.ts'
import type { SchoolHere } from './use-schools.ts'
import { repDayPath, repDayTitle } from './rep-day-card.tsx'
import type { RepDayHere } from './use-rep-days.ts'
import { StateBadge, visitPath } from './words.tsx'
import styles from './schedule.module.css'

export interface BoardProps {
  year: string
  schools: readonly SchoolHere[]
  visits: readonly VisitNow[]
  /** Of plans, beside what comes again by rule. */
  days: readonly RepDayHere[]
  calendarOf: (urn: string) => SchoolCalendar
}

/** A due day in a holiday stands in the half-term before it, where somebody is reminded (HC13). */
const atSchool = ({ doneOn, remindOn, due }: RepDayHere): string => doneOn || (remindOn ?? due)

/** Schools down, half-terms across; on a phone one half-term under the other. */
export function Board({ year, schools, visits, days, calendarOf }: BoardProps) {
  return (
    <div className={styles.board}>
      {schools.map(({ urn, name }) => (
        <Fragment key={urn}>
          <h2 className={styles.boardSchool}>{name}</h2>
          <ul className={styles.boardRow} aria-label={`${name}, half-terms of ${year}`}>
            {halfTermsOf(calendarOf(urn), year).map((term) => {
              const own = visitsInOrder(
                visits.filter(
                  (visit) => visit.urn === urn && visit.due >= term.start && visit.due <= term.end,
                ),
              )
              const ofPlans = days.filter(
                (day) =>
                  day.urn === urn && atSchool(day) >= term.start && atSchool(day) <= term.end,
              )
              return (
                <li key={term.name} className={styles.boardTerm}>
                  <h3>{halfTermWords(term.name)}</h3>
                  <p className={styles.soft}>
                    {writeUkDate(term.start)} to {writeUkDate(term.end)}
                  </p>
                  {own.length + ofPlans.length === 0 ? <p>No visit</p> : null}
                  <ul className={styles.plain}>
                    {own.map((visit) => (
                      <li key={visit.id} className={styles.boardVisit}>
                        <Link to={visitPath(visit.id)}>{ruleTitle(visit.rule)}</Link>
                        <StateBadge state={visit.state} />
                      </li>
                    ))}
                    {ofPlans.map((day) => (
                      <li key={day.id} className={styles.boardVisit}>
                        <Link to={repDayPath(day)}>{repDayTitle(day)}</Link>
                        <StateBadge state={day.state} />
                      </li>
                    ))}
                  </ul>
                </li>
              )
            })}
          </ul>
        </Fragment>
      ))}
    </div>
  )
}
