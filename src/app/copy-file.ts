import { copyIn, copyOut, type CopyFault } from '../store/copy-out.ts'
import type { JournalRow } from '../store/ports.ts'
import { saveFile } from '../ui/save-file.ts'
import type { AppDevice } from './device.ts'

/** Everything that is not safe at the trust: from the disk while it answers, and from memory. */
async function unsafeRows(device: AppDevice): Promise<JournalRow[]> {
  const unwritten = device.documents.unwritten()
  const written = await device.documents.journal.rows(['unsent', 'refused']).catch(() => []) // The store is closed or broken: what is in memory can still be carried out.
  const known = new Set(written.map(({ id }) => id))
  return [...written, ...unwritten.filter(({ id }) => !known.has(id))]
}

/** Saves a file with all unsent work to the downloads; says how many changes are in it. */
export async function saveCopy(device: AppDevice): Promise<number> {
  const rows = await unsafeRows(device)
  if (rows.length === 0) return 0
  const { person, name } = device.me
  const now = device.now()
  const text = copyOut({ person, name }, rows, now)
  const stamp = new Date(now).toISOString().slice(0, 16).replace(/[T:]/g, '-')
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
}

/** Takes in the rows of such a file; the same file twice changes nothing. */
export async function bringIn(device: AppDevice, file: File): Promise<BroughtIn> {
  const read = copyIn(await file.text(), device.me.person)
  if (!read.ok) return { ok: false, words: sayFault(read.error) }
  const { rows, damaged } = read.value
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
