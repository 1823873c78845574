import type { Fields } from '../../crdt/records.ts'
import { type RepAccess, repOf } from '../../domain/access/facts.ts'
import { may } from '../../domain/access/table.ts'
import { schoolRoles, trustRoles } from '../../domain/access/held.ts'
import type { SchoolCalendar } from '../../domain/calendar/school-calendar.ts'
import { documentName } from '../../domain/documents.ts'
import { repId } from '../../domain/ids.ts'
import type { RecordType } from '../../domain/record.ts'
import { itemsOf, planOf, repItemRecord, repPlanRecord } from '../../domain/rep/plan.ts'
import { repOwnerRecord, repReviewRecord, repStatusRecord } from '../../domain/rep/progress.ts'
import { standingsOf } from '../../domain/rep/statuses.ts'
import { milestonesDue } from '../../domain/rep/weeks.ts'
import {
  repSeenRecord,
  repSpendRecord,
  repVisitRecord,
  repWordRecord,
  saidWords,
} from '../../domain/rep/work.ts'
import type { Role } from '../../domain/roles.ts'
import { schoolYearOf } from '../../domain/school-year.ts'
import { isoDate } from '../../domain/ids.ts'
import { schoolRecord } from '../../domain/trust.ts'
import { useDesk, useRecords } from '../../store/react.tsx'
import { useCalendars } from '../../store/use-calendars.ts'
import { type LiveDocument, useDocument } from '../../store/use-document.ts'
import { type RepDecisions, useRepDecisions } from '../../store/use-rep-decisions.ts'
import { useAddress } from './paths.ts'

/** Roles in which somebody has a part in a plan, the weightiest first. */
const ROLES: readonly Role[] = ['CEO', 'EHT', 'CFO', 'Head', 'HoS', 'Mentor']

/** Everything that the two documents of a plan hold, read as of now. */
function readRep(plan: LiveDocument, work: LiveDocument, drafted: boolean) {
  const lists = {
    plans: plan.all(repPlanRecord),
    items: plan.all(repItemRecord),
    statuses: plan.all(repStatusRecord),
    owners: plan.all(repOwnerRecord),
    reviews: plan.all(repReviewRecord),
    visits: work.all(repVisitRecord),
    seen: work.all(repSeenRecord),
    words: work.all(repWordRecord),
    spends: work.all(repSpendRecord),
  }
  return {
    plan: planOf(lists.plans.rows),
    items: itemsOf(lists.items.rows, drafted),
    statuses: lists.statuses.rows,
    owners: lists.owners.rows,
    reviews: lists.reviews.rows,
    visits: lists.visits.rows,
    seen: lists.seen.rows,
    words: saidWords(lists.words.rows),
    unsaid: lists.words.rows.filter(({ unsaid }) => unsaid),
    spends: lists.spends.rows,
    unreadable: Object.values(lists).reduce((sum, { unreadable }) => sum + unreadable, 0),
  }
}

type Adds = (type: RecordType<unknown>, fields: Fields) => string | null

/** A plan as this device holds it. */
export interface RepHere extends ReturnType<typeof readRep> {
  readonly rep: RepAccess
  readonly school: string
  readonly calendar: SchoolCalendar
  readonly decided: RepDecisions
  readonly drafted: boolean
  readonly due: ReturnType<typeof milestonesDue>
  /** Every item with where it stands: none is left out (C16). */
  readonly standings: ReturnType<typeof standingsOf>
  /** In which role I have a part in it; '' where I only read. */
  readonly role: string
  /** Whether the plan, its statuses and its reviews are mine to write. */
  readonly writesPlan: boolean
  /** Whether visits, evidence and words are mine to write. */
  readonly writesWork: boolean
  readonly planDoc: LiveDocument
  readonly workDoc: LiveDocument
  /** Makes a record by me, now and in my role: of the plan, or of the work on it. */
  readonly addToPlan: Adds
  readonly addToWork: Adds
}

export type RepFound =
  | { readonly kind: 'not-open' }
  | { readonly kind: 'opening' }
  | { readonly kind: 'here'; readonly here: RepHere }

/** The plan of the address. @param today yyyy-mm-dd */
export function useRep(today: string): RepFound {
  const { me, now } = useDesk()
  const id = useAddress()('rep')
  const ref = { kind: 'rep', rep: repId(id) } as const
  const workRef = { ...ref, kind: 'rep-work' } as const
  const planDoc = useDocument(documentName(ref))
  const workDoc = useDocument(documentName(workRef))
  const decided = useRepDecisions(id)
  const schools = useRecords(schoolRecord, ['trust']).rows
  const year = schoolYearOf(isoDate(today))
  const calendars = useCalendars([year, schoolYearOf(isoDate(nextYear(today)))])
  const rep = repOf(me, id)
  if (!rep || !may(me, 'read', ref)) return { kind: 'not-open' }
  if (!planDoc.ready || !workDoc.ready || calendars === null || decided.plan.loading)
    return { kind: 'opening' }
  const drafted = decided.plan.stage === 'drafted'
  const read = readRep(planDoc, workDoc, drafted)
  const calendar = calendars.of(rep.urn)
  const { startOn = '', weeks = 'calendar' } = read.plan ?? {}
  const due = milestonesDue({ startOn, weeks }, calendar)
  const held = [...trustRoles(me), ...schoolRoles(me, rep.urn)]
  const role = ROLES.find((one) => held.includes(one)) ?? ''
  const made = { by: me.person, role }
  return {
    kind: 'here',
    here: {
      ...read,
      rep,
      school: schools.find(({ urn }) => urn === rep.urn)?.name ?? `School ${rep.urn}`,
      calendar,
      decided,
      drafted,
      due,
      standings: standingsOf({ ...read, due }),
      role,
      writesPlan: !planDoc.readOnly && may(me, 'write', ref),
      writesWork: !workDoc.readOnly && may(me, 'write', workRef),
      planDoc,
      workDoc,
      addToPlan: (type, fields) => planDoc.create(type, { ...made, madeAt: now(), ...fields }),
      addToWork: (type, fields) => workDoc.create(type, { ...made, madeAt: now(), ...fields }),
    },
  }
}

const nextYear = (today: string) => `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`
