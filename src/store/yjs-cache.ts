import { IndexeddbPersistence, storeState } from 'y-indexeddb'
import * as Y from 'yjs'
import type { CachedDocument, DocumentCache, Reach } from './ports.ts'

const OPEN_MS = 4000
/** Updates are gathered and written together: a write for each keystroke would double the work of the journal. */
const GATHER_MS = 400
const GATHER_ROWS = 200
/** Rows from which the cache is written again as one when it is opened. */
const TRIM_ROWS = 300
const REACH = 'reach'
const NOTHING: Reach = { cursor: 0, journal: 0 }

const within = <T>(promise: Promise<T>, ms: number): Promise<T | null> =>
  Promise.race([promise, new Promise<null>((resolve) => setTimeout(resolve, ms, null))])

const failed = (opening: Promise<unknown>): Promise<never> =>
  opening.then(() => new Promise<never>(() => undefined))

/** A document whose cache could not be opened: it works from relay and journal, and is not cached this time. */
const uncached: CachedDocument = {
  reach: NOTHING,
  found: false,
  keep: () => undefined,
  saveReach: async () => undefined,
  close: async () => undefined,
}

/** The cache on y-indexeddb: one database a document, named for the person and the document. */
export function yjsCache(person: string): DocumentCache {
  const databaseName = (name: string) => `corridor-${person}/${name}`

  return {
    async attach(name, doc) {
      try {
        const persistence = new IndexeddbPersistence(databaseName(name), doc)
        // `whenSynced` never rejects; a database that cannot be opened says so here.
        const synced = Promise.race([persistence.whenSynced, failed(persistence._db)])
        if ((await within(synced, OPEN_MS)) === null) {
          // Damaged or hanging: leave it behind, so that the next start finds none and builds a new one.
          void persistence.destroy()
          indexedDB.deleteDatabase(databaseName(name))
          return uncached
        }
        return await keeping(persistence, doc)
      } catch {
        return uncached
      }
    },
    drop: (name) =>
      new Promise((resolve) => {
        const request = indexedDB.deleteDatabase(databaseName(name))
        // A blocked deletion goes through when the other connection closes; the cursor goes with it.
        request.onsuccess = () => resolve(true)
        request.onerror = request.onblocked = () => resolve(false)
      }),
  }
}

/** Resolves when every earlier write transaction on the updates of this cache has ended. */
function barrier(persistence: IndexeddbPersistence, reach: Reach): Promise<void> {
  return new Promise((resolve, reject) => {
    const db = persistence.db
    if (!db) return reject(new Error('the cache is closed'))
    const tx = db.transaction(['updates', 'custom'], 'readwrite')
    tx.objectStore('custom').put(reach, REACH)
    tx.oncomplete = () => resolve()
    tx.onabort = tx.onerror = () => reject(new Error('the cache could not be written'))
  })
}

function readReach(stored: unknown): Reach {
  if (typeof stored !== 'object' || stored === null) return NOTHING
  const { cursor, journal } = stored as Partial<Reach>
  return typeof cursor === 'number' && typeof journal === 'number' ? { cursor, journal } : NOTHING
}

async function keeping(persistence: IndexeddbPersistence, doc: Y.Doc): Promise<CachedDocument> {
  const stored = readReach(await persistence.get(REACH))
  // Its own listener throws into the edit when the connection was closed, and its own
  // trimming would store edits that the journal does not have yet.
  doc.off('update', persistence._storeUpdate)
  if (persistence._dbsize >= TRIM_ROWS) await storeState(persistence)

  let gathered: Uint8Array[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let broken = false

  const writeGathered = () => {
    clearTimeout(timer)
    timer = undefined
    if (gathered.length === 0 || broken) return
    const update = gathered.length === 1 ? gathered[0] : Y.mergeUpdates(gathered)
    gathered = []
    persistence._dbsize = 0
    try {
      if (update) persistence._storeUpdate(update, null)
    } catch {
      broken = true // The journal and the relay have it all; the next start builds the cache again.
    }
  }

  return {
    reach: stored,
    found: doc.store.clients.size > 0,
    keep(update) {
      if (broken) return
      gathered.push(update)
      if (gathered.length >= GATHER_ROWS) writeGathered()
      else timer ??= setTimeout(writeGathered, GATHER_MS)
    },
    async saveReach(reach) {
      writeGathered()
      if (broken) return
      await barrier(persistence, reach).catch(() => {
        broken = true
      })
    },
    async close() {
      writeGathered()
      await persistence.destroy()
    },
  }
}
