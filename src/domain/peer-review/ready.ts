import { digest } from 'lib0/hash/sha256'
import { encodeUtf8 } from 'lib0/string'
import { hexOf } from '../ids.ts'
import type { RawRecord } from '../record.ts'
import type { Ready } from './members.ts'
import { groupRecord, keyQuestionRecord, reviewRecord, slotRecord } from './pack.ts'

/** What a device found about itself. */
export type DeviceCheck = Omit<Ready, 'id' | 'person' | 'device' | 'madeAt'>

export const READY_PARTS = ['app', 'pack', 'room', 'clock', 'session', 'keeps'] as const
export type ReadyPart = (typeof READY_PARTS)[number]

export interface Checked {
  readonly part: ReadyPart
  /** 'stop': the day cannot be done on it. 'care': it can, and there is something to do. */
  readonly is: 'ok' | 'care' | 'stop'
}

/** Megabytes that a day of notes and photographs may need. */
export const ROOM_NEEDED_MB = 50
/** A clock further off than this puts notes into the wrong slot. */
const CLOCK_LIMIT_S = 5 * 60

const PACK_TYPES: readonly string[] = [
  reviewRecord.type,
  keyQuestionRecord.type,
  slotRecord.type,
  groupRecord.type,
]

/** JSON with sorted keys: equal content gives equal text. */
const stableText = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )

/**
 * Fingerprint of a review's pack over its index rows: the same on every device that holds the same
 * pack, in whatever order it came. '' while the head of the pack is not here.
 */
export function packPrint(
  rows: readonly { readonly id: string; readonly type: string; readonly data: RawRecord }[],
): string {
  if (!rows.some(({ type }) => type === reviewRecord.type)) return ''
  const own = rows.filter(({ type }) => PACK_TYPES.includes(type))
  const texts = own.map(({ id, data }) => stableText([id, data])).sort()
  return hexOf(digest(encodeUtf8(texts.join('\n'))))
}

function packIs(pack: string, print: string): Checked['is'] {
  if (pack === '') return 'stop'
  // Without a pack of its own, a device cannot say that another's is old.
  if (print === '') return 'care'
  return pack === print ? 'ok' : 'stop'
}

function clockIs(skewS: number | null): Checked['is'] {
  if (skewS === null) return 'care'
  return Math.abs(skewS) > CLOCK_LIMIT_S ? 'stop' : 'ok'
}

/** @param print fingerprint of the pack that counts; '' if it is not known here */
export function checksOf(found: DeviceCheck, print: string): Checked[] {
  const is: Record<ReadyPart, Checked['is']> = {
    app: found.installed ? 'ok' : 'stop',
    pack: packIs(found.pack, print),
    room: found.roomMb < ROOM_NEEDED_MB ? 'stop' : 'ok',
    clock: clockIs(found.clockSkewS),
    session: found.signedIn ? 'ok' : 'stop',
    // Some browsers never promise it, and keep it all the same: no reason to hold a day up.
    keeps: found.persistent ? 'ok' : 'care',
  }
  return READY_PARTS.map((part) => ({ part, is: is[part] }))
}

const stopsOf = (found: DeviceCheck, print: string): ReadyPart[] =>
  checksOf(found, print).flatMap(({ part, is }) => (is === 'stop' ? [part] : []))

/** How one reviewer stands. */
export interface Readiness {
  readonly person: string
  readonly is: 'ready' | 'not-yet' | 'silent'
  /** What is still missing on the device that was last heard of. */
  readonly why: readonly ReadyPart[]
  /** When that device last spoke, by its own clock; null if none did. */
  readonly at: number | null
}

export interface TeamReadiness {
  readonly n: number
  readonly of: number
  readonly people: readonly Readiness[]
}

/** The last word of each device. */
function lastWords(records: readonly Ready[]): Ready[] {
  const byDevice = new Map<string, Ready>()
  for (const record of records) {
    const known = byDevice.get(record.device)
    if (!known || known.madeAt < record.madeAt) byDevice.set(record.device, record)
  }
  return [...byDevice.values()].sort((a, b) => b.madeAt - a.madeAt)
}

/**
 * Who of a team can do the day with no signal: everybody with one device that can.
 * @param print fingerprint of the pack on the device that asks
 */
export function readinessOf(
  records: readonly Ready[],
  team: readonly string[],
  print: string,
): TeamReadiness {
  const devices = lastWords(records)
  const people = team.map((person): Readiness => {
    const own = devices.filter((device) => device.person === person)
    const good = own.find((device) => stopsOf(device, print).length === 0)
    const shown = good ?? own[0]
    if (!shown) return { person, is: 'silent', why: [], at: null }
    const why = stopsOf(shown, print)
    return { person, is: good ? 'ready' : 'not-yet', why, at: shown.madeAt }
  })
  return { n: people.filter(({ is }) => is === 'ready').length, of: team.length, people }
}

/** Whether a receipt still says what the device finds: a few megabytes or seconds are no news. */
const saysTheSame = (receipt: Ready, found: DeviceCheck): boolean =>
  receipt.pack === found.pack &&
  checksOf(receipt, '').every(({ is }, i) => is === checksOf(found, '')[i]?.is)

/** What a device has to write: into which record (null for a new one), or nothing when it is no news. */
export function receiptDue(
  receipts: readonly Ready[],
  who: Pick<Ready, 'person' | 'device'>,
  found: DeviceCheck,
): { readonly id: string | null; readonly said: DeviceCheck } | null {
  if (found.pack === '') return null
  const own = receipts.find(({ device }) => device === who.device)
  if (!own) return { id: null, said: found }
  // With no signal since the start, what was last known of the clock still holds.
  const said = { ...found, clockSkewS: found.clockSkewS ?? own.clockSkewS }
  return own.person === who.person && saysTheSame(own, said) ? null : { id: own.id, said }
}
