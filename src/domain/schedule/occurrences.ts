import { daysFromTo } from '../calendar/dates.ts'
import { type SchoolCalendar, type WhatDay, whatDay } from '../calendar/school-calendar.ts'
import { jobOfKind } from './kinds.ts'
import { dayIn, type Period, periodsOf } from './periods.ts'
import type { VisitRule } from './rule.ts'
import type { Visit } from './visit.ts'

/** One visit of a rule at a school. Reckoned from rule and calendar; what people said of it is joined to it. */
export interface Occurrence {
  readonly id: string
  readonly rule: VisitRule
  readonly urn: string
  readonly period: Period
  /** yyyy-mm-dd by which it is to be made: a school day, or the day that somebody moved it to. */
  readonly due: string
  /** The day that the rule meant, and what that day is, where it could not be then. */
  readonly shifted: { readonly from: string; readonly what: WhatDay } | null
  /** Led by somebody from outside the trust. */
  readonly external: boolean
}

/** The same on every device. */
const occurrenceId = (rule: string, urn: string, period: string): string =>
  `${rule}:${urn}:${period}`

/** The visits of a rule at a school in a school year. */
export function occurrencesOf(
  rule: VisitRule,
  urn: string,
  calendar: SchoolCalendar,
  year: string,
): Occurrence[] {
  if (rule.removedAt !== null || (rule.urn !== '' && rule.urn !== urn)) return []
  return periodsOf(rule, calendar, year).flatMap((whole, at) => {
    // A rule that is made in the middle of a month does not begin with a visit that is late.
    const period = whole.meant < rule.from ? { ...whole, meant: rule.from } : whole
    if (period.end < rule.from) return []
    const due = dayIn(calendar, period)
    if (due === null || due < rule.from) return []
    if (rule.until !== '' && due > rule.until) return []
    const shifted =
      due === period.meant ? null : { from: period.meant, what: whatDay(calendar, period.meant) }
    const id = occurrenceId(rule.id, urn, period.key)
    return [{ id, rule, urn, period, due, shifted, external: at < rule.external }]
  })
}

/** Something that shows by itself that a visit was made: a finished checklist, a review that was held. */
export interface FoundEvidence {
  readonly urn: string
  /** yyyy-mm-dd */
  readonly date: string
  /** Kind of visit, where it is not a run. */
  readonly kind: string
  /** Key and job of a run's checklist, '' where it is none. */
  readonly template: string
  readonly job: string
  readonly id: string
}

export type VisitState = 'planned' | 'due_soon' | 'due' | 'late' | 'done' | 'missed'

export interface VisitNow extends Occurrence {
  readonly state: VisitState
  /** What was said of it, the last first. */
  readonly said: readonly Visit[]
  /** Finished checklists and reviews of its period, the first first. */
  readonly found: readonly FoundEvidence[]
  /** yyyy-mm-dd on which it was done, or ''. */
  readonly doneOn: string
}

const DUE_DAYS = 7
const SOON_DAYS = 21

function isFor({ rule, urn, period }: Occurrence, found: FoundEvidence): boolean {
  if (found.urn !== urn || found.date < period.start || found.date > period.end) return false
  if (rule.template !== '') return found.template === rule.template
  if (found.template === '') return found.kind === rule.kind
  return found.job !== '' && found.job === jobOfKind(rule.kind)
}

/** @param due @param today yyyy-mm-dd */
export function stateOf(due: string, today: string): VisitState {
  const days = daysFromTo(today, due)
  if (days < 0) return 'late'
  if (days <= DUE_DAYS) return 'due'
  return days <= SOON_DAYS ? 'due_soon' : 'planned'
}

/** How a visit stands today. The last saying counts; without one, evidence that was found does. */
export function visitNow(
  occurrence: Occurrence,
  visits: readonly Visit[],
  evidence: readonly FoundEvidence[],
  today: string,
): VisitNow {
  const said = visits
    .filter((visit) => visit.occurrence === occurrence.id)
    .sort((a, b) => b.madeAt - a.madeAt || (a.id < b.id ? 1 : -1))
  const found = evidence
    .filter((one) => isFor(occurrence, one))
    .sort((a, b) => a.date.localeCompare(b.date))
  const last = said.find((visit) => visit.said !== 'moved')
  const moved = said.find((visit) => visit.said === 'moved')
  const due = moved && moved.date !== '' ? moved.date : occurrence.due
  const at = { ...occurrence, due, said, found }
  if (last?.said === 'done') return { ...at, state: 'done', doneOn: last.date }
  if (last?.said === 'missed') return { ...at, state: 'missed', doneOn: '' }
  const first = found[0]
  if (first && last?.said !== 'opened') return { ...at, state: 'done', doneOn: first.date }
  return { ...at, state: stateOf(due, today), doneOn: '' }
}

const ORDER: readonly VisitState[] = ['late', 'due', 'due_soon', 'planned', 'missed', 'done']

/** What needs somebody first, then by day. */
export const visitsInOrder = <V extends Pick<VisitNow, 'id' | 'state' | 'due'>>(
  visits: readonly V[],
): V[] =>
  [...visits].sort(
    (a, b) =>
      ORDER.indexOf(a.state) - ORDER.indexOf(b.state) ||
      a.due.localeCompare(b.due) ||
      a.id.localeCompare(b.id),
  )
