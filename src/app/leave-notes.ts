import { liveQuery } from 'dexie'
import type { AccessFacts, ReviewAccess } from '../domain/access/facts.ts'
import { headOfSchool, leadsHost, onTeam } from '../domain/access/held.ts'
import { letterIsIssued } from '../domain/access/reviews.ts'
import { may } from '../domain/access/table.ts'
import type { Proposal } from '../domain/decisions.ts'
import { documentName, type DocumentRef, parseDocumentName } from '../domain/documents.ts'
import { handOverMachine } from '../domain/hand-over/machine.ts'
import {
  parseReceipt,
  type Receipt,
  receiptText,
  sameContent,
} from '../domain/hand-over/receipt.ts'
import { reviewId } from '../domain/ids.ts'
import {
  givenReceipts,
  type HandOverStore,
  notAtTrust,
  receiptFor,
  takenReceipts,
} from '../store/hand-over.ts'
import type { Watched } from '../store/react.tsx'

export interface LeavePorts extends HandOverStore {
  readonly facts: Watched<AccessFacts>
  readonly hands: {
    readonly propose: (proposal: Omit<Proposal, 'id' | 'madeAt'>) => Promise<void>
  }
  readonly sync: {
    /** The relay need not send this document any more. */
    readonly drop: (doc: string) => void
  }
}

/** Several changes come together; one look at all of them. */
const SOON_MS = 200

/** Receipts of this device for a document that the trust has confirmed, and what has been said of them. */
async function saidOf({ db, documents }: LeavePorts, doc: string) {
  const lying = await Promise.all([
    db.decisions.where('subject').equals(doc).toArray(),
    db.proposals.where('subject').equals(doc).toArray(),
  ])
  const made = await db.rows.decisions.open(lying[0])
  const proposed = await db.rows.proposals.open(lying[1])
  const mine = made.flatMap(({ to, reason }) => {
    const receipt = parseReceipt(reason)
    return to !== 'wiped' && receipt?.device === documents.device ? [receipt] : []
  })
  const has = (to: string, receipt: Receipt) =>
    [...made, ...proposed].some((d) => {
      const said = d.to === to ? parseReceipt(d.reason) : null
      return said !== null && sameContent(said, receipt)
    })
  return { mine, has }
}

const say = ({ hands }: LeavePorts, subject: string, to: string, receipt: Receipt) =>
  hands.propose({
    machine: handOverMachine.name,
    subject,
    from: handOverMachine.start,
    to,
    reason: receiptText(receipt),
  })

const holdsAny = async ({ documents }: LeavePorts, doc: string) =>
  (await documents.kept()).includes(doc)

async function forget({ documents, sync }: LeavePorts, doc: string, how: 'sent' | 'all') {
  sync.drop(doc)
  await documents.forgetDocument(doc, how)
}

/** Only what a receipt speaks of goes unsent. @returns whether nothing is left here */
async function wipe(ports: LeavePorts, doc: string, receipts: readonly Receipt[]) {
  const [first] = receipts
  if (!first || !(await holdsAny(ports, doc))) return first !== undefined
  const here = await receiptFor(ports, doc, first)
  const covered = receipts.some((receipt) => sameContent(receipt, here))
  await forget(ports, doc, covered ? 'all' : 'sent')
  return !(await holdsAny(ports, doc))
}

/** My notes of one review. @returns whether something must arrive at the trust first */
async function tendOwn(ports: LeavePorts, review: ReviewAccess, ref: DocumentRef) {
  const facts = ports.facts.get()
  const doc = documentName(ref)
  const { mine, has } = await saidOf(ports, doc)
  const given = (await givenReceipts(ports.db)).filter((one) => one.doc === doc)
  const receipts = [...mine, ...given.map(({ receipt }) => receipt)]
  const copy = review.lead === facts.person && !letterIsIssued(review)
  if (may(facts, 'read', ref) && (copy || given.length === 0)) return false
  const [receipt] = receipts
  if (receipt) {
    const gone = await wipe(ports, doc, receipts)
    if (gone && !has('wiped', receipt)) await say(ports, doc, 'wiped', receipt)
    return false
  }
  if (!(await holdsAny(ports, doc))) return false
  if ((await notAtTrust(ports, doc)) > 0) return true
  // The review went on without this device: it has delivered, and hands over by itself.
  const to = headOfSchool(facts, review.urn) ?? review.lead
  const late = await receiptFor(ports, doc, { way: 'network', to })
  if (!has('handed_over', late)) await say(ports, doc, 'handed_over', late)
  return false
}

/** What this device received as the head's, once it has reached the trust. @returns whether some has not */
async function tellReceived(ports: LeavePorts) {
  let waits = false
  for (const { doc, receipt } of await takenReceipts(ports.db)) {
    const { has } = await saidOf(ports, doc)
    if (has('received', receipt)) continue
    const open = await ports.documents.journal.rows(['unsent', 'refused'], doc)
    const arrived = open.every(({ device }) => device !== receipt.device)
    if (arrived) await say(ports, doc, 'received', receipt)
    else waits = true
  }
  return waits
}

/** Looks at everything once. @returns whether something must arrive at the trust first */
async function tend(ports: LeavePorts): Promise<boolean> {
  const me = ports.facts.get()
  const own = new Set<string>()
  let waits = false
  for (const review of me.reviews) {
    if (!onTeam(review, me.person) || leadsHost(me, review)) continue
    const ref: DocumentRef = { kind: 'notes', review: reviewId(review.id), person: me.person }
    own.add(documentName(ref))
    if (await tendOwn(ports, review, ref)) waits = true
  }
  for (const doc of await ports.documents.kept()) {
    const ref = parseDocumentName(doc)
    if (!own.has(doc) && ref.ok && !may(me, 'read', ref.value)) await forget(ports, doc, 'sent')
  }
  return (await tellReceived(ports)) || waits
}

/**
 * Keeps this device to what its person may hold. Documents that they may no longer read go. Their own notes
 * go once there is a receipt for exactly what lies here; where the review has gone on without this
 * device, it delivers what it has first, and wipes then.
 */
export function leaveNotes(ports: LeavePorts) {
  const { db, documents, facts } = ports
  /** Documents with a receipt from the head's device: not asked for again before the trust knows of it. */
  const left = new Set<string>()
  let delivering = false
  let turn: Promise<void> = Promise.resolve()
  let timer: ReturnType<typeof setTimeout> | undefined
  const ends: (() => void)[] = []

  const noteLeft = async () => {
    for (const { doc } of await givenReceipts(db)) left.add(doc)
  }
  const look = async () => {
    await noteLeft()
    delivering = await tend(ports)
  }
  const soon = () => {
    timer ??= setTimeout(() => {
      timer = undefined
      // Storage trouble shows in the header; the next change looks again.
      turn = turn.then(look).catch(() => undefined)
    }, SOON_MS)
  }
  const watch = () => {
    const said = liveQuery(() => Promise.all([db.decisions.count(), givenReceipts(db)]))
    const watching = said.subscribe({ next: soon, error: () => undefined })
    ends.push(
      () => watching.unsubscribe(),
      facts.subscribe(soon),
      documents.subscribe(() => {
        if (delivering) soon()
      }),
    )
  }

  return {
    isLeft: (doc: string) => left.has(doc),
    /** Finishes what a kill cut short, then looks after every change. @param ready told when asking for documents is safe */
    async start(ready: () => void) {
      // Storage that fails now says so where it counts.
      await documents.finishForgetting().catch(() => undefined)
      await noteLeft().catch(() => undefined)
      watch()
      soon()
      ready()
    },
    async stop() {
      for (const end of ends) end()
      clearTimeout(timer)
      await turn
    },
  }
}
