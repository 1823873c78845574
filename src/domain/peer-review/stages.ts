import { type AccessFacts, onTeam, type ReviewAccess } from '../access.ts'
import type { Machine, Step } from '../decisions.ts'
import type { Urn } from '../ids.ts'
import { type Role, rolesAt } from '../roles.ts'

type Who = Step['who']

const schoolLead: Who = (facts, review) => {
  const held = rolesAt(facts.roles, facts.today, review.urn as Urn)
  return held.find((role) => role === 'Head' || role === 'HoS') ?? null
}
const trustRole =
  (...wanted: Role[]): Who =>
  (facts) =>
    rolesAt(facts.roles, facts.today, null).find((role) => wanted.includes(role)) ?? null
export const reviewLead: Who = (facts, review) =>
  review.lead === facts.person ? 'Review lead' : null
const reviewer: Who = (facts, review) => (onTeam(review, facts.person) ? 'Reviewer' : null)
const oneOf =
  (...ways: Who[]): Who =>
  (facts: AccessFacts, review: ReviewAccess) =>
    ways.map((way) => way(facts, review)).find((role) => role !== null) ?? null

const ceo = trustRole('CEO', 'EHT')
const facilitator = trustRole('APF', 'CEO', 'EHT')

/** Stages of a peer review in order (domain notes B9), with the words for people. */
export const REVIEW_STAGES = [
  ['planned', 'Being planned'],
  ['focus_sent', 'Focus sent'],
  ['expanded', 'Questions settled'],
  ['timetable_drafted', 'Timetable drafted'],
  ['agreed', 'Timetable agreed'],
  ['circulated', 'Pack sent out'],
  ['on_the_day', 'On the day'],
  ['synthesised', 'Answers agreed'],
  ['notes_handed_over', 'Notes handed over'],
  ['letter_drafted', 'Letter drafted'],
  ['letter_agreed', 'Letter agreed'],
  ['letter_issued', 'Letter sent'],
  ['session_booked', 'Action-plan session booked'],
  ['session_held', 'Action-plan session held'],
  ['closed', 'Closed'],
] as const

/** Where a review may end early, at any stage before it is closed. */
export const REVIEW_ENDS = [
  ['withdrawn', 'Withdrawn'],
  ['moved', 'Moved to another date'],
] as const

export type ReviewStage = (typeof REVIEW_STAGES)[number][0] | (typeof REVIEW_ENDS)[number][0]

const words = new Map<string, string>([...REVIEW_STAGES, ...REVIEW_ENDS])
export const stageWords = (stage: string): string => words.get(stage) ?? stage

/** Whether a review has come as far as a stage; one that ended early has come nowhere. */
export function hasReached(stage: string, wanted: ReviewStage): boolean {
  const order = REVIEW_STAGES.map(([id]): string => id)
  return order.includes(stage) && order.indexOf(stage) >= order.indexOf(wanted)
}

const live = REVIEW_STAGES.map(([stage]) => stage).filter((stage) => stage !== 'closed')

/** The peer-review machine. Guards on content (all questions answered …) are checked where the content is. */
export const reviewMachine: Machine = {
  name: 'peer-review',
  start: 'planned',
  steps: [
    { from: ['planned'], to: 'focus_sent', who: schoolLead },
    { from: ['focus_sent'], to: 'expanded', who: ceo },
    { from: ['expanded'], to: 'timetable_drafted', who: oneOf(ceo, schoolLead) },
    { from: ['timetable_drafted'], to: 'agreed', who: schoolLead },
    { from: ['agreed'], to: 'circulated', who: ceo },
    { from: ['circulated'], to: 'on_the_day', who: reviewLead },
    { from: ['on_the_day'], to: 'synthesised', who: reviewLead },
    { from: ['synthesised'], to: 'notes_handed_over', who: oneOf(reviewLead, schoolLead) },
    { from: ['notes_handed_over'], to: 'letter_drafted', who: reviewLead },
    { from: ['letter_drafted'], to: 'letter_agreed', who: oneOf(schoolLead, reviewer) },
    { from: ['letter_agreed'], to: 'letter_issued', who: oneOf(reviewLead, ceo) },
    { from: ['letter_issued'], to: 'session_booked', who: oneOf(facilitator, schoolLead) },
    { from: ['session_booked'], to: 'session_held', who: oneOf(facilitator, schoolLead) },
    { from: ['session_held'], to: 'closed', who: oneOf(facilitator, schoolLead) },
    { from: live, to: 'withdrawn', who: oneOf(schoolLead, ceo), needsReason: true },
    { from: live, to: 'moved', who: oneOf(schoolLead, ceo), needsReason: true },
  ],
}
