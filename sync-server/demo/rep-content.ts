import type { Fields } from '../../src/crdt/records.ts'
import { addDays, daysFromTo } from '../../src/domain/calendar/dates.ts'
import type { RecordId } from '../../src/domain/ids.ts'
import type { RecordType } from '../../src/domain/record.ts'
import type { Milestone } from '../../src/domain/rep/milestones.ts'
import { repItemRecord, repPlanRecord } from '../../src/domain/rep/plan.ts'
import { repOwnerRecord, repReviewRecord, repStatusRecord } from '../../src/domain/rep/progress.ts'
import { itemsFrom, REP_TEMPLATES } from '../../src/domain/rep/template.ts'
import {
  EMPTY_SEEN,
  EMPTY_VISIT,
  repSeenRecord,
  repSpendRecord,
  repVisitRecord,
  repWordRecord,
} from '../../src/domain/rep/work.ts'
import {
  CEO,
  PLAN_OF_STORY,
  EHT,
  HEAD,
  LINES,
  MENTOR,
  PLAN,
  READING_LEAD,
  ROLE_OF,
  REVIEWS,
  SHOWN_BY,
  STARTED,
  STORY_TODAY,
  VISITS,
  W1_REVIEW,
  W3_REVIEW,
} from './rep-story.ts'
import { momentOf } from './work/days.ts'
import { ALWAYS, type Hand, idOf } from './work/entries.ts'
import { nameOf } from './world.ts'

/** One record of the demonstration's plan, and into which of its two documents it goes. */
export interface RepEntry {
  readonly into: 'rep' | 'rep-work'
  readonly type: RecordType<unknown>
  readonly id: RecordId
  /** Milliseconds since 1970: when it was made, and when its choices were said. */
  readonly at: number
  readonly fields: Fields
}

/** A step of the plan's machines that was decided. */
export interface RepStep {
  readonly machine: 'rep' | 'rep-funding'
  readonly to: string
  readonly by: string
  /** Milliseconds since 1970. */
  readonly at: number
  /** Whole pounds of an approval, else null. */
  readonly gbp: number | null
}

export interface RepContent {
  readonly entries: readonly RepEntry[]
  readonly steps: readonly RepStep[]
}

const idFor = (key: string): RecordId => idOf(ALWAYS, `rep ${PLAN_OF_STORY.code} ${key}`)
const statusKey = (item: string) => `status ${item}`

/** Days and moments of the story, so many days later. */
function storyDays(shift: number) {
  const day = (story: string) => addDays(story, shift)
  return { day, at: (story: string, time: string) => momentOf(day(story), time) }
}
type StoryDays = ReturnType<typeof storyDays>

const entry =
  (into: RepEntry['into'], said = true) =>
  (key: string, type: RecordType<unknown>, { by, at }: Hand, fields: Fields): RepEntry => ({
    into,
    type,
    id: idFor(key),
    at,
    fields: { ...fields, ...(said && { role: ROLE_OF[by] ?? '' }), by, madeAt: at },
  })
const inPlan = entry('rep')
/** The plan itself is written by the trust: only what is said of it has a role. */
const ofPlan = entry('rep', false)
const inWork = entry('rep-work')

function planEntries({ day, at }: StoryDays): RepEntry[] {
  const hand = { by: EHT, at: at(STARTED, '09:10') }
  const [template] = REP_TEMPLATES
  const counts: Partial<Record<Milestone, number>> = {}
  const items = template ? itemsFrom(template) : []
  return [
    ofPlan('plan', repPlanRecord, hand, {
      ...PLAN,
      code: PLAN_OF_STORY.code,
      writtenOn: day(STARTED),
      startOn: day(STARTED),
    }),
    ...items.map((fields) => {
      const n = (counts[fields.milestone] ?? 0) + 1
      counts[fields.milestone] = n
      const key = `${fields.milestone}-${n}`
      return ofPlan(key, repItemRecord, hand, {
        ...fields,
        shows: nameOf(SHOWN_BY[key] ?? HEAD),
        owner: HEAD,
      })
    }),
  ]
}

function lineEntries({ day, at }: StoryDays): RepEntry[] {
  return LINES.flatMap(({ item, status, on, set, seen, count, visit, late }) => {
    const made = VISITS.find(({ key }) => key === visit)
    const seenOn = made?.date ?? on
    const hand = { by: visit ? MENTOR : HEAD, at: at(seenOn, visit ? '11:40' : '12:30') }
    const said = { late: late !== undefined, lateReason: late ?? '' }
    const review = REVIEWS.find(({ date }) => date === set)
    return [
      inWork(`seen ${item}`, repSeenRecord, hand, {
        ...EMPTY_SEEN,
        ...said,
        visit: made ? idFor(made.key) : '',
        item: idFor(item),
        on: day(seenOn),
        text: seen,
        count: count ?? null,
        proposed: status,
      }),
      inPlan(
        statusKey(item),
        repStatusRecord,
        { by: EHT, at: at(set, '16:00') },
        {
          ...said,
          item: idFor(item),
          status,
          on: day(on),
          review: review ? idFor(`review ${review.milestone}`) : '',
          replaces: [],
        },
      ),
    ]
  })
}

const visitEntries = ({ day, at }: StoryDays): RepEntry[] =>
  VISITS.map(({ key, date, nextVisit, ...visit }) =>
    inWork(
      key,
      repVisitRecord,
      { by: MENTOR, at: at(date, visit.end) },
      {
        ...EMPTY_VISIT,
        ...visit,
        date: day(date),
        nextVisit: nextVisit === '' ? '' : day(nextVisit),
        quarters: 14,
      },
    ),
  )

const reviewEntries = ({ day, at }: StoryDays): RepEntry[] =>
  REVIEWS.map(({ date, carried, ...review }) =>
    inPlan(
      `review ${review.milestone}`,
      repReviewRecord,
      { by: EHT, at: at(date, '16:05') },
      {
        ...review,
        date: day(date),
        carried: carried.map(idFor),
        heldAt: at(date, '16:40'),
      },
    ),
  )

function restEntries({ day, at }: StoryDays): RepEntry[] {
  return [
    inWork(
      'word w1-4',
      repWordRecord,
      { by: HEAD, at: at('2025-11-06', '15:50') },
      {
        of: { kind: 'seen', id: idFor('seen w1-4') },
        agrees: true,
        text: 'Year 5 waits for the printed steps.',
      },
    ),
    inPlan(
      'owner w1-4',
      repOwnerRecord,
      { by: EHT, at: at(W1_REVIEW, '16:20') },
      {
        item: idFor('w1-4'),
        from: HEAD,
        to: READING_LEAD,
        why: 'The reading lead sees every folder each week.',
        replaces: [],
      },
    ),
    inWork(
      'spend skips',
      repSpendRecord,
      { by: HEAD, at: at('2025-11-17', '08:50') },
      {
        what: 'Two skips',
        gbp: 480,
        on: day('2025-11-17'),
      },
    ),
  ]
}

const stepsOf = ({ at }: StoryDays): RepStep[] => [
  { machine: 'rep', to: 'issued', by: CEO, at: at(STARTED, '15:30'), gbp: null },
  { machine: 'rep-funding', to: 'approved', by: CEO, at: at('2025-11-04', '09:00'), gbp: 2400 },
  { machine: 'rep', to: 'w1-reviewed', by: EHT, at: at(W1_REVIEW, '16:40'), gbp: null },
  { machine: 'rep', to: 'w3-reviewed', by: EHT, at: at(W3_REVIEW, '16:40'), gbp: null },
]

/**
 * An education plan as it stood at the beginning of a day: what came later is left out.
 * @param today yyyy-mm-dd @param storyDay day of the story that is today
 */
export function repContent(today: string, storyDay = STORY_TODAY): RepContent {
  const days = storyDays(daysFromTo(storyDay, today))
  const before = momentOf(today, '00:00')
  const entries = [
    ...planEntries(days),
    ...visitEntries(days),
    ...lineEntries(days),
    ...reviewEntries(days),
    ...restEntries(days),
  ]
  return {
    entries: entries.filter(({ at }) => at < before),
    steps: stepsOf(days).filter(({ at }) => at < before),
  }
}
