import { documentsOf } from '../domain/access/documents-of.ts'
import { LEFTOVER_BYTES } from '../domain/devices.ts'
import { type CarriedRow, packCarried } from '../domain/wire/carried.ts'
import { forgetMark } from '../store/canary.ts'
import { cacheName } from '../store/vault/sealed-cache.ts'
import { unsafeRows } from './copy-file.ts'
import { type Proof, prove, sayWiped, sendLeftover } from './device-api.ts'
import type { AppDevice } from './device.ts'
import { browserMemory } from './remembered.ts'

const LET_GO_MS = 1500
const DELETE_MS = 15_000
/** Room for what goes round the rows in one upload. */
const UPLOAD_BYTES = LEFTOVER_BYTES / 2

const within = <T>(work: Promise<T>, ms: number): Promise<T | null> =>
  Promise.race([work, new Promise<null>((resolve) => setTimeout(resolve, ms, null))])

const channelOf = (person: string) => new BroadcastChannel(`corridor-removed-${person}`)

/** Tells this window when another one takes a person's work off the device. */
export function listenForRemoval(person: string, onRemoved: () => void): () => void {
  const channel = channelOf(person)
  channel.onmessage = onRemoved
  return () => channel.close()
}

/** Every database of a person: the journal's, the sealed caches', and those of caches that lie plain. */
async function databasesOf(person: string, documents: readonly string[]): Promise<string[]> {
  const own = `corridor-${person}`
  const known = [own, cacheName(person), ...documents.map((doc) => `${own}/${doc}`)]
  const all = await allDatabases()
  const found = all.filter((name) => name === own || name.startsWith(`${own}/`))
  return [...new Set([...known, ...found])]
}

async function allDatabases(): Promise<string[]> {
  // Older browsers cannot say; the names that follow from the person's rights are known anyway.
  const found = await indexedDB.databases?.().catch(() => [])
  return (found ?? []).flatMap(({ name }) => name ?? [])
}

/** A deletion waits for what is still open elsewhere; it is not called off by taking long. */
const deleteDatabase = (name: string): Promise<void> =>
  new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name)
    request.onsuccess = request.onerror = () => resolve()
  })

export async function deletePersonsDatabases(
  person: string,
  documents: readonly string[],
): Promise<void> {
  const names = await databasesOf(person, documents)
  await within(Promise.all(names.map(deleteDatabase)), DELETE_MS)
  // What is gone on purpose must not be called lost at the next start.
  forgetMark(person)
}

/** The app itself, and what it remembered: nothing of anybody is left. */
async function emptyBrowser(): Promise<void> {
  await browserMemory.forget()
  localStorage.clear()
  sessionStorage.clear()
  if ('caches' in globalThis) for (const name of await caches.keys()) await caches.delete(name)
  const workers = (await navigator.serviceWorker?.getRegistrations()) ?? []
  for (const worker of workers) await worker.unregister()
}

/** Whether somebody else has work on this browser. */
async function othersWorkHere(person: string): Promise<boolean> {
  const own = `corridor-${person}`
  return (await allDatabases()).some(
    (name) => name.startsWith('corridor-') && name !== own && !name.startsWith(`${own}/`),
  )
}

export const proofOfWipe = (device: AppDevice): Promise<Proof | null> =>
  device.key ? prove(device.key, device.documents.device, 'wiped') : Promise.resolve(null)

/**
 * Takes all of a person's work off this device, in every window, and tells the trust. Where nobody
 * else works, the browser keeps nothing of Corridor at all. Works with no signal; then the trust
 * hears of it, and the sign-in ends, at the next start.
 */
export async function wipeDevice(device: AppDevice): Promise<void> {
  const { person } = device.me
  // First: afterwards there is no key to sign with.
  const proof = await proofOfWipe(device)
  const channel = channelOf(person)
  channel.postMessage('removed')
  channel.close()
  await within(device.letGo(), LET_GO_MS)
  const alone = !(await othersWorkHere(person))
  await deletePersonsDatabases(person, documentsOf(device.me))
  device.vault.forget()
  if (alone) await emptyBrowser()
  else await browserMemory.change({ last: null })
  const told = proof !== null && (await sayWiped(proof, alone))
  if (!told) browserMemory.oweSignOut()
}

async function leftoverOf(device: AppDevice): Promise<CarriedRow[]> {
  const { person } = device.me
  const rows = await unsafeRows(device)
  return rows.flatMap((row) =>
    row.signature ? [{ person, ...row, signature: row.signature }] : [],
  )
}

function inUploads(rows: readonly CarriedRow[]): CarriedRow[][] {
  const uploads: CarriedRow[][] = []
  let size = UPLOAD_BYTES
  for (const row of rows) {
    if (size + row.bytes.length > UPLOAD_BYTES) {
      uploads.push([])
      size = 0
    }
    uploads.at(-1)?.push(row)
    size += row.bytes.length
  }
  return uploads
}

/**
 * Hands what a lost device has not sent to the trust, where it is put aside unread.
 * @returns how many changes; null while the trust does not answer
 */
export async function deliverLeftover(device: AppDevice): Promise<number | null> {
  const { key } = device
  if (!key) return 0
  await within(device.documents.flush(), LET_GO_MS)
  let kept = 0
  for (const rows of inUploads(await leftoverOf(device))) {
    const answer = await sendLeftover(key, device.documents.device, packCarried(rows))
    if (answer === 'no-answer') return null
    if (answer === 'kept') kept += rows.length
  }
  return kept
}
