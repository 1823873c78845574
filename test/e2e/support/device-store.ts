import type { Page } from '@playwright/test'
import { contentDigest } from '../../../src/crdt/canonical.ts'
import { mergedOf } from './relay-rows.ts'

export interface JournalFact {
  readonly id: string
  readonly doc: string
  readonly n: number
  readonly state: string
}

interface Stored {
  readonly journal: readonly JournalFact[]
  readonly updates: Readonly<Record<string, readonly number[][]>>
}

/** Reads a person's stores in the browser itself, past the app: journal, and caches of documents. */
const readStores = (page: Page, person: string): Promise<Stored> =>
  page.evaluate(async (who) => {
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error ?? new Error('no answer'))
      })
    const allOf = async (name: string, store: string): Promise<unknown[]> => {
      const db = await answer(indexedDB.open(name))
      try {
        if (!db.objectStoreNames.contains(store)) return []
        return await answer<unknown[]>(db.transaction(store).objectStore(store).getAll())
      } finally {
        db.close()
      }
    }
    const names = (await indexedDB.databases()).map(({ name }) => name ?? '')
    const own = `corridor-${who}`
    const journal = names.includes(own) ? await allOf(own, 'journal') : []
    const updates: Record<string, number[][]> = {}
    for (const name of names.filter((n) => n.startsWith(`${own}/`)))
      updates[name.slice(own.length + 1)] = (await allOf(name, 'updates')).map((bytes) => [
        ...(bytes as Uint8Array),
      ])
    return {
      journal: (journal as JournalFact[]).map(({ id, doc, n, state }) => ({ id, doc, n, state })),
      updates,
    }
  }, person)

export const journalOn = async (page: Page, person: string): Promise<readonly JournalFact[]> =>
  (await readStores(page, person)).journal

/** Content fingerprints of every document that this browser has cached, by name. */
export async function digestsOn(page: Page, person: string): Promise<Record<string, string>> {
  const { updates } = await readStores(page, person)
  return Object.fromEntries(
    Object.entries(updates).map(([doc, all]) => [
      doc,
      contentDigest(mergedOf(all.map((bytes) => Uint8Array.from(bytes)))),
    ]),
  )
}
