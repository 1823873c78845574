import type { MilestoneDue } from '../../src/domain/rep/weeks.ts'
import type { RecordType } from '../../src/domain/record.ts'
import {
  type RepItem,
  repItemRecord,
  type RepPlan,
  repPlanRecord,
} from '../../src/domain/rep/plan.ts'
import {
  type RepOwner,
  repOwnerRecord,
  type RepReview,
  repReviewRecord,
  type RepStatus,
  repStatusRecord,
} from '../../src/domain/rep/progress.ts'
import {
  type ItemStanding,
  type ProgressFacts,
  standingsOf,
} from '../../src/domain/rep/statuses.ts'
import {
  type RepSeen,
  repSeenRecord,
  type RepSpend,
  repSpendRecord,
  type RepVisit,
  repVisitRecord,
  type RepWord,
  repWordRecord,
} from '../../src/domain/rep/work.ts'

/** A record as the app reads it, with what its type needs filled in. */
function made<T>(type: RecordType<T>, usual: object, id: string, fields: object): T {
  const read = type.read({
    type: type.type,
    v: type.version,
    by: 'p02',
    madeAt: 1,
    ...usual,
    ...fields,
    id,
  })
  if (!read.ok) throw new Error(`${type.type} ${id}: ${JSON.stringify(read.error)}`)
  return read.value
}

const WHOLE_PLAN = {
  code: 'REP-1',
  writtenOn: '2026-11-02',
  why: 'Rooms differ too much.',
  priority1: 'Calm rooms',
  success: 'Pupils know the next step in their reading.',
  startOn: '2026-11-02',
}

export const aPlan = (fields: Partial<RepPlan> = {}): RepPlan =>
  made(repPlanRecord, WHOLE_PLAN, fields.id ?? 'plan', fields)

export const anItem = (id: string, fields: Partial<RepItem> = {}): RepItem =>
  made(
    repItemRecord,
    { milestone: 'w1', order: id, text: `Item ${id}`, evidenceExpected: 'A look', owner: 'p03' },
    id,
    fields,
  )

export const aStatus = (id: string, fields: Partial<RepStatus> = {}): RepStatus =>
  made(repStatusRecord, { item: 'a', status: 'met', on: '2026-11-06', role: 'EHT' }, id, fields)

export const anOwner = (id: string, fields: Partial<RepOwner> = {}): RepOwner =>
  made(repOwnerRecord, { item: 'a', from: 'p03', to: 'p23', role: 'EHT' }, id, fields)

export const aReview = (id: string, fields: Partial<RepReview> = {}): RepReview =>
  made(
    repReviewRecord,
    {
      role: 'EHT',
      milestone: 'w1',
      date: '2026-11-09',
      present: ['p02', 'p03'],
      decision: 'continue',
    },
    id,
    fields,
  )

export const aVisit = (id: string, fields: Partial<RepVisit> = {}): RepVisit =>
  made(repVisitRecord, { by: 'p08', date: '2026-11-05', start: '08:30', end: '12:00' }, id, fields)

export const aSeen = (
  id: string,
  fields: Partial<Omit<RepSeen, 'proposed'>> & { readonly proposed?: string | null } = {},
): RepSeen => {
  const { proposed = null, ...rest } = fields
  return made(
    repSeenRecord,
    { by: 'p08', role: 'Mentor', item: 'a', on: '2026-11-05', text: 'Seen in four rooms.' },
    id,
    { ...rest, proposed: [{ value: proposed, device: 'tablet', at: 1 }] },
  )
}

export const aWord = (id: string, fields: Partial<RepWord> = {}): RepWord =>
  made(repWordRecord, { by: 'p03', of: { kind: 'seen', id: 's' }, agrees: true }, id, fields)

export const aSpend = (id: string, fields: Partial<RepSpend> = {}): RepSpend =>
  made(repSpendRecord, { what: 'Books', gbp: 100, on: '2026-11-06' }, id, fields)

export const standingsIn = (facts: Partial<ProgressFacts>): ItemStanding[] =>
  standingsOf({
    items: [anItem('a'), anItem('b')],
    statuses: [],
    owners: [],
    reviews: [],
    seen: [],
    due: [],
    ...facts,
  })

export const aDue = (milestone: MilestoneDue['milestone'], due: string): MilestoneDue => ({
  milestone,
  due,
  inCalendarWeeks: due,
  inSchoolWeeks: due,
  falls: 'school',
  remindOn: null,
})
