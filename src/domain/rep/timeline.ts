import type { Decision } from '../decisions.ts'
import { type ItemStatus, type Milestone } from './milestones.ts'
import { byTime, type RepOwner, type RepReview, type RepStatus, reviewsHeld } from './progress.ts'
import { settled } from '../choice.ts'
import type { MilestoneDue } from './weeks.ts'
import { live, type RepSeen, type RepSpend, type RepVisit, type RepWord } from './work.ts'

/** What a line of the timeline tells, with the ids it is about. */
export type Told =
  | { readonly kind: 'due'; readonly milestone: Milestone }
  | { readonly kind: 'visit'; readonly visit: RepVisit }
  | { readonly kind: 'seen'; readonly item: string; readonly seen: RepSeen }
  | {
      readonly kind: 'proposed'
      readonly item: string
      readonly status: ItemStatus
      readonly late: boolean
      readonly reason: string
    }
  | {
      readonly kind: 'set'
      readonly item: string
      /** What stood before; null where two things did. */
      readonly from: ItemStatus | null
      readonly status: ItemStatus
      readonly late: boolean
      readonly reason: string
    }
  | {
      readonly kind: 'owner'
      readonly item: string
      readonly from: string
      readonly to: string
      readonly reason: string
    }
  | { readonly kind: 'word'; readonly word: RepWord }
  | { readonly kind: 'review'; readonly review: RepReview }
  | { readonly kind: 'spend'; readonly spend: RepSpend }
  | {
      readonly kind: 'decision'
      readonly machine: string
      readonly from: string
      readonly to: string
      readonly reason: string | null
    }

/** One line: on which day it was so, who said it in which role, and when. */
export interface TimelineLine {
  readonly id: string
  /** yyyy-mm-dd */
  readonly on: string
  /** Milliseconds since 1970 by the writer's clock; null for a day that is due. */
  readonly at: number | null
  /** Person id, '' for a day that is due. */
  readonly by: string
  /** Role in which it was said; '' where none is kept with it. */
  readonly role: string
  readonly told: Told
}

export interface TimelineFacts {
  readonly due: readonly MilestoneDue[]
  readonly statuses: readonly RepStatus[]
  readonly owners: readonly RepOwner[]
  readonly reviews: readonly RepReview[]
  readonly visits: readonly RepVisit[]
  readonly seen: readonly RepSeen[]
  readonly words: readonly RepWord[]
  readonly spends: readonly RepSpend[]
  /** Of the machines of this plan and its money, confirmed. */
  readonly decisions: readonly Decision[]
  /** The day of a moment by the schools' clock, yyyy-mm-dd. */
  readonly dayOf: (at: number) => string
}

type Made = {
  readonly id: string
  readonly by: string
  readonly madeAt: number
  readonly role: string
}

const line = (of: Made, on: string, told: Told): TimelineLine => ({
  id: `${told.kind} ${of.id}`,
  on,
  at: of.madeAt,
  by: of.by,
  role: of.role,
  told,
})

/** Each setting of a status with what stood before it: several that were set apart each have the same. */
function settings(statuses: readonly RepStatus[], dayOf: TimelineFacts['dayOf']): TimelineLine[] {
  const byId = new Map(statuses.map((status) => [status.id, status]))
  return [...statuses].sort(byTime).map((one) => {
    const before = new Set(one.replaces.flatMap((id) => byId.get(id)?.status ?? []))
    const [first = 'not_started'] = before
    const told = {
      kind: 'set' as const,
      item: one.item,
      from: before.size > 1 ? null : first,
      status: one.status,
      late: one.late,
      reason: one.lateReason,
    }
    return line(one, dayOf(one.madeAt), told)
  })
}

/** Evidence, and beside it what it is proposed to show. */
function evidence(seen: readonly RepSeen[]): TimelineLine[] {
  return live(seen).flatMap((one) => {
    const { item, late } = one
    const status = settled(one.proposed)
    const shown = one.text.trim() !== '' || one.count !== null || one.link !== ''
    return [
      ...(shown || status === null ? [line(one, one.on, { kind: 'seen', item, seen: one })] : []),
      ...(status === null
        ? []
        : [
            line(one, one.on, {
              kind: 'proposed',
              item,
              status,
              late,
              reason: late ? one.lateReason : '',
            }),
          ]),
    ]
  })
}

/** Where the days are the same, what is due comes first and a decision last. */
const ORDER: readonly Told['kind'][] = [
  'due',
  'visit',
  'seen',
  'proposed',
  'word',
  'owner',
  'set',
  'spend',
  'review',
  'decision',
]

const inTime = (a: TimelineLine, b: TimelineLine): number =>
  a.on.localeCompare(b.on) ||
  ORDER.indexOf(a.told.kind) - ORDER.indexOf(b.told.kind) ||
  (a.at ?? 0) - (b.at ?? 0) ||
  (a.id < b.id ? -1 : 1)

/** Everything that happened to a plan and everything that is due, in order of the days. */
export function timelineOf(facts: TimelineFacts): TimelineLine[] {
  const { due, statuses, owners, reviews, visits, words, spends, decisions, dayOf } = facts
  const dueLines = due.map(({ milestone, due: on }): TimelineLine => ({
    id: `due ${milestone}`,
    on,
    at: null,
    by: '',
    role: '',
    told: { kind: 'due', milestone },
  }))
  return [
    ...dueLines,
    ...live(visits).map((visit) => line(visit, visit.date, { kind: 'visit', visit })),
    ...evidence(facts.seen),
    ...settings(statuses, dayOf),
    ...owners.map((one) =>
      line(one, dayOf(one.madeAt), {
        kind: 'owner',
        item: one.item,
        from: one.from,
        to: one.to,
        reason: one.why,
      }),
    ),
    ...words.map((word) => line(word, dayOf(word.madeAt), { kind: 'word', word })),
    ...reviewsHeld(reviews).map((review) => ({
      ...line(review, review.date, { kind: 'review', review }),
      at: review.heldAt,
    })),
    ...live(spends).map((spend) => line(spend, spend.on, { kind: 'spend', spend })),
    ...decisions.map(({ machine, from, to, reason, ...made }) =>
      line(made, dayOf(made.madeAt), { kind: 'decision', machine, from, to, reason }),
    ),
  ].sort(inTime)
}

const MOVES: readonly Told['kind'][] = ['proposed', 'set', 'owner', 'review', 'decision']

/** What moved and who moved it, the latest first, so that nobody learns it by rumour. @param since milliseconds since 1970 */
export const movementsSince = (timeline: readonly TimelineLine[], since: number): TimelineLine[] =>
  timeline
    .filter(({ told, at }) => at !== null && at > since && MOVES.includes(told.kind))
    .sort((a, b) => (b.at ?? 0) - (a.at ?? 0) || (a.id < b.id ? -1 : 1))

/** The lines that speak of one item, in order. */
export const linesOfItem = (timeline: readonly TimelineLine[], item: string): TimelineLine[] =>
  timeline.filter(({ told }) => 'item' in told && told.item === item)
