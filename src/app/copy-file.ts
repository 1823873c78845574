import { copyIn, copyOut, type CopyFault } from '../store/copy-out.ts'
import type { JournalRow } from '../store/ports.ts'
import {
  openSealedCopy,
  readSealedCopy,
  type SealedCopy,
  sealedCopy,
} from '../store/vault/sealed-copy.ts'
import { isLocked } from '../store/vault/vault.ts'
import type { Way } from '../store/vault/ways.ts'
import { rowIsWhole } from '../crdt/hash.ts'
import type { Carried } from '../store/carry.ts'
import { saveFile } from '../ui/save-file.ts'
import type { AppDevice } from './device.ts'

/** Everything that is not safe at the trust: from the disk while it answers, and from memory. */
export async function unsafeRows(device: AppDevice): Promise<JournalRow[]> {
  const unwritten = device.documents.unwritten()
  const written = await device.documents.journal.rows(['unsent', 'refused']).catch(() => []) // The store is closed or broken: what is in memory can still be carried out.
  const known = new Set(written.map(({ id }) => id))
  return device.documents.signed([...written, ...unwritten.filter(({ id }) => !known.has(id))])
}

/** Saves a file with all unsent work to the downloads; says how many changes are in it. */
export async function saveCopy(device: AppDevice): Promise<number> {
  // What is carried for somebody else is not this person's to copy.
  const rows = (await unsafeRows(device)).filter((row) => row.person === undefined)
  if (rows.length === 0) return 0
  const { person, name } = device.me
  const { record } = device.vault
  const now = device.now()
  const stamp = new Date(now).toISOString().slice(0, 16).replace(/[T:]/g, '-')
  if (record && isLocked(record)) {
    // What is locked on the device does not lie readable among its downloads.
    const text = sealedCopy(person, record, await device.db.rows.journal.seal(rows), now)
    saveFile(`corridor-sealed-${stamp}.json`, 'application/json', text)
    return rows.length
  }
  const text = copyOut({ person, name }, rows, now)
  const file = `corridor-${name.toLowerCase().replace(/[^a-z]+/g, '-')}-${stamp}.json`
  saveFile(file, 'application/json', text)
  return rows.length
}

const changes = (n: number) => `${n} ${n === 1 ? 'change' : 'changes'}`

function sayFault(fault: CopyFault): string {
  if (fault === 'not-a-copy')
    return 'This file is not a copy made by Corridor. Pick one whose name begins with “corridor-”.'
  if (fault === 'newer')
    return 'This copy was made by a newer version of Corridor. Load the new version here, then bring it in.'
  if (fault === 'too-large')
    return 'This file is larger than any copy that Corridor makes. Pick one whose name begins with “corridor-”.'
  return `This copy holds the work of ${fault.otherPerson}. It can only be brought in when ${fault.otherPerson} is signed in.`
}

export interface BroughtIn {
  readonly ok: boolean
  readonly words: string
  /** It is sealed: bring it in again with the passphrase or passkey of the device it comes from. */
  readonly sealed?: SealedCopy
}

/** Takes in the rows of such a file; the same file twice changes nothing. */
export async function bringIn(device: AppDevice, file: File): Promise<BroughtIn> {
  const text = await file.text()
  const sealed = readSealedCopy(text, device.me.person)
  if (sealed)
    return sealed.ok
      ? bringInSealed(device, sealed.value, null)
      : { ok: false, words: sayFault(sealed.error) }
  const read = copyIn(text, device.me.person)
  if (!read.ok) return { ok: false, words: sayFault(read.error) }
  return takeIn(device, read.value)
}

/** @param way opens it, if it does not come from this device */
export async function bringInSealed(
  device: AppDevice,
  copy: SealedCopy,
  way: Way | null,
): Promise<BroughtIn> {
  const { record } = device.vault
  const own = record && { record, rows: device.db.rows }
  const found = await openSealedCopy(copy, own, way)
  if (!found) {
    const words = way
      ? 'That did not open the copy. Use what opened the device it comes from.'
      : 'This copy is sealed. Open it with the passphrase of the device it comes from.'
    return { ok: false, words, sealed: copy }
  }
  const whole = found.filter(rowIsWhole)
  // Its number is this device's to give.
  const rows = whole.map(({ id, doc, device: from, hash, madeAt, bytes, signature }): Carried => ({
    id,
    doc,
    device: from,
    hash,
    madeAt,
    bytes,
    signature,
  }))
  return takeIn(device, { rows, damaged: found.length - whole.length })
}

async function takeIn(
  device: AppDevice,
  { rows, damaged }: { rows: readonly Carried[]; damaged: number },
): Promise<BroughtIn> {
  const fresh = await device.documents.carryIn(rows)
  const known = rows.length - fresh
  const parts = [
    fresh > 0 ? `${changes(fresh)} brought in.` : 'Nothing new in this copy.',
    known > 0 ? `${changes(known)} in it ${known === 1 ? 'was' : 'were'} here already.` : '',
    damaged > 0
      ? `${changes(damaged)} in it ${damaged === 1 ? 'is' : 'are'} damaged and could not be read.`
      : '',
  ]
  return { ok: damaged === 0, words: parts.filter(Boolean).join(' ') }
}
