import { leadsHost } from '../src/domain/access/held.ts'
import type { NotesLeft, ReviewAccess } from '../src/domain/access/facts.ts'
import { printOfRows } from '../src/crdt/rows-print.ts'
import {
  type Decision,
  type DecisionFault,
  type Proposal,
  stageOf,
} from '../src/domain/decisions.ts'
import { documentName, parseDocumentName } from '../src/domain/documents.ts'
import { handOverMachine, receiptIn } from '../src/domain/hand-over/machine.ts'
import { parseReceipt, type Receipt } from '../src/domain/hand-over/receipt.ts'
import { devicesHolding, handOverOf, outstanding, unnamed } from '../src/domain/hand-over/state.ts'
import { personId, reviewId } from '../src/domain/ids.ts'
import { hasReached } from '../src/domain/peer-review/stage-order.ts'
import { reviewMachine } from '../src/domain/peer-review/stages.ts'
import type { SqliteAccounts } from './accounts/sqlite.ts'
import type { DecisionLog } from './decisions/port.ts'
import type { DocumentLog } from './log/port.ts'
import { londonDate } from '../src/domain/london.ts'
import type { CheckStep, Proposer } from './propose.ts'

const ROWS_AT_ONCE = 512

const teamOf = ({ lead, reviewers }: ReviewAccess) => [...new Set([lead, ...reviewers])]

const notesOf = (review: string, person: string) =>
  documentName({ kind: 'notes', review: reviewId(review), person: personId(person) })

/** Receipts about a review's notes, of the whole team. */
async function receiptsOf(decisions: DecisionLog, review: ReviewAccess): Promise<Decision[]> {
  const each = teamOf(review).map((person) =>
    decisions.of(handOverMachine.name, notesOf(review.id, person)),
  )
  return (await Promise.all(each)).flat()
}

/** What the receipts and the stage of a review mean for rights; null before there is anything. */
export async function notesLeft(
  decisions: DecisionLog,
  review: ReviewAccess,
  stage: string,
): Promise<NotesLeft | null> {
  const made = (await receiptsOf(decisions, review)).filter(({ to }) => to !== 'wiped')
  const closed = hasReached(stage, 'notes_handed_over')
  if (made.length === 0 && !closed) return null
  const people = teamOf(review).filter((person) =>
    made.some(({ subject }) => subject === notesOf(review.id, person)),
  )
  const devices = made.flatMap(({ reason }) => parseReceipt(reason)?.device ?? [])
  return {
    people,
    devices: [...new Set(devices)].sort(),
    closed,
  }
}

/** Seals every notes document of a review that is closed: rule L17. */
export async function sealNotes(log: DocumentLog, review: ReviewAccess): Promise<void> {
  for (const person of teamOf(review)) await log.seal(notesOf(review.id, person))
}

/** Whether the log holds exactly the rows of a device that a receipt speaks of. */
async function holds(log: DocumentLog, doc: string, receipt: Receipt): Promise<boolean> {
  const hashes: Uint8Array[] = []
  for (let seq = 0; ;) {
    const rows = await log.after(doc, seq, ROWS_AT_ONCE)
    for (const row of rows) if (row.device === receipt.device) hashes.push(row.hash)
    const last = rows.at(-1)
    if (!last) break
    seq = last.seq
  }
  return hashes.length === receipt.rows && printOfRows(hashes) === receipt.print
}

interface Ports {
  readonly log: DocumentLog
  readonly decisions: DecisionLog
  readonly accounts: SqliteAccounts
}

/** What the relay itself checks before notes count as handed over, and before a review is closed (C4). */
export function createHandOverCheck({ log, decisions, accounts }: Ports): CheckStep {
  const { people } = accounts

  async function receiptFault(
    proposal: Proposal,
    { facts, device }: Proposer,
    stage: string,
  ): Promise<DecisionFault | null> {
    const subject = parseDocumentName(proposal.subject)
    if (!subject.ok || subject.value.kind !== 'notes') return 'not-allowed'
    const maker = { person: facts.person, device }
    const receipt = receiptIn(proposal, maker, subject.value.person)
    if (!receipt) return 'not-your-role'
    if (proposal.to === 'wiped') return null
    // What a head received with no signal is received: nobody could hear of the stage there.
    const early = proposal.to === 'handed_over' && !hasReached(stage, 'synthesised')
    if (early) return 'too-early'
    return (await holds(log, proposal.subject, receipt)) ? null : 'not-the-same'
  }

  const hostsOf = (review: ReviewAccess, now: number) =>
    teamOf(review).filter((person) => leadsHost(people.factsOf(person, londonDate(now)), review))

  async function goesOn(proposal: Proposal, role: string, review: ReviewAccess, now: number) {
    const states = accounts.deviceStates(teamOf(review))
    const all = handOverOf({
      review: review.id,
      team: teamOf(review),
      hosts: hostsOf(review, now),
      decisions: await receiptsOf(decisions, review),
      devices: states,
    })
    const names = outstanding(all).map(({ person }) => people.find(person)?.name ?? person)
    if (names.length === 0) return null
    const left = unnamed(names, proposal.reason)
    return role !== 'Review lead' || left.length > 0 ? ('outstanding' as const) : null
  }

  return async (proposal, role, review, proposer) => {
    if (proposal.machine === handOverMachine.name) {
      const stages = await decisions.of(reviewMachine.name, `review/${review.id}`)
      return receiptFault(proposal, proposer, stageOf(reviewMachine, `review/${review.id}`, stages))
    }
    if (proposal.machine !== reviewMachine.name) return null
    if (proposal.to === 'notes_handed_over') return goesOn(proposal, role, review, proposer.now)
    if (proposal.to !== 'closed') return null
    const states = accounts.deviceStates(teamOf(review))
    const holding = devicesHolding(states, review.id, hostsOf(review, proposer.now))
    return holding > 0 ? 'notes-held' : null
  }
}
