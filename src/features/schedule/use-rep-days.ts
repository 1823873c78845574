import type { RecordType } from '../../domain/record.ts'
import { headOfSchool } from '../../domain/access/held.ts'
import { leadsReps } from '../../domain/access/reps.ts'
import { may } from '../../domain/access/table.ts'
import { documentName } from '../../domain/documents.ts'
import { isoDate, repId } from '../../domain/ids.ts'
import { repDays, type RepDay } from '../../domain/rep/days.ts'
import { planOf, repPlanRecord } from '../../domain/rep/plan.ts'
import { repReviewRecord } from '../../domain/rep/progress.ts'
import { milestonesDue } from '../../domain/rep/weeks.ts'
import { repVisitRecord } from '../../domain/rep/work.ts'
import { stateOf, type VisitState } from '../../domain/schedule/occurrences.ts'
import { schoolYearOf } from '../../domain/school-year.ts'
import { schoolRecord } from '../../domain/trust.ts'
import { useDesk, useRecords } from '../../store/react.tsx'
import { useCalendars } from '../../store/use-calendars.ts'
import { useLocatedRows } from '../../store/use-located.ts'

/** A day of a rapid enhancement plan in the list of visits. */
export interface RepDayHere extends RepDay {
  readonly state: VisitState
  readonly school: string
  /** A mentor's own visit, or a review that this person is asked to: who leads plans there, and the head. */
  readonly isMine: boolean
}

function useIn<T>(type: RecordType<T>): ((doc: string) => readonly T[]) | null {
  const rows = useLocatedRows(type)
  return rows ? (doc) => rows.flatMap((one) => (one.doc === doc ? [one.record] : [])) : null
}

/** Mentors' visits and milestone reviews of every plan that this person may read, from the plans themselves. */
export function useRepDays(): readonly RepDayHere[] {
  const { me } = useDesk()
  const plans = useIn(repPlanRecord)
  const reviews = useIn(repReviewRecord)
  const visits = useIn(repVisitRecord)
  const schools = useRecords(schoolRecord, ['trust']).rows
  const year = Number(me.today.slice(0, 4))
  const calendars = useCalendars(
    [year - 1, year, year + 1].map((one) => schoolYearOf(isoDate(`${one}-10-01`))),
  )
  if (!plans || !reviews || !visits || !calendars) return []
  return (me.reps ?? []).flatMap((rep) => {
    const ref = { kind: 'rep', rep: repId(rep.id) } as const
    if (!may(me, 'read', ref)) return []
    const doc = documentName(ref)
    const head = planOf(plans(doc))
    if (head === null) return []
    const due = milestonesDue(head, calendars.of(rep.urn))
    const facts = {
      visits: visits(documentName({ ...ref, kind: 'rep-work' })),
      reviews: reviews(doc),
      due,
    }
    const isAsked = leadsReps(me, rep) || headOfSchool(me, rep.urn) === me.person
    const school = schools.find(({ urn }) => urn === rep.urn)?.name ?? `School ${rep.urn}`
    return repDays(rep, facts, me.today).map((day) => ({
      ...day,
      school,
      isMine: day.kind === 'rep_mentor' ? rep.mentors.includes(me.person) : isAsked,
      state: day.doneOn === '' ? stateOf(day.due, me.today) : ('done' as const),
    }))
  })
}
