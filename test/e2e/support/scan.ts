import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'

function* filesIn(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const full = path.join(folder, entry.name)
    if (entry.isDirectory()) yield* filesIn(full)
    else if (entry.isFile() && statSync(full).size > 0) yield full
  }
}

/** Every file of a folder that holds the words, as UTF-8 or as UTF-16, from the folder. */
export function filesWith(folder: string, words: string): string[] {
  const wanted = [Buffer.from(words, 'utf8'), Buffer.from(words, 'utf16le')]
  return [...filesIn(folder)]
    .filter((file) => {
      const bytes = readFileSync(file)
      return wanted.some((each) => bytes.includes(each))
    })
    .map((file) => path.relative(folder, file))
}

/** Everything that a page of the app could read back, as the browser holds it: names of the places with the words. */
export const placesWith = (page: Page, words: string): Promise<string[]> =>
  page.evaluate(async (wanted) => {
    const found: string[] = []
    const text = (value: unknown): string => {
      if (value instanceof Uint8Array) return new TextDecoder('latin1').decode(value)
      if (value instanceof ArrayBuffer) return text(new Uint8Array(value))
      if (Array.isArray(value)) return value.map(text).join('\n')
      if (typeof value === 'object' && value !== null)
        return Object.entries(value)
          .map(([key, inner]) => `${key}\n${text(inner)}`)
          .join('\n')
      return String(value)
    }
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error ?? new Error('no answer'))
      })
    for (const { name = '' } of await indexedDB.databases()) {
      const db = await answer(indexedDB.open(name))
      for (const store of db.objectStoreNames) {
        const all = await answer<unknown[]>(db.transaction(store).objectStore(store).getAll())
        if (text(all).includes(wanted)) found.push(`${name}: ${store}`)
      }
      db.close()
    }
    for (const [label, storage] of [
      ['localStorage', localStorage],
      ['sessionStorage', sessionStorage],
    ] as const)
      if (text(Object.entries(storage)).includes(wanted)) found.push(label)
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) {
        const body = await (await cache.match(request))?.text()
        if (body?.includes(wanted)) found.push(`cache: ${request.url}`)
      }
    }
    if (location.href.includes(wanted) || document.cookie.includes(wanted)) found.push('address')
    return found
  }, words)
