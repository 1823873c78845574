import type { ReviewAccess } from '../../src/domain/access/facts.ts'
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
import type { DocumentLog } from '../log/port.ts'
import { londonDate } from '../../src/domain/london.ts'
import { createSettle } from '../settle.ts'
import type { Entry } from './work/entries.ts'
import { type DecidePorts, decideAll } from './decide.ts'
import { DAY, GROUPS, PACK, QUESTIONS } from './day.ts'
import { HOST, LEAD, LOGO, PEOPLE, SCHOOLS, TEAM, TRUST } from './world.ts'
import { type Add, writeOnce } from './write.ts'

export interface DemoPorts extends DecidePorts {
  readonly log: DocumentLog
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

const decide = (ports: DemoPorts, subject: string, review: ReviewAccess) =>
  decideAll(
    ports,
    subject,
    DECIDED.map(([to, by, daysBefore]) => ({
      machine: reviewMachine,
      to,
      by,
      reason: null,
      madeAt: ports.now() - daysBefore * DAY_MS,
    })),
    { reviews: [review] },
  )

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
