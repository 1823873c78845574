import * as Y from 'yjs'
import type { DocumentCache, Journal, RowState } from './ports.ts'
import type { Shelf } from './shelf.ts'

const SENT: readonly RowState[] = ['safe', 'replaced', 'damaged']
const ALL: readonly RowState[] = [...SENT, 'unsent', 'refused']

/** The state of a document that nobody has written in. */
const NOTHING = Y.encodeStateAsUpdate(new Y.Doc())

/** sent: only what the relay has, so nothing goes while a row is unsent. all: its rows have their receipt. */
export type HowMuch = 'sent' | 'all'

/** Taking documents off this device: journal, index and cache, and what memory shows of them. */
export function forgetDocuments(shelf: Shelf, journal: Journal, cache: DocumentCache) {
  const { rooms, recount, announce } = shelf

  return {
    /**
     * Takes one document off. A kill in the middle is finished at the next start.
     * @returns false if a row is only here and may not go
     */
    async forgetDocument(name: string, how: HowMuch): Promise<boolean> {
      const loaded = rooms.get(name)
      await loaded?.flush()
      const open = await journal.rows(['unsent', 'refused'], name)
      if (how === 'sent' && open.some(({ state }) => state === 'unsent')) return false
      await journal.forget(name, how === 'all' ? ALL : SENT)
      if (loaded) await loaded.showInstead(() => NOTHING)
      else await cache.drop(name)
      // What was on its way out lies with the school by now: the outbox lets go of it.
      if (how === 'all') announce([], open)
      await recount()
      return true
    },

    /**
     * At a start: caches that a kill left behind, or that another window still held open.
     * Until then the mark stays.
     */
    async finishForgetting(): Promise<void> {
      for (const name of await journal.forgetting()) {
        if (await cache.drop(name)) await journal.forgotten(name)
      }
    },

    /** Documents that anything is kept of on this device. */
    kept: () => journal.kept(),
  }
}
