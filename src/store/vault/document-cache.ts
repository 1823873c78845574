import Dexie from 'dexie'
import * as Y from 'yjs'
import type { DocumentCache } from '../ports.ts'
import { yjsCache } from '../yjs-cache.ts'
import { cacheName, sealedCache } from './sealed-cache.ts'
import type { Sealer } from './sealer.ts'

/** The one document that anybody in the trust may read (class C0): schools, people, templates. */
const isOpenToAll = (name: string) => name === 'trust'

/** Every document in the cache that its class asks for: sealed, or plain for what anybody may read. */
export function documentCache(
  person: string,
  sealer: Sealer,
  random: (bytes: number) => Uint8Array,
): DocumentCache & { close(): void } {
  const plain = yjsCache(person)
  const sealed = sealedCache(person, sealer, random)
  const of = (name: string) => (isOpenToAll(name) ? plain : sealed)
  return {
    attach: (name, doc) => of(name).attach(name, doc),
    drop: (name) => of(name).drop(name),
    close: () => sealed.close(),
  }
}

/** Names of the documents whose state lies plain, from before there was a vault. */
export async function plainlyCached(person: string): Promise<readonly string[]> {
  const start = `corridor-${person}/`
  const found = (await indexedDB.databases?.()) ?? []
  return found
    .map(({ name = '' }) => name)
    .filter((name) => name.startsWith(start) && name !== cacheName(person))
    .map((name) => name.slice(start.length))
    .filter((name) => !isOpenToAll(name))
}

export const sealedlyCached = async (person: string): Promise<readonly string[]> => {
  const db = new Dexie(cacheName(person))
  try {
    await db.open()
    const names = await db.table('reach').toCollection().primaryKeys()
    return names.map(String)
  } catch {
    return [] // None was ever made here.
  } finally {
    db.close()
  }
}

/** Moves the state of documents from one cache to another. Cut short, what is missing is fetched again. */
export async function moveCaches(names: readonly string[], from: DocumentCache, to: DocumentCache) {
  for (const name of names) {
    const doc = new Y.Doc()
    const was = await from.attach(name, doc)
    await was.close()
    await from.drop(name)
    if (!was.found) continue
    const now = await to.attach(name, new Y.Doc())
    now.keep(Y.encodeStateAsUpdate(doc))
    await now.saveReach(was.reach)
    await now.close()
  }
}

/** Removes every cache of a person from this device, whatever documents they are of. */
export async function dropCaches(person: string, names: readonly string[]): Promise<void> {
  const plain = yjsCache(person)
  const left = await plainlyCached(person).catch(() => [])
  for (const name of new Set(['trust', ...names, ...left])) await plain.drop(name)
  await Dexie.delete(cacheName(person))
}
