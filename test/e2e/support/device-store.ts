import type { Page } from '@playwright/test'
import { contentDigest } from '../../../src/crdt/canonical.ts'
import { rawRecords } from '../../../src/crdt/records.ts'
import { type VaultRecord, vaultRecordSchema } from '../../../src/store/vault/record.ts'
import { aesSealer, type Sealer } from '../../../src/store/vault/sealer.ts'
import { openKey } from '../../../src/store/vault/wrap.ts'
import { mergedOf } from './relay-rows.ts'

export interface JournalFact {
  readonly id: string
  readonly doc: string
  readonly n: number
  readonly state: string
}

interface SealedUpdate {
  readonly doc: string
  readonly id: string
  readonly sealed: readonly number[]
}

interface Stored {
  readonly journal: readonly JournalFact[]
  /** Of the documents that anybody may read. */
  readonly updates: Readonly<Record<string, readonly number[][]>>
  readonly sealed: readonly SealedUpdate[]
  readonly vault: unknown
}

/** Reads a person's stores in the browser itself, past the app: journal, and caches of documents. */
const readStores = (page: Page, person: string): Promise<Stored> =>
  page.evaluate(async (who) => {
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error ?? new Error('no answer'))
      })
    const names = (await indexedDB.databases()).map(({ name }) => name ?? '')
    const allOf = async (name: string, store: string): Promise<unknown[]> => {
      if (!names.includes(name)) return []
      const db = await answer(indexedDB.open(name))
      try {
        if (!db.objectStoreNames.contains(store)) return []
        return await answer<unknown[]>(db.transaction(store).objectStore(store).getAll())
      } finally {
        db.close()
      }
    }
    const own = `corridor-${who}`
    const journal = (await allOf(own, 'journal')) as JournalFact[]
    const sealed = (await allOf(`${own}/sealed`, 'updates')) as {
      doc: string
      id: string
      sealed: Uint8Array
    }[]
    const updates: Record<string, number[][]> = {}
    for (const name of names.filter((n) => n.startsWith(`${own}/`) && n !== `${own}/sealed`))
      updates[name.slice(own.length + 1)] = (await allOf(name, 'updates')).map((bytes) => [
        ...(bytes as Uint8Array),
      ])
    const [vault] = (await allOf(own, 'vault')) as { value: unknown }[]
    return {
      journal: journal.map(({ id, doc, n, state }) => ({ id, doc, n, state })),
      updates,
      sealed: sealed.map((row) => ({ ...row, sealed: [...row.sealed] })),
      vault: vault?.value,
    }
  }, person)

export const journalOn = async (page: Page, person: string): Promise<readonly JournalFact[]> =>
  (await readStores(page, person)).journal

/** How the key of a person's work lies in this browser. */
export const vaultOn = async (page: Page, person: string): Promise<VaultRecord> =>
  vaultRecordSchema.parse((await readStores(page, person)).vault)

/** What anybody can do who has the device: open what the key that lies beside it opens. */
async function openSealer(vault: unknown): Promise<Sealer | null> {
  const record = vaultRecordSchema.safeParse(vault)
  const open = record.data?.wrappings.find(({ kind }) => kind === 'open')
  if (open?.kind !== 'open') return null
  const key = await openKey(open)
  return aesSealer(
    () => key,
    () => new Uint8Array(),
  )
}

/** The updates of every document that this browser has cached, as far as they can be read there. */
async function updatesOn(page: Page, person: string): Promise<Map<string, Uint8Array[]>> {
  const { updates, sealed, vault } = await readStores(page, person)
  const found = new Map<string, Uint8Array[]>(
    Object.entries(updates).map(([doc, all]) => [doc, all.map((bytes) => Uint8Array.from(bytes))]),
  )
  const sealer = await openSealer(vault)
  for (const row of sealer ? sealed : []) {
    const place = { store: 'cache', doc: row.doc, id: row.id }
    const bytes = await sealer?.open(place, Uint8Array.from(row.sealed))
    if (bytes) found.set(row.doc, [...(found.get(row.doc) ?? []), bytes])
  }
  return found
}

/** Content fingerprints of every document that this browser has cached, by name. */
export async function digestsOn(page: Page, person: string): Promise<Record<string, string>> {
  const found = await updatesOn(page, person)
  return Object.fromEntries([...found].map(([doc, all]) => [doc, contentDigest(mergedOf(all))]))
}

/** All that can be read of a person's caches, as one text. */
export async function readableOn(page: Page, person: string): Promise<string> {
  const found = await updatesOn(page, person)
  return JSON.stringify([...found.values()].map((all) => rawRecords(mergedOf(all))))
}
