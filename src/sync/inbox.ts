import type { Refusal } from '../domain/refusals.ts'
import type { DeviceMessage, FeedCursors, RelayMessage } from '../domain/wire/messages.ts'
import { sha256Of } from '../crdt/hash.ts'
import { sameBytes } from '../domain/wire/row-hash.ts'
import type { SyncPorts } from './client.ts'
import type { createDigests } from './digests.ts'
import type { Outbox } from './outbox.ts'
import type { StatusStore } from './status.ts'

const NO_CURSORS: FeedCursors = { log: 0, decisions: 0, access: 0 }
const PENDING_MS = 2000
/** Refusals that a new clientID cures: this storage, or its clientID, exists twice. */
const CURED_BY_REKEY: readonly Refusal[] = ['clock-taken', 'client-taken']

type Ack = Extract<RelayMessage, { type: 'ack' }>
type Refused = Extract<RelayMessage, { type: 'refused' }>
type Updates = Extract<RelayMessage, { type: 'updates' }>
type Snapshot = Extract<RelayMessage, { type: 'snapshot' }>
type Feed = Extract<RelayMessage, { type: 'feed' }>
export type AfterWelcome = Exclude<RelayMessage, { type: 'welcome' | 'bye' }>

interface InboxPorts extends SyncPorts {
  readonly outbox: Outbox
  readonly digests: ReturnType<typeof createDigests>
  readonly status: StatusStore
  readonly send: (message: DeviceMessage) => void
  readonly pump: () => void
}

/** What the relay says after its welcome, one message at a time. */
export function createInbox(ports: InboxPorts) {
  const { documents, ledger, outbox, status, around } = ports
  const followed = new Set<string>()
  const watched = new Set<string>()
  /** Questions without an answer yet (a document, or the feed) and when they were asked. */
  const awaited = new Map<string, number>()
  let cursors: FeedCursors | null = null

  const askFeed = async () => {
    cursors ??= ((await ledger.meta('feed')) as FeedCursors | undefined) ?? NO_CURSORS
    awaited.set('feed', around.now())
    ports.send({ type: 'feed', cursors })
  }
  const follow = async (doc: string) => {
    followed.add(doc)
    awaited.set(doc, around.now())
    ports.send({ type: 'follow', doc, cursor: await documents.cursorOf(doc) })
  }
  const refetch = async (doc: string) => {
    await documents.refetch(doc)
    await follow(doc)
  }

  const acked = async (message: Ack) => {
    const rows = message.rows.flatMap(({ id, doc, seq }) => {
      const row = outbox.row(id)
      return row && row.doc === doc ? [{ n: row.n, doc, seq }] : []
    })
    await documents.acknowledged(rows)
    for (const { id } of message.rows) outbox.remove(id)
    ports.pump()
    ports.digests.soon()
  }

  const refused = async (message: Refused) => {
    const rows = message.rows.flatMap(({ id, reason }) => {
      const row = outbox.row(id)
      return row ? [{ n: row.n, doc: row.doc, reason }] : []
    })
    await documents.refused(rows)
    for (const { id } of message.rows) outbox.remove(id)
    for (const doc of new Set(rows.map((row) => row.doc))) {
      const taken = rows.filter((r) => r.doc === doc && CURED_BY_REKEY.includes(r.reason))
      if (taken.length === 0) continue
      outbox.removeDocument(doc)
      const made = await documents.rekey(
        doc,
        taken.map(({ n }) => n),
      )
      status.set({ rekeyed: status.get().rekeyed + made })
      await follow(doc)
    }
  }

  /** Updates can wait for others that never come in this order; one fetch from row 0 frees them. */
  const watchPending = (doc: string) => {
    if (!documents.isPending(doc) || watched.has(doc)) return
    watched.add(doc)
    around.after(PENDING_MS, () => {
      watched.delete(doc)
      if (documents.isPending(doc)) void refetch(doc).catch(() => undefined)
    })
  }

  const updates = async ({ doc, rows }: Updates) => {
    if (!followed.has(doc)) return
    if ((await documents.receive(doc, rows)) !== 'applied') return follow(doc)
    watchPending(doc)
    ports.digests.soon()
  }

  const snapshot = async ({ doc, bytes, seq, hash }: Snapshot) => {
    if (!followed.has(doc)) return
    if (!sameBytes(sha256Of(bytes), hash)) return follow(doc)
    await documents.receiveSnapshot(doc, bytes, seq)
    watchPending(doc)
    ports.digests.soon()
  }

  const feed = async (message: Feed) => {
    await ledger.addDecisions(message.decisions)
    await ledger.saveDevices(message.devices)
    cursors = message.cursors
    await ledger.setMeta('feed', cursors)
    if (message.access) ports.onAccessChanged()
    for (const { doc, head } of message.docs)
      if (followed.has(doc) && head > (await documents.cursorOf(doc)) && !outbox.hasUnsent(doc))
        await follow(doc)
  }

  const handle = async (message: AfterWelcome): Promise<void> => {
    switch (message.type) {
      case 'ack':
        return acked(message)
      case 'refused':
        return refused(message)
      case 'retry':
        for (const { doc } of message.rows) outbox.hold(doc, ports.pump)
        return
      case 'updates':
        return updates(message)
      case 'snapshot':
        return snapshot(message)
      case 'following':
        awaited.delete(message.doc)
        await documents.caughtUp(message.doc, message.head)
        if (
          message.head > (await documents.cursorOf(message.doc)) &&
          !outbox.hasUnsent(message.doc)
        )
          return follow(message.doc)
        return ports.digests.soon()
      case 'notFollowing':
        awaited.delete(message.doc)
        followed.delete(message.doc)
        return
      case 'feed':
        awaited.delete('feed')
        return feed(message)
      case 'digest':
        return ports.digests.answered(message.doc, message.seq, message.digest)
      case 'decided':
        return ledger.addDecisions([message.decision])
      case 'declined':
        return ledger.declineProposal(message.id, message.reason)
      case 'presence': {
        const people = message.people.map(({ person }) => person)
        return status.set({ present: { ...status.get().present, [message.doc]: people } })
      }
      case 'pong':
        return
    }
  }

  return {
    handle,
    follow,
    feed: askFeed,
    followed: () => [...followed],
    /** Whether a question has waited too long: it or its answer was lost. */
    overdue: (ms: number) => around.now() - Math.min(...awaited.values()) > ms,
    lost() {
      followed.clear()
      awaited.clear()
      documents.abandon()
    },
    /** The relay was restored: fetch everything, and send what it once acknowledged. */
    async newEpoch() {
      cursors = NO_CURSORS
      await documents.unsettle()
      await documents.fromStart(ports.wanted())
    },
  }
}
