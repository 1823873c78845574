import * as Y from 'yjs'
import type { Said } from '../domain/choice.ts'

/*
 * A multi-value register inside a record's Y.Map: one entry for each device under
 * `field NUL device`, which says what it had seen. An entry that no other has seen is a
 * head; several heads are values that nobody has picked between. A plain Y.Map value
 * would drop all but one of them without a trace.
 */
const SEPARATOR = '\u0000'

interface Entry {
  readonly v: unknown
  readonly n: number
  readonly at: number
  readonly seen: Readonly<Record<string, number>>
}

const isEntry = (value: unknown): value is Entry =>
  typeof value === 'object' &&
  value !== null &&
  'n' in value &&
  typeof value.n === 'number' &&
  'seen' in value &&
  typeof value.seen === 'object' &&
  value.seen !== null

/** No device has such a name, and what is seen of it could not be kept on an object. */
const isInherited = (device: string): boolean => device in Object.prototype

function entriesOf(record: Y.Map<unknown>, field: string): Map<string, Entry> {
  const entries = new Map<string, Entry>()
  const prefix = field + SEPARATOR
  for (const [key, value] of record.entries())
    if (key.startsWith(prefix) && isEntry(value) && !isInherited(key.slice(prefix.length)))
      entries.set(key.slice(prefix.length), value)
  return entries
}

const hasSeen = (entry: Entry, device: string, n: number) =>
  Object.hasOwn(entry.seen, device) && (entry.seen[device] ?? 0) >= n

/** The heads of a register, in the order of their devices: the same on every replica. */
export function readRegister(record: Y.Map<unknown>, field: string): Said<unknown>[] {
  const entries = entriesOf(record, field)
  return [...entries]
    .filter(([device, entry]) =>
      [...entries].every(([other, e]) => other === device || !hasSeen(e, device, entry.n)),
    )
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([device, entry]) => ({ value: entry.v, device, at: Number(entry.at) || 0 }))
}

/** Says a value for this device; it takes the place of every value this device can see. */
export function sayRegister(record: Y.Map<unknown>, field: string, said: Said<unknown>) {
  const seen: Record<string, number> = {}
  let n = 0
  for (const [device, entry] of entriesOf(record, field)) {
    if (device === said.device) n = entry.n
    else seen[device] = entry.n
  }
  const entry: Entry = { v: said.value, n: n + 1, at: said.at, seen }
  record.set(field + SEPARATOR + said.device, entry)
}

export const isRegisterKey = (key: string): boolean => key.includes(SEPARATOR)
