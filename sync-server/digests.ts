import type { Access } from './access.ts'
import type { Connection } from './connection.ts'
import type { RelayPorts } from './ports.ts'
import type { AtHead, Snapshots } from './snapshots.ts'

const KNOWN_LIMIT = 2_000

interface Asker {
  readonly to: Connection
  readonly answered: () => void
}

export interface Digests {
  ask(to: Connection, doc: string): void
}

/** Content digests: one piece of work for all who ask about a document at the same time. */
export function createDigests(ports: RelayPorts, access: Access, snapshots: Snapshots): Digests {
  const known = new Map<string, AtHead>()
  const waiting = new Map<string, Asker[]>()

  async function atHead(doc: string): Promise<AtHead> {
    const cached = known.get(doc)
    if (cached && cached.seq === (await ports.log.head(doc))) return cached
    const fresh = await snapshots.digest(doc)
    if (known.size >= KNOWN_LIMIT) known.clear()
    known.set(doc, fresh)
    return fresh
  }

  async function answer(doc: string, askers: readonly Asker[]) {
    try {
      const { seq, digest } = await atHead(doc)
      for (const { to } of askers) to.send({ type: 'digest', doc, seq, digest })
    } catch (error) {
      // No answer is the honest one: the device goes on saying that it has not been checked.
      ports.note?.('digest-failed', { doc, error: String(error) })
    }
    for (const { answered } of askers) answered()
  }

  /** Those who ask during the work need a newer answer: they are the next round. */
  async function workOff(doc: string) {
    for (;;) {
      const askers = waiting.get(doc) ?? []
      if (askers.length === 0) break
      waiting.set(doc, [])
      await answer(doc, askers)
    }
    waiting.delete(doc)
  }

  return {
    ask(to, doc) {
      const refusal = access.refuses(to.person, 'read', doc)
      if (refusal) return to.send({ type: 'notFollowing', doc, reason: refusal })
      to.track(
        new Promise((answered) => {
          const askers = waiting.get(doc)
          if (askers) askers.push({ to, answered })
          else {
            waiting.set(doc, [{ to, answered }])
            void workOff(doc)
          }
        }),
      )
    },
  }
}
