import type { FeedCursors, RelayMessage } from '../domain/wire/messages.ts'
import { createArrivals } from './arrivals.ts'
import type { ExchangePorts } from './exchange-ports.ts'
import { createReplies } from './replies.ts'

const NO_CURSORS: FeedCursors = { log: 0, decisions: 0, access: 0 }

type Feed = Extract<RelayMessage, { type: 'feed' }>
export type AfterWelcome = Exclude<RelayMessage, { type: 'welcome' | 'bye' }>

/** What the relay says after its welcome, one message at a time. */
export function createInbox(ports: ExchangePorts) {
  const { documents, ledger, outbox, status, around } = ports
  const arrivals = createArrivals(ports)
  const replies = createReplies(ports, arrivals.follow)
  let cursors: FeedCursors | null = null
  let feedAsked: number | null = null

  const feed = async (message: Feed) => {
    feedAsked = null
    await ledger.addDecisions(message.decisions)
    await ledger.saveDevices(message.devices)
    cursors = message.cursors
    await ledger.setMeta('feed', cursors)
    if (message.access) ports.onAccessChanged()
    for (const { doc, head } of message.docs) await arrivals.hearsOf(doc, head)
  }

  const handle = async (message: AfterWelcome): Promise<void> => {
    switch (message.type) {
      case 'ack':
        return replies.acked(message)
      case 'refused':
        return replies.refused(message)
      case 'retry':
        for (const { doc } of message.rows) outbox.hold(doc, ports.pump)
        return
      case 'updates':
        return arrivals.updates(message)
      case 'snapshot':
        return arrivals.snapshot(message)
      case 'following':
        return arrivals.following(message.doc, message.head)
      case 'notFollowing':
        return arrivals.notFollowing(message.doc)
      case 'feed':
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
    follow: arrivals.follow,
    cureLeft: replies.cureLeft,
    followed: arrivals.followed,
    unfollow: arrivals.unfollow,
    async feed() {
      cursors ??= ((await ledger.meta('feed')) as FeedCursors | undefined) ?? NO_CURSORS
      feedAsked = around.now()
      ports.send({ type: 'feed', cursors })
    },
    /** Whether a question has waited too long: it or its answer was lost. */
    overdue: (ms: number) =>
      arrivals.overdue(ms) || (feedAsked !== null && around.now() - feedAsked > ms),
    lost() {
      feedAsked = null
      arrivals.lost()
    },
    /** The relay was restored: fetch everything, and send what it once acknowledged. */
    async newEpoch() {
      cursors = NO_CURSORS
      await documents.unsettle()
      await documents.fromStart(ports.wanted())
    },
  }
}
