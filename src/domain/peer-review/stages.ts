import type { AccessFacts, ReviewAccess } from '../access/facts.ts'
import { onTeam } from '../access/held.ts'
import type { Machine, Step } from '../decisions.ts'
import type { Urn } from '../ids.ts'
import { type Role, rolesAt } from '../roles.ts'
import { REVIEW_STAGES } from './stage-order.ts'

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
const named: Who = (facts, review) =>
  review.facilitators?.includes(facts.person) === true ? 'Action plan facilitator' : null
const facilitator = oneOf(named, trustRole('APF', 'CEO', 'EHT'))

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
    // Opened again: whoever changes an agreed letter asks everybody again.
    { from: ['letter_agreed'], to: 'letter_drafted', who: reviewLead, needsReason: true },
    { from: ['letter_agreed'], to: 'letter_issued', who: oneOf(reviewLead, ceo) },
    { from: ['letter_issued'], to: 'session_booked', who: oneOf(facilitator, schoolLead) },
    { from: ['session_booked'], to: 'session_held', who: oneOf(facilitator, schoolLead) },
    { from: ['session_held'], to: 'closed', who: oneOf(facilitator, schoolLead) },
    { from: live, to: 'withdrawn', who: oneOf(schoolLead, ceo), needsReason: true },
    { from: live, to: 'moved', who: oneOf(schoolLead, ceo), needsReason: true },
  ],
}
