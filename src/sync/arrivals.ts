import { sha256Of } from '../crdt/hash.ts'
import type { RelayMessage } from '../domain/wire/messages.ts'
import { sameBytes } from '../domain/wire/row-hash.ts'
import type { ExchangePorts } from './exchange-ports.ts'

const PENDING_MS = 2000

type Updates = Extract<RelayMessage, { type: 'updates' }>
type Snapshot = Extract<RelayMessage, { type: 'snapshot' }>

/** Followed documents: what of them arrives, and what is asked for when something is missing. */
export function createArrivals(ports: ExchangePorts) {
  const { documents, outbox, around } = ports
  const followed = new Set<string>()
  const watched = new Set<string>()
  /** Documents asked for without an answer yet, and when. */
  const asked = new Map<string, number>()

  const follow = async (doc: string) => {
    followed.add(doc)
    asked.set(doc, around.now())
    ports.send({ type: 'follow', doc, cursor: await documents.cursorOf(doc) })
  }

  /** @returns whether it was followed */
  const unfollow = (doc: string): boolean => {
    asked.delete(doc)
    return followed.delete(doc)
  }

  /** Updates can wait for others that never come in this order; one fetch from row 0 frees them. */
  const watchPending = (doc: string) => {
    if (!documents.isPending(doc) || watched.has(doc)) return
    watched.add(doc)
    const refetch = async () => {
      await documents.refetch(doc)
      await follow(doc)
    }
    around.after(PENDING_MS, () => {
      watched.delete(doc)
      // A journal that cannot be read now is read at the next start.
      if (documents.isPending(doc)) void refetch().catch(() => undefined)
    })
  }

  /** The relay has rows up to `head`; own rows on their way explain a difference for now. */
  const hearsOf = async (doc: string, head: number): Promise<boolean> => {
    if (!followed.has(doc) || outbox.hasUnsent(doc)) return false
    if (head <= (await documents.cursorOf(doc))) return false
    await follow(doc)
    return true
  }

  return {
    follow,
    hearsOf,
    followed: () => [...followed],
    async updates({ doc, rows }: Updates) {
      if (!followed.has(doc)) return
      if ((await documents.receive(doc, rows)) !== 'applied') return follow(doc)
      watchPending(doc)
      ports.digests.soon()
    },
    async snapshot({ doc, bytes, seq, hash }: Snapshot) {
      if (!followed.has(doc)) return
      if (!sameBytes(sha256Of(bytes), hash)) return follow(doc)
      await documents.receiveSnapshot(doc, bytes, seq)
      watchPending(doc)
      ports.digests.soon()
    },
    async following(doc: string, head: number) {
      asked.delete(doc)
      await documents.caughtUp(doc, head)
      if (!(await hearsOf(doc, head))) ports.digests.soon()
    },
    async notFollowing(doc: string) {
      unfollow(doc)
    },
    unfollow,
    overdue: (ms: number) => around.now() - Math.min(...asked.values()) > ms,
    lost() {
      followed.clear()
      asked.clear()
      documents.abandon()
    },
  }
}
