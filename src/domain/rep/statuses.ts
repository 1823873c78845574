import { daysFromTo } from '../calendar/dates.ts'
import { settled } from '../choice.ts'
import { lateNeeds } from './evidence.ts'
import { type ItemStatus, itemStatusWords, type Milestone, MILESTONE_NAMES } from './milestones.ts'
import type { RepItem } from './plan.ts'
import {
  byTime,
  type RepOwner,
  type RepReview,
  type RepStatus,
  reviewsHeld,
  standing,
} from './progress.ts'
import type { MilestoneDue } from './weeks.ts'
import { live, type RepSeen } from './work.ts'

/** What somebody proposes an item to be, on the evidence of one record. */
export interface Proposed {
  readonly seen: RepSeen
  readonly by: string
  readonly status: ItemStatus
  readonly late: boolean
  readonly lateReason: string
}

/** Where one item stands, with everything said of it. */
export interface ItemStanding {
  readonly item: RepItem
  /** What CEO or EHT set and nobody set again; several where two set it apart. Both are kept. */
  readonly set: readonly RepStatus[]
  /** 'not_started' while nothing is set, null where what was set apart differs and a person must set it again. */
  readonly status: ItemStatus | null
  readonly late: boolean
  /** Each person's last proposal since it was last set, the first made first, those that agree with it left out. */
  readonly waiting: readonly Proposed[]
  /** Two people propose different things. */
  readonly differ: boolean
  /** Evidence, the first first. */
  readonly seen: readonly RepSeen[]
  readonly owner: string
  /** Changes of owner, the first first: every name stays. */
  readonly owners: readonly RepOwner[]
  /** Milestones whose review carried it forward while it is not met. */
  readonly carriedFrom: readonly Milestone[]
  /** yyyy-mm-dd, or '' while the plan has no start. */
  readonly due: string
}

/** Everything a plan's progress is read from. */
export interface ProgressFacts {
  /** As `itemsOf` gives them. */
  readonly items: readonly RepItem[]
  readonly statuses: readonly RepStatus[]
  readonly owners: readonly RepOwner[]
  readonly reviews: readonly RepReview[]
  readonly seen: readonly RepSeen[]
  readonly due: readonly MilestoneDue[]
}

const byDay = (a: RepSeen, b: RepSeen) => a.on.localeCompare(b.on) || byTime(a, b)

function proposalsIn(seen: readonly RepSeen[]): Proposed[] {
  const last = new Map<string, Proposed>()
  for (const one of [...seen].sort(byTime)) {
    const status = settled(one.proposed)
    if (status === null) continue
    const { by, late, lateReason } = one
    last.delete(by)
    last.set(by, { seen: one, by, status, late, lateReason })
  }
  return [...last.values()]
}

/** Whether several that were set apart say the same. */
const oneOf = (set: readonly RepStatus[]): ItemStatus | null => {
  const values = new Set(set.map(({ status }) => status))
  const [first = 'not_started'] = values
  return values.size > 1 ? null : first
}

function standingOf(item: RepItem, facts: ProgressFacts): ItemStanding {
  const set = standing(facts.statuses.filter((one) => one.item === item.id))
  const last = set.at(-1)
  const status = oneOf(set)
  const late = last?.late ?? false
  const seen = live(facts.seen)
    .filter((one) => one.item === item.id)
    .sort(byDay)
  const waiting = proposalsIn(seen).filter(
    (one) =>
      (last === undefined || one.seen.madeAt > last.madeAt) &&
      (one.status !== status || one.late !== late),
  )
  const owners = facts.owners.filter((one) => one.item === item.id).sort(byTime)
  const carriedFrom = reviewsHeld(facts.reviews)
    .filter(({ carried }) => status !== 'met' && carried.includes(item.id))
    .map(({ milestone }) => milestone)
  return {
    item,
    set,
    status,
    late,
    waiting,
    differ: new Set(waiting.map((one) => one.status)).size > 1,
    seen,
    owner: standing(owners).at(-1)?.to ?? item.owner,
    owners,
    carriedFrom: [...new Set(carriedFrom)],
    due: facts.due.find(({ milestone }) => milestone === item.milestone)?.due ?? '',
  }
}

/** Every item of a plan with where it stands: none is left out (C16). */
export const standingsOf = (facts: ProgressFacts): ItemStanding[] =>
  facts.items.map((item) => standingOf(item, facts))

/** "Partly met", "Not met: late, not failed"; while two differ, both with "or". */
export const standingWords = ({ set, status, late }: ItemStanding): string =>
  status === null
    ? [...new Set(set.map((one) => itemStatusWords(one.status, one.late)))].join(' or ')
    : itemStatusWords(status, late && status !== 'met')

/** Items of a milestone that its review carries forward: all that are not met, by name (C16). */
export const carriedBy = (
  standings: readonly ItemStanding[],
  milestone: Milestone,
): ItemStanding[] =>
  standings.filter(({ item, status }) => item.milestone === milestone && status !== 'met')

/** Items that an earlier review carried forward and that are not met yet. */
export const stillCarried = (standings: readonly ItemStanding[]): ItemStanding[] =>
  standings.filter(({ carriedFrom }) => carriedFrom.length > 0)

/** The milestone that is looked at next, or null once all three have been. */
export const nextMilestone = (reviews: readonly RepReview[]): Milestone | null => {
  const held = new Set(reviewsHeld(reviews).map(({ milestone }) => milestone))
  return MILESTONE_NAMES.find((milestone) => !held.has(milestone)) ?? null
}

/**
 * How many days an item is behind its day: met so many days late, or not met and so many days past.
 * Below 0 when it was met early, null while its day is to come and it is not met. @param today yyyy-mm-dd
 */
export function driftOf({ set, status, due }: ItemStanding, today: string): number | null {
  if (due === '') return null
  if (status === 'met') return daysFromTo(due, set.at(-1)?.on ?? due)
  return today > due ? daysFromTo(due, today) : null
}

/** "Met 3 days before its day", "On its day", "4 days behind", or '' where there is nothing to say. */
export function driftWords(standing: ItemStanding, today: string): string {
  const days = (n: number) => `${n} ${n === 1 ? 'day' : 'days'}`
  const drift = driftOf(standing, today)
  if (drift === null) return ''
  if (standing.status !== 'met') return `${days(drift)} behind`
  if (drift === 0) return 'Met on its day'
  return drift < 0 ? `Met ${days(-drift)} before its day` : `Met ${days(drift)} after its day`
}

/** How many items stand where; what was set apart and differs is counted by itself. */
export function tallyOf(
  standings: readonly ItemStanding[],
): Readonly<Record<ItemStatus | 'differs', number>> {
  const tally = { not_started: 0, partly_met: 0, met: 0, not_met: 0, differs: 0 }
  for (const { status } of standings) tally[status ?? 'differs']++
  return tally
}

/** What a status still needs before it is set or proposed. @param today yyyy-mm-dd @returns words for people */
export function statusNeeds(
  draft: Pick<RepStatus, 'status' | 'on' | 'late' | 'lateReason'>,
  today: string,
): string[] {
  const { status, on, late, lateReason } = draft
  return [
    ...(on === '' ? ['Say on which day it was so.'] : []),
    ...(on > today ? ['The day is still to come: say it on the day.'] : []),
    ...lateNeeds(status, late, lateReason),
  ]
}
