import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'

/**
 * How often words occur in everything that the app stores in this browser, read as the app could read it:
 * every row of every database, and the session's and local storage.
 */
export const foundInStores = (page: Page, words: readonly string[]): Promise<number> =>
  page.evaluate(async (wanted) => {
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error ?? new Error('no answer'))
      })
    const textOf = (value: unknown): string => {
      if (value instanceof Uint8Array || value instanceof ArrayBuffer)
        return new TextDecoder().decode(value)
      if (typeof value !== 'object' || value === null) return String(value)
      return Object.values(value).map(textOf).join('\n')
    }
    let all = Object.values(localStorage).concat(Object.values(sessionStorage)).join('\n')
    for (const { name } of await indexedDB.databases()) {
      const db = await answer(indexedDB.open(name ?? ''))
      for (const store of db.objectStoreNames)
        all += textOf(await answer(db.transaction(store).objectStore(store).getAll()))
      db.close()
    }
    return wanted.reduce((sum, word) => sum + all.split(word).length - 1, 0)
  }, words)

/** How often words lie in the files of a profile's IndexedDB, as one-byte or two-byte text. The browser must be off. */
export function foundOnDisk(profile: string, words: readonly string[]): number {
  const folder = path.join(profile, 'Default', 'IndexedDB')
  let found = 0
  for (const name of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!name.isFile()) continue
    const bytes = readFileSync(path.join(name.parentPath, name.name))
    for (const word of words)
      for (const needle of [Buffer.from(word, 'utf8'), Buffer.from(word, 'utf16le')])
        for (let at = bytes.indexOf(needle); at >= 0; at = bytes.indexOf(needle, at + 1)) found++
  }
  return found
}
