import { liveQuery } from 'dexie'
import {
  type AccessFacts,
  headOfSchool,
  leadsHost,
  may,
  onTeam,
  type ReviewAccess,
} from '../domain/access.ts'
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

interface LeavePorts extends HandOverStore {
  readonly facts: () => AccessFacts
  readonly propose: (proposal: Omit<Proposal, 'id' | 'madeAt'>) => Promise<void>
  /** The relay need not send this document any more. */
  readonly drop: (doc: string) => void
}

/** Several changes come together; one look at all of them. */
const SOON_MS = 200

/**
 * Keeps this device to what its person may hold. Documents that they may no longer read go. Their own notes
 * go once there is a receipt for exactly what lies here; where the review has gone on without this
 * device, it delivers what it has first, and wipes then.
 */
export function leaveNotes(ports: LeavePorts) {
  const { db, documents, facts, propose, drop } = ports
  /** Documents with a receipt from the head's device: not asked for again before the trust knows of it. */
  const left = new Set<string>()
  /** Rows are on their way that must arrive before anything else happens. */
  let delivering = false

  const saidOf = async (doc: string) => {
    const made = await db.decisions.where('subject').equals(doc).toArray()
    const waiting = await db.proposals.where('subject').equals(doc).toArray()
    const says = (to: string, receipt: Receipt) => (d: { to: string; reason: string | null }) => {
      const said = d.to === to ? parseReceipt(d.reason) : null
      return said !== null && sameContent(said, receipt)
    }
    const mine = made.flatMap(({ to, reason }) => {
      const receipt = parseReceipt(reason)
      return to !== 'wiped' && receipt?.device === documents.device ? [receipt] : []
    })
    return {
      mine,
      has: (to: string, receipt: Receipt) => [...made, ...waiting].some(says(to, receipt)),
    }
  }

  const say = (subject: string, to: string, receipt: Receipt) =>
    propose({
      machine: handOverMachine.name,
      subject,
      from: handOverMachine.start,
      to,
      reason: receiptText(receipt),
    })

  const forget = async (doc: string, how: 'sent' | 'all') => {
    drop(doc)
    await documents.forgetDocument(doc, how)
  }

  async function wipe(doc: string, receipts: readonly Receipt[]): Promise<boolean> {
    if (!(await documents.kept()).includes(doc)) return true
    const [first] = receipts
    if (!first) return false
    const here = await receiptFor(ports, doc, first)
    await forget(doc, receipts.some((receipt) => sameContent(receipt, here)) ? 'all' : 'sent')
    return !(await documents.kept()).includes(doc)
  }

  async function tendOwn(review: ReviewAccess, ref: DocumentRef) {
    const doc = documentName(ref)
    const { mine, has } = await saidOf(doc)
    const local = (await givenReceipts(db))
      .filter((one) => one.doc === doc)
      .map(({ receipt }) => receipt)
    const receipts = [...mine, ...local]
    const [receipt] = receipts
    const copy = review.lead === facts().person && !review.left?.letterIssued
    if (may(facts(), 'read', ref) && (copy || local.length === 0)) return
    if (receipt && (await wipe(doc, receipts)) && !has('wiped', receipt))
      await say(doc, 'wiped', receipt)
    if (receipt || !(await documents.kept()).includes(doc)) return
    if ((await notAtTrust(ports, doc)) > 0) {
      delivering = true
      return
    }
    const to = headOfSchool(facts(), review.urn) ?? review.lead
    const late = await receiptFor(ports, doc, { way: 'network', to })
    if (!has('handed_over', late)) await say(doc, 'handed_over', late)
  }

  /** What this device received as the head's, once it has reached the trust. */
  async function tellReceived() {
    for (const { doc, receipt } of await takenReceipts(db)) {
      const { has } = await saidOf(doc)
      if (has('received', receipt)) continue
      const open = await documents.journal.rows(['unsent', 'refused'], doc)
      const arrived = open.every(({ device }) => device !== receipt.device)
      if (arrived) await say(doc, 'received', receipt)
      else delivering = true
    }
  }

  async function tend() {
    const me = facts()
    delivering = false
    for (const { doc } of await givenReceipts(db)) left.add(doc)
    const own = new Set<string>()
    for (const review of me.reviews) {
      if (!onTeam(review, me.person) || leadsHost(me, review)) continue
      const ref: DocumentRef = { kind: 'notes', review: reviewId(review.id), person: me.person }
      own.add(documentName(ref))
      await tendOwn(review, ref)
    }
    for (const doc of await documents.kept()) {
      const ref = parseDocumentName(doc)
      if (!own.has(doc) && ref.ok && !may(me, 'read', ref.value)) await forget(doc, 'sent')
    }
    await tellReceived()
  }

  let turn: Promise<void> = Promise.resolve()
  let timer: ReturnType<typeof setTimeout> | undefined
  let stopped = false
  const soon = () => {
    if (stopped) return
    timer ??= setTimeout(() => {
      timer = undefined
      // Storage trouble shows in the header; the next change looks again.
      turn = turn.then(tend).catch(() => undefined)
    }, SOON_MS)
  }
  const watch = liveQuery(
    async () => [await db.decisions.count(), await givenReceipts(db)] as const,
  )
  const watching = watch.subscribe({ next: soon, error: () => undefined })

  return {
    soon,
    /** Something was written or acknowledged. */
    moved() {
      if (delivering) soon()
    },
    /** Reads what was left with the head before this start. */
    async begin() {
      await documents.finishForgetting()
      for (const { doc } of await givenReceipts(db)) left.add(doc)
      soon()
    },
    isLeft: (doc: string) => left.has(doc),
    async stop() {
      stopped = true
      clearTimeout(timer)
      watching.unsubscribe()
      await turn
    },
  }
}
