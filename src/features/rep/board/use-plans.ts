import type { RepAccess } from '../../../domain/access/facts.ts'
import { may } from '../../../domain/access/table.ts'
import { documentName } from '../../../domain/documents.ts'
import { isoDate, repId } from '../../../domain/ids.ts'
import { itemsOf, planOf, repItemRecord, repPlanRecord } from '../../../domain/rep/plan.ts'
import { repOwnerRecord, repReviewRecord, repStatusRecord } from '../../../domain/rep/progress.ts'
import { nextMilestone, standingsOf } from '../../../domain/rep/statuses.ts'
import { milestonesDue } from '../../../domain/rep/weeks.ts'
import {
  repSeenRecord,
  repVisitRecord,
  repWordRecord,
  saidWords,
} from '../../../domain/rep/work.ts'
import { schoolYearOf } from '../../../domain/school-year.ts'
import { schoolRecord } from '../../../domain/trust.ts'
import { useDesk, useRecords } from '../../../store/react.tsx'
import { useCalendars } from '../../../store/use-calendars.ts'
import { type Located, useLocated } from '../../../store/use-located.ts'

/** Every plan that this person may open, as the lists of this device have it; null while they are looked up. */
export function usePlans(today: string) {
  const { me } = useDesk()
  const lists = {
    plans: useLocated(repPlanRecord),
    items: useLocated(repItemRecord),
    statuses: useLocated(repStatusRecord),
    owners: useLocated(repOwnerRecord),
    reviews: useLocated(repReviewRecord),
    visits: useLocated(repVisitRecord),
    seen: useLocated(repSeenRecord),
    words: useLocated(repWordRecord),
  }
  const schools = useRecords(schoolRecord, ['trust']).rows
  const inAYear = `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`
  const calendars = useCalendars([today, inAYear].map((day) => schoolYearOf(isoDate(day))))
  if (calendars === null || Object.values(lists).some(({ loading }) => loading)) return null
  const of = (rep: RepAccess) => {
    const [plan, work] = docsOf(rep)
    const own = <T>({ rows }: { rows: readonly Located<T>[] }, doc: string): T[] =>
      rows.filter((row) => row.doc === doc).map(({ record }) => record)
    const head = planOf(own(lists.plans, plan))
    const calendar = calendars.of(rep.urn)
    const { startOn = '', weeks = 'calendar' } = head ?? {}
    const due = milestonesDue({ startOn, weeks }, calendar)
    const reviews = own(lists.reviews, plan)
    const next = nextMilestone(reviews)
    const facts = {
      items: itemsOf(own(lists.items, plan), rep.stage === 'drafted'),
      statuses: own(lists.statuses, plan),
      owners: own(lists.owners, plan),
      reviews,
      seen: own(lists.seen, work),
      due,
    }
    return {
      rep,
      school: schools.find(({ urn }) => urn === rep.urn)?.name ?? `School ${rep.urn}`,
      plan: head,
      calendar,
      ...facts,
      visits: own(lists.visits, work),
      words: saidWords(own(lists.words, work)),
      standings: standingsOf(facts),
      next: due.find(({ milestone }) => milestone === next) ?? null,
    }
  }
  return (me.reps ?? [])
    .filter(({ id }) => may(me, 'read', { kind: 'rep', rep: repId(id) }))
    .map(of)
}

export type PlanListed = NonNullable<ReturnType<typeof usePlans>>[number]

const docsOf = ({ id }: RepAccess): readonly [plan: string, work: string] => [
  documentName({ kind: 'rep', rep: repId(id) }),
  documentName({ kind: 'rep-work', rep: repId(id) }),
]
