import { z } from 'zod'
import type { AccessFacts, CalendarEntry, ReviewAccess } from '../access/facts.ts'
import type { Urn } from '../ids.ts'
import { type Role, rolesAt } from '../roles.ts'
import { hasReached, isOff } from './stage-order.ts'

/** About six (C6): from the fewest to the most reviewers that need no reason. */
const FEWEST = 5
const MOST = 7
/** Nobody reviews with more; a longer list is a mistake. */
const TEAM_LIMIT = 20

const PLANNERS: readonly Role[] = ['CEO', 'EHT', 'Central AHT']
const HOSTS: readonly Role[] = ['Head', 'HoS']

const person = z.string().regex(/^[A-Za-z0-9-]{1,40}$/)

/** What may change about a review after it was planned. */
export const reviewChangeSchema = z.object({
  /** yyyy-mm-dd */
  date: z.iso.date(),
  lead: person,
  /** Everybody on the team, the lead and the head among them. */
  reviewers: z.array(person).max(TEAM_LIMIT),
  blindFirst: z.boolean(),
  /** Why the team is not about six; '' while it is. */
  teamReason: z.string().trim().max(600).default(''),
})
export type ReviewChange = z.infer<typeof reviewChangeSchema>

/** A review as somebody plans it. Its id is made on their device: sent twice, it is one review. */
export const reviewPlanSchema = reviewChangeSchema.extend({
  id: z.string().regex(/^[A-Za-z0-9-]{8,40}$/),
  urn: z.string().regex(/^\d{6}$/),
})
export type ReviewPlan = z.infer<typeof reviewPlanSchema>

/** Why a plan, or a change of one, is not taken. */
export type PlanFault =
  | 'not-allowed'
  | 'lead-not-on-team'
  | 'needs-reason'
  | 'date-past'
  | 'already-planned'
  | 'day-started'
  | 'too-late'

/** Whether somebody may plan any school's reviews today. */
export const plansEverywhere = (facts: AccessFacts): boolean =>
  rolesAt(facts.roles, facts.today, null).some((role) => PLANNERS.includes(role))

/** Whether somebody may plan this school's reviews today. */
export const mayPlan = (facts: AccessFacts, urn: string): boolean =>
  rolesAt(facts.roles, facts.today, urn as Urn).some((role) => HOSTS.includes(role)) ||
  plansEverywhere(facts)

export type TeamFault = 'head-not-on-team' | 'lead-not-on-team' | 'not-about-six'

interface Team {
  readonly lead: string | null
  /** Everybody, the lead among them. */
  readonly reviewers: readonly string[]
}

/**
 * What to say of a team: the head taken off is shown (C5), a size other than about six asks
 * for a reason (C6), a lead who is not on it is refused.
 * @param head who leads the school, or null if that is not known
 */
export function teamFaults({ lead, reviewers }: Team, head: string | null): TeamFault[] {
  const size = new Set(reviewers).size
  return [
    ...(head !== null && !reviewers.includes(head) ? (['head-not-on-team'] as const) : []),
    ...(lead !== null && !reviewers.includes(lead) ? (['lead-not-on-team'] as const) : []),
    ...(size < FEWEST || size > MOST ? (['not-about-six'] as const) : []),
  ]
}

/** The day was done: its answers are agreed. */
export const isHeld = (stage: string): boolean => hasReached(stage, 'synthesised')

function faultOfTeam(change: ReviewChange): PlanFault | null {
  const faults = teamFaults(change, null)
  if (faults.includes('lead-not-on-team')) return 'lead-not-on-team'
  return faults.includes('not-about-six') && change.teamReason.trim() === '' ? 'needs-reason' : null
}

const isTaken = (calendar: readonly CalendarEntry[], id: string, urn: string, date: string) =>
  calendar.some((one) => one.id !== id && one.urn === urn && one.date === date && !isOff(one.stage))

/**
 * Whether this person may plan this review now. Pure: the device asks before it sends, the
 * relay with the rights of the day it arrives.
 * @returns null if they may
 */
export function judgePlan(facts: AccessFacts, plan: ReviewPlan): PlanFault | null {
  if (!mayPlan(facts, plan.urn)) return 'not-allowed'
  if (plan.date < facts.today) return 'date-past'
  if (isTaken(facts.calendar, plan.id, plan.urn, plan.date)) return 'already-planned'
  return faultOfTeam(plan)
}

/**
 * Whether this person may change this review now. Once the day has begun its date and the
 * promise that notes stay private stand; once its answers are agreed nobody joins or leaves,
 * or the findings could be read by who was not there (C3).
 */
export function judgeChange(
  facts: AccessFacts,
  review: ReviewAccess,
  stage: string,
  change: ReviewChange,
): PlanFault | null {
  if (!mayPlan(facts, review.urn)) return 'not-allowed'
  if (isOff(stage) || isHeld(stage)) return 'too-late'
  const moved = change.date !== review.date
  const begun = hasReached(stage, 'on_the_day')
  if (begun && (moved || change.blindFirst !== review.blindFirst)) return 'day-started'
  if (moved && change.date < facts.today) return 'date-past'
  if (moved && isTaken(facts.calendar, review.id, review.urn, change.date)) return 'already-planned'
  return faultOfTeam(change)
}

/** A planned review as the relay keeps it: the lead apart from the others. */
export const teamApart = ({ lead, reviewers }: ReviewChange) => ({
  lead,
  reviewers: [...new Set(reviewers)].filter((one) => one !== lead),
})

/** September to August, e.g. "2026-27". @param date yyyy-mm-dd */
export function schoolYearOf(date: string): string {
  const year = Number(date.slice(0, 4)) - (date.slice(5, 7) < '09' ? 1 : 0)
  return `${year}-${String((year + 1) % 100).padStart(2, '0')}`
}

export interface ReviewOwed {
  readonly urn: string
  readonly name: string
  /** kept: its answers are agreed. planned: one is to come. owed: none is planned. */
  readonly is: 'kept' | 'planned' | 'owed'
  /** yyyy-mm-dd of the review that counts; null while one is owed. */
  readonly date: string | null
}

/**
 * At least one review a school a year (C9). Schools by name: an order of merit would compare them.
 * @param schoolYear e.g. "2026-27"
 */
export function reviewsOwed(
  schools: readonly { readonly urn: string; readonly name: string }[],
  calendar: readonly CalendarEntry[],
  schoolYear: string,
): ReviewOwed[] {
  const counts = calendar
    .filter(({ date, stage }) => schoolYearOf(date) === schoolYear && !isOff(stage))
    .sort((a, b) => a.date.localeCompare(b.date))
  return [...schools]
    .sort((a, b) => a.name.localeCompare(b.name, 'en-GB') || a.urn.localeCompare(b.urn))
    .map(({ urn, name }) => {
      const own = counts.filter((one) => one.urn === urn)
      const held = own.find(({ stage }) => isHeld(stage))
      const is = held ? 'kept' : own.length > 0 ? 'planned' : 'owed'
      return { urn, name, is, date: (held ?? own[0])?.date ?? null }
    })
}
