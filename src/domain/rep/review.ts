import { type Milestone, MILESTONE_NAMES, milestoneWords, type RepKind } from './milestones.ts'
import { byTime, REVIEW_NOTE_LENGTH, type RepReview } from './progress.ts'
import { carriedBy, type ItemStanding, standingWords, stillCarried } from './statuses.ts'

/** What stands before a step of a plan: stop refuses it, ask wants a reason, show only tells. */
export interface RepGuard {
  readonly kind: 'stop' | 'ask' | 'show'
  readonly words: string
  /** Put before the reason that is given, so that the decision says it too. */
  readonly keep?: string
}

const stop = (words: string): RepGuard => ({ kind: 'stop', words })
const show = (words: string): RepGuard => ({ kind: 'show', words })

/** Who holds which role on the day of a review: person ids. */
export interface ReviewPeople {
  readonly ceo: readonly string[]
  /** For the whole trust or at the school. */
  readonly eht: readonly string[]
  readonly cfo: readonly string[]
  readonly heads: readonly string[]
  readonly headsOfSchool: readonly string[]
  /** Named for this plan. */
  readonly mentors: readonly string[]
}

const among = (present: readonly string[], people: readonly string[]): boolean =>
  people.some((person) => present.includes(person))

/**
 * Who must be there (C15): the CEO or the EHT, for a finance plan the CFO may be it, and the Head. The
 * Head of School stands in where the school has no Head. The mentor is welcome and not required (HC15).
 */
export function presenceGuards(
  present: readonly string[],
  people: ReviewPeople,
  kind: RepKind,
): RepGuard[] {
  const { ceo, eht, cfo, heads, headsOfSchool, mentors } = people
  const trust = [...ceo, ...eht, ...(kind === 'finance' ? cfo : [])]
  const standIn = heads.length === 0
  const school = standIn ? headsOfSchool : heads
  const who = kind === 'finance' ? 'the CEO, the EHT or the CFO' : 'the CEO or the EHT'
  return [
    ...(among(present, trust)
      ? []
      : [stop(`A milestone is reviewed with ${who}: wait until one of them is there.`)]),
    ...(among(present, school)
      ? []
      : [
          stop(
            standIn
              ? 'The school has no Head: its Head of School stands in and must be there.'
              : 'A milestone is reviewed with the Head: wait until the Head is there.',
          ),
        ]),
    ...(standIn && among(present, school)
      ? [show('The school has no Head: its Head of School stands in.')]
      : []),
    ...(mentors.length > 0 && !among(present, mentors)
      ? [show('The mentor is not there. The review counts all the same.')]
      : []),
  ]
}

/**
 * Items that a review must speak of: those of its milestone, and those carried forward before it (C16).
 * @param review its record id: what it sets as met stays in it
 */
export function itemsToReview(
  standings: readonly ItemStanding[],
  milestone: Milestone,
  review = '',
): ItemStanding[] {
  const own = standings.filter(({ item }) => item.milestone === milestone)
  const carried = new Set(stillCarried(standings))
  const setHere = ({ set }: ItemStanding) =>
    review !== '' && set.some((status) => status.review === review)
  const others = standings.filter((one) => !own.includes(one))
  return [...others.filter((one) => carried.has(one) || setHere(one)), ...own]
}

const named = (text: string): string => {
  const line = text.trim().replaceAll(/\s+/g, ' ').replace(/\.$/, '')
  return line.length > 80 ? `${line.slice(0, 79)}…` : line
}

function itemGuards(standings: readonly ItemStanding[], milestone: Milestone): RepGuard[] {
  return itemsToReview(standings, milestone).flatMap(({ item, set, status }): RepGuard[] => {
    if (set.length === 0)
      return [stop(`“${named(item.text)}” has no status yet: the CEO or the EHT sets one.`)]
    return status === null
      ? [stop(`Two people set “${named(item.text)}” differently: set it once more.`)]
      : []
  })
}

/** The items that a review carries forward, by name (C16). */
export const carriedWords = (
  standings: readonly ItemStanding[],
  milestone: Milestone,
): readonly string[] =>
  carriedBy(standings, milestone).map((one) => `${named(one.item.text)} (${standingWords(one)})`)

/** Record ids of all that goes on from a review: of this milestone, and carried to it before (C16). */
export const carriedIds = (standings: readonly ItemStanding[], milestone: Milestone): string[] =>
  itemsToReview(standings, milestone)
    .filter(({ status }) => status !== 'met')
    .map(({ item }) => item.id)

const standingAt = (reviews: readonly RepReview[], milestone: Milestone): RepReview[] =>
  reviews.filter((one) => one.milestone === milestone && one.removedAt === null).sort(byTime)

/** The review of a milestone: the one that was held, else the first that was begun. */
export function reviewAt(reviews: readonly RepReview[], milestone: Milestone): RepReview | null {
  const own = standingAt(reviews, milestone)
  return own.find(({ heldAt }) => heldAt !== null) ?? own[0] ?? null
}

/** Others of the same milestone, begun by people who were apart. */
export const reviewsBegunApart = (reviews: readonly RepReview[], review: RepReview): RepReview[] =>
  standingAt(reviews, review.milestone).filter(({ id }) => id !== review.id)

/** Where the `rep` machine is once a milestone is reviewed, and where it must be before. */
export const reviewedStage = (milestone: Milestone): string => `${milestone}-reviewed`
export function stageBefore(milestone: Milestone): string {
  const before = MILESTONE_NAMES[MILESTONE_NAMES.indexOf(milestone) - 1]
  return before === undefined ? 'issued' : reviewedStage(before)
}

export interface ReviewFacts {
  readonly review: Pick<RepReview, 'milestone' | 'date' | 'present' | 'decision' | 'note'>
  readonly kind: RepKind
  readonly people: ReviewPeople
  readonly standings: readonly ItemStanding[]
  /** Milestones that were reviewed before. */
  readonly held: readonly Milestone[]
  /** yyyy-mm-dd */
  readonly today: string
}

/** What stands before a milestone review is held; none of kind stop when it may be. */
export function reviewGuards(facts: ReviewFacts): RepGuard[] {
  const { review, kind, people, standings, held, today } = facts
  const { milestone, date, present, decision, note } = review
  const carried = [
    ...stillCarried(standings).filter(({ item }) => item.milestone !== milestone),
    ...carriedBy(standings, milestone),
  ]
  return [
    ...presenceGuards(present, people, kind),
    ...(held.includes(milestone)
      ? [stop(`“${milestoneWords(milestone)}” has been reviewed: what was decided stands.`)]
      : []),
    ...MILESTONE_NAMES.slice(0, MILESTONE_NAMES.indexOf(milestone))
      .filter((earlier) => !held.includes(earlier))
      .map((earlier) => stop(`“${milestoneWords(earlier)}” comes first: review it before this.`)),
    ...(date === '' ? [stop('Say on which day the review is held.')] : []),
    ...(date > today ? [stop('The day is still to come: hold the review on the day.')] : []),
    ...itemGuards(standings, milestone),
    ...(decision === null ? [stop('Say what is decided: continue, extend, or end.')] : []),
    ...(note.length > REVIEW_NOTE_LENGTH ? [stop('Say the note in fewer words.')] : []),
    ...(decision === 'recommend_end'
      ? [show('This recommends. Only the CEO ends a plan, and a CEO letter names it.')]
      : []),
    ...(carried.length > 0
      ? [show(`Carried forward: ${carried.map(({ item }) => `“${named(item.text)}”`).join(', ')}.`)]
      : []),
  ]
}
