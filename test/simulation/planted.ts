import * as Y from 'yjs'
import { sha256Of } from '../../src/crdt/hash.ts'
import { hexOf } from '../../src/domain/ids.ts'
import type { Documents } from '../../src/store/documents.ts'
import type { DocumentCache, Journal } from '../../src/store/ports.ts'
import type { Parts } from '../../sync-server/worker/port.ts'
import type { Bug } from './plan.ts'

const vectorHash = (doc: Y.Doc) => hexOf(sha256Of(Y.encodeStateVector(doc)))

export function stateVectorDigest({ snapshot, rows }: Parts): string {
  const doc = new Y.Doc()
  if (snapshot) Y.applyUpdate(doc, snapshot)
  for (const bytes of rows) Y.applyUpdate(doc, bytes)
  return vectorHash(doc)
}

/** A device's documents with a bug in them. */
export function withBug(documents: Documents, bug: Bug | null): Documents {
  switch (bug) {
    case 'trust-a-state-vector':
      return {
        ...documents,
        digest: async (name) => vectorHash((await documents.open(name)).doc),
      }
    case 'ack-settles-everything':
      return {
        ...documents,
        async acknowledged(rows) {
          const unsent = await documents.journal.rows(['unsent'])
          await documents.journal.settle(
            unsent.map(({ n }) => ({ n, state: 'safe', reason: null })),
          )
          await documents.acknowledged(rows)
        },
      }
    case 'skip-a-gap':
      return {
        ...documents,
        async receive(name, rows) {
          const received = await documents.receive(name, rows)
          const last = rows.at(-1)
          if (received !== 'gap' || !last) return received
          await documents.receiveSnapshot(name, Y.mergeUpdates(rows.map((r) => r.bytes)), last.seq)
          return 'applied'
        },
      }
    default:
      return documents
  }
}

/** A journal that says "written" before it is. */
export function hastyJournal(journal: Journal): Journal {
  return {
    ...journal,
    async write(rows, index) {
      void journal.write(rows, index).catch(() => undefined)
    },
  }
}

/** A cache whose cursor is kept elsewhere: it moves on when the state it describes was not written. */
export function cursorElsewhere(
  cache: DocumentCache,
  cursors: Map<string, unknown>,
): DocumentCache {
  return {
    async attach(name, doc) {
      const cached = await cache.attach(name, doc)
      const kept = cursors.get(`cursor ${name}`)
      const { cursor, journal } = cached.reach
      return {
        ...cached,
        reach: { cursor: typeof kept === 'number' && cached.found ? kept : cursor, journal },
        async saveReach(reach) {
          cursors.set(`cursor ${name}`, reach.cursor)
          await cached.saveReach(reach)
        },
      }
    },
    drop: (name) => {
      cursors.delete(`cursor ${name}`)
      return cache.drop(name)
    },
  }
}
