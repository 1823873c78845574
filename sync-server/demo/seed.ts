import { createHash } from 'node:crypto'
import type { ReviewAccess } from '../../src/domain/access/facts.ts'
import { type Proposal, stageOf } from '../../src/domain/decisions.ts'
import { documentName } from '../../src/domain/documents.ts'
import { type IsoDate, reviewId } from '../../src/domain/ids.ts'
import {
  groupRecord,
  keyQuestionRecord,
  reviewRecord,
  slotRecord,
} from '../../src/domain/peer-review/pack.ts'
import { logoRecord } from '../../src/domain/logo.ts'
import { reviewMachine } from '../../src/domain/peer-review/stages.ts'
import { personRecord, schoolRecord, trustRecord } from '../../src/domain/trust.ts'
import type { People } from '../accounts/people.ts'
import type { DecisionLog } from '../decisions/port.ts'
import type { DocumentLog } from '../log/port.ts'
import { londonDate } from '../london.ts'
import { createProposals } from '../propose.ts'
import { createSettle } from '../settle.ts'
import type { Entry } from './work/entries.ts'
import { DAY, GROUPS, PACK, QUESTIONS } from './day.ts'
import { HOST, LEAD, LOGO, PEOPLE, SCHOOLS, TEAM, TRUST } from './world.ts'
import { type Add, writeOnce } from './write.ts'

export interface DemoPorts {
  readonly log: DocumentLog
  readonly decisions: DecisionLog
  readonly people: People
  readonly now: () => number
}

const DAY_MS = 86_400_000

/** What led to a review's pack being sent out: who decided what, so many days before. */
const DECIDED: readonly (readonly [to: string, by: string, daysBefore: number])[] = [
  ['focus_sent', 'p03', 7],
  ['expanded', 'p01', 6],
  ['timetable_drafted', 'p01', 6],
  ['agreed', 'p03', 5],
  ['circulated', 'p01', 4],
]

const reviewOn = (date: IsoDate): ReviewAccess => ({
  id: `rookery-pond-${date}`,
  urn: HOST.urn,
  date,
  lead: LEAD,
  reviewers: TEAM.filter((person) => person !== LEAD),
  blindFirst: false,
  revealed: false,
})

function fillTrust(add: Add, madeAt: number) {
  add(trustRecord, TRUST)
  add(logoRecord, { ...LOGO, madeAt })
  for (const school of SCHOOLS) add(schoolRecord, school)
  for (const { id, name, job, urn } of PEOPLE) add(personRecord, { person: id, name, job, urn })
}

function fillReview(add: Add, date: IsoDate) {
  add(reviewRecord, { urn: HOST.urn, schoolName: HOST.name, date, ...PACK })
  const questions = QUESTIONS.map(([text, proposedBy, addedByCeo], index) =>
    add(keyQuestionRecord, { n: index + 1, text, proposedBy, addedByCeo }),
  )
  for (const { activities, seen, questions: served, ...slot } of DAY) {
    const wholeTeam = activities.length === 1
    const serves = served.flatMap((n) => questions[n] ?? [])
    const id = add(slotRecord, { ...slot, wholeTeam, questions: serves })
    const groups = wholeTeam ? [['All', TEAM] as const] : GROUPS
    for (const [index, [label, people]] of groups.entries())
      add(groupRecord, {
        label,
        slot: id,
        people: [...people],
        activity: activities[index] ?? '',
        seen: seen?.[index] ?? '',
      })
  }
}

const proposalFor = (subject: string, from: string, to: string, madeAt: number): Proposal => ({
  // The same id each time: a start that was cut short goes on where it stopped.
  id: createHash('sha256').update(`${subject} ${to}`).digest('hex').slice(0, 32),
  machine: reviewMachine.name,
  subject,
  from,
  to,
  reason: null,
  madeAt,
})

async function decide(ports: DemoPorts, subject: string, review: ReviewAccess) {
  const { decisions, people, now } = ports
  const proposals = createProposals(decisions)
  for (const [to, by, daysBefore] of DECIDED) {
    const proposal = proposalFor(subject, '', to, now() - daysBefore * DAY_MS)
    if (await decisions.find(proposal.id)) continue
    const earlier = await decisions.of(reviewMachine.name, subject)
    const from = stageOf(reviewMachine, subject, earlier)
    const facts = { ...people.factsOf(by, londonDate(now())), reviews: [review] }
    const device = '0'.repeat(32)
    const proposer = { facts, device, now: now() }
    const decided = await proposals.receive({ ...proposal, from }, () => proposer)
    if (!decided.ok) throw new Error(`The demonstration could not decide ${to}: ${decided.error}`)
  }
}

/** The invented trust and its people, unless they are there. @param more what else its document holds */
export async function seedTrust(ports: DemoPorts, more: readonly Entry[] = []): Promise<void> {
  const { log, people, now } = ports
  for (const { roles, ...person } of PEOPLE)
    if (!people.find(person.id)) people.add(person, roles, { demo: true })
  await writeOnce(log, documentName({ kind: 'trust' }), now(), (add, addAs) => {
    fillTrust(add, now())
    for (const { id, type, fields, at } of more) addAs(id, type, fields, at)
  })
}

/** A review for today, ready to be opened, unless there is one. The day does not matter: also on a Sunday. */
export async function seedToday(ports: DemoPorts): Promise<void> {
  const { log, people, now } = ports
  const date = londonDate(now())
  const review = reviewOn(date)
  if (people.reviews().some(({ id }) => id === review.id)) return
  const subject = documentName({ kind: 'review', review: reviewId(review.id) })
  await writeOnce(log, subject, now(), (add) => fillReview(add, date))
  await decide(ports, subject, review)
  // Last, so that nobody sees it half made.
  people.putReview(review)
  await createSettle({ decisions: ports.decisions, people })(subject)
}
