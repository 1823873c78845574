import type * as Y from 'yjs'
import { contentDigest, isPending } from '../crdt/canonical.ts'
import { carry } from './carry.ts'
import { erasing } from './erasing.ts'
import { forgetDocuments } from './forget.ts'
import { fromRelay } from './from-relay.ts'
import { keepOpenRows } from './open-rows.ts'
import { sendAgain } from './send-again.ts'
import { openShelf, type StorePorts } from './shelf.ts'

export interface OpenDocument {
  readonly name: string
  /** The live document. A fresh copy may replace it: ask again after `onReplaced`. */
  readonly doc: Y.Doc
  /** Resolves when every edit made before the call is on this device's disk. */
  flush(): Promise<void>
  onReplaced(tell: () => void): () => void
}

export type Documents = Awaited<ReturnType<typeof openDocuments>>

/**
 * The documents on this device. Opening loads cache, then journal; local edits reach the
 * journal within half a second; what comes from the relay is applied in the order of its log.
 * @throws StorageFault if the journal cannot be read at the start
 */
export async function openDocuments(ports: StorePorts) {
  const { device, signer = null } = ports
  const [{ journal, writeAgain }, tally] = await Promise.all([
    keepOpenRows(ports.journal),
    ports.journal.tally(),
  ])
  const shelf = openShelf({ ...ports, journal }, tally)
  const { room, rooms, writer } = shelf
  const everyRoom = () => [...rooms.values()]
  const again = sendAgain(shelf, journal, ports)

  return {
    device,
    journal,
    ...again,
    ...fromRelay(shelf, journal, again.rekey),
    ...carry(shelf, journal, device, signer),
    ...erasing(shelf, journal, { device, signer }),
    ...forgetDocuments(shelf, journal, ports.cache),

    async open(name: string): Promise<OpenDocument> {
      const opened = await room(name)
      return {
        name,
        get doc() {
          return opened.doc
        },
        flush: () => opened.flush(),
        onReplaced: (tell) => opened.onReplaced(tell),
      }
    },

    /** Everything typed so far is on disk when it resolves. */
    async flush() {
      await Promise.all(everyRoom().map((each) => each.flush()))
    },

    /**
     * The store was emptied under the open app: writes what memory has of it. What was sent
     * comes back from the relay.
     * @returns how many rows were only on this device
     */
    async restore(): Promise<number> {
      const rows = await writeAgain()
      // The same content in a new cache, which begins at the start of the relay's log.
      for (const each of everyRoom()) await each.showInstead((state) => state)
      await shelf.recount()
      return rows
    },

    cursorOf: async (name: string) => (await room(name)).cursor,
    digest: async (name: string) => contentDigest((await room(name)).doc),
    isPending(name: string) {
      const loaded = rooms.get(name)
      return loaded ? isPending(loaded.doc) : false
    },
    /** Rows that are not on disk yet: all that a copy-out has when storage fails. */
    unwritten: () => writer.unwritten(),
    retryNow: () => writer.retryNow(),
    onRows: shelf.onRows,
    subscribe: shelf.subscribe,
    state: shelf.state,

    async close() {
      await Promise.all(everyRoom().map((each) => each.close()))
    },
  }
}
