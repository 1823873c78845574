import { useMemo } from 'react'
import { settled } from '../../domain/choice.ts'
import { runRecord } from '../../domain/checks/run.ts'
import { parseDocumentName } from '../../domain/documents.ts'
import { isHeld } from '../../domain/peer-review/planning.ts'
import {
  type FoundEvidence,
  occurrencesOf,
  visitNow,
  type VisitNow,
} from '../../domain/schedule/occurrences.ts'
import { type VisitRule, visitRuleRecord } from '../../domain/schedule/rule.ts'
import { visitRecord } from '../../domain/schedule/visit.ts'
import { schoolYearOf } from '../../domain/school-year.ts'
import { addDays } from '../../domain/calendar/dates.ts'
import { isoDate } from '../../domain/ids.ts'
import { type Located, useLocatedRows } from '../../store/use-located.ts'
import { useDesk } from '../../store/react.tsx'
import { useCalendars } from '../../store/use-calendars.ts'
import { useSchoolsHere } from './use-schools.ts'

const urnOf = (doc: string): string => {
  const ref = parseDocumentName(doc)
  return ref.ok && 'urn' in ref.value ? ref.value.urn : ''
}

/** A rule that a school keeps for itself is that school's, whatever it says. */
const placed = ({ doc, record: row }: Located<VisitRule>): VisitRule =>
  doc === 'templates' ? row : { ...row, urn: urnOf(doc) }

/** Far enough ahead that a visit of the autumn is seen before the summer. */
const AHEAD_DAYS = 100

/** Finished checklists and reviews that were held: they show by themselves that a visit was made. */
function useEvidence(): readonly FoundEvidence[] | undefined {
  const { me } = useDesk()
  const runs = useLocatedRows(runRecord)
  return useMemo(() => {
    const finished = runs?.flatMap(({ doc, record: row }) => {
      if (settled(row.state) !== 'submitted' || row.removedAt !== null) return []
      const { key, job } = row.template
      return [{ urn: urnOf(doc), date: row.date, kind: '', template: key, job, id: row.id }]
    })
    const reviews = new Map(
      [...me.calendar, ...me.reviews].flatMap(({ id, urn, date, stage }) =>
        stage !== undefined && isHeld(stage)
          ? [[id, { urn, date, kind: 'peer_review', template: '', job: '', id }] as const]
          : [],
      ),
    )
    return finished && [...finished, ...reviews.values()]
  }, [runs, me])
}

export interface VisitsHere {
  readonly visits: readonly VisitNow[]
  readonly rules: readonly VisitRule[]
  readonly evidence: readonly FoundEvidence[]
  /** Years for which the trust has not written its calendar. */
  readonly unwritten: readonly string[]
}

/** Every visit of this school year that this person may read, reckoned from the rules on this device. */
export function useVisits(): VisitsHere | null {
  const { me } = useDesk()
  const schools = useSchoolsHere()
  const filed = useLocatedRows(visitRuleRecord)
  const said = useLocatedRows(visitRecord)
  const evidence = useEvidence()
  const years = [...new Set([me.today, isoDate(addDays(me.today, AHEAD_DAYS))].map(schoolYearOf))]
  const calendars = useCalendars(years)
  const urns = schools.map(({ urn }) => urn).join(' ')
  const named = years.join(' ')
  return useMemo(() => {
    if (!filed || !said || !evidence || !calendars) return null
    const rules = filed.map(placed).filter(({ removedAt }) => removedAt === null)
    const rows = said.map(({ record: row }) => row)
    const asked = named.split(' ')
    const here = urns.split(' ').filter((urn) => urn !== '')
    const visits = here.flatMap((urn) =>
      rules.flatMap((rule) =>
        asked.flatMap((year) => occurrencesOf(rule, urn, calendars.of(urn), year)),
      ),
    )
    return {
      rules,
      evidence,
      visits: visits.map((visit) => visitNow(visit, rows, evidence, me.today)),
      unwritten: asked.filter(calendars.unwritten),
    }
  }, [filed, said, evidence, calendars, urns, named, me.today])
}
