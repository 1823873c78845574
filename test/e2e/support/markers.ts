import { randomInt } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
const LENGTH = 11

/** Words that stand nowhere else. Made by chance, so that no two have a part in common that a file could share. */
export const markers = (count: number): string[] =>
  Array.from({ length: count }, () =>
    Array.from({ length: LENGTH }, () => LETTERS.charAt(randomInt(LETTERS.length))).join(''),
  )

const swapped = (bytes: Buffer) => Buffer.from(bytes).swap16()

/** The forms in which a browser may write a word to a file. */
const formsOf = (word: string): readonly Buffer[] => {
  const wide = Buffer.from(word, 'utf16le')
  return [Buffer.from(word, 'utf8'), wide, swapped(wide)]
}

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))

/** Which words stand in which file of a profile; the browser must be off. */
export function scanProfile(profile: string, words: readonly string[]): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const file of filesUnder(profile)) {
    const bytes = readFileSync(file)
    const here = words.filter((word) => formsOf(word).some((form) => bytes.includes(form)))
    if (here.length > 0) found.set(path.relative(profile, file), here)
  }
  return found
}

/** Which of the words a script in the page can read from any store of this origin. */
export const readBack = (page: Page, words: readonly string[]): Promise<string[]> =>
  page.evaluate(async (wanted) => {
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error ?? new Error('no answer'))
      })
    const texts: string[] = [JSON.stringify(localStorage), JSON.stringify(sessionStorage)]
    const decoders = ['utf-8', 'utf-16le', 'utf-16be'].map((name) => new TextDecoder(name))
    const take = (value: unknown): void => {
      if (value instanceof ArrayBuffer) take(new Uint8Array(value))
      else if (ArrayBuffer.isView(value))
        for (const each of decoders) texts.push(each.decode(value))
      else if (typeof value === 'object' && value !== null)
        for (const [key, inner] of Object.entries(value)) {
          texts.push(key)
          take(inner)
        }
      else texts.push(String(value))
    }
    for (const { name = '' } of await indexedDB.databases()) {
      texts.push(name)
      const db = await answer(indexedDB.open(name))
      for (const store of db.objectStoreNames) {
        const lies = db.transaction(store).objectStore(store)
        take(await answer(lies.getAll()))
        take(await answer(db.transaction(store).objectStore(store).getAllKeys()))
      }
      db.close()
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) {
        const response = await cache.match(request)
        texts.push(request.url, (await response?.text()) ?? '')
      }
    }
    return wanted.filter((word) => texts.some((text) => text.includes(word)))
  }, words)

/** Writes the words as the app's stores would without a vault: what a scan must find. */
export const writePlainly = (page: Page, words: readonly string[]): Promise<void> =>
  page.evaluate(async (wanted) => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('plainly', 1)
      request.onupgradeneeded = () => request.result.createObjectStore('journal')
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error ?? new Error('no answer'))
    })
    const tx = db.transaction('journal', 'readwrite', { durability: 'strict' })
    const utf8 = new TextEncoder()
    wanted.forEach((word, n) => {
      // In turn as bytes, as text of one byte a letter, and as text of two.
      const forms = [
        { bytes: utf8.encode(`Seen: ${word}.`) },
        { data: { text: `Seen: ${word}.` } },
        { data: { text: `Seen: ${word} \u2013 twice.` } },
      ]
      tx.objectStore('journal').put(forms[n % forms.length], n)
    })
    await new Promise<void>((resolve, reject) => {
      tx.oncomplete = () => resolve()
      tx.onabort = () => reject(tx.error ?? new Error('not written'))
    })
    db.close()
  }, words)
