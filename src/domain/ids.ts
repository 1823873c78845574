declare const brand: unique symbol
type Branded<T, B extends string> = T & { readonly [brand]: B }

/** A person's id in the trust's list, e.g. `p04`. */
export type PersonId = Branded<string, 'person'>
/** A review's id: letters, digits and hyphens. */
export type ReviewId = Branded<string, 'review'>
/** A rapid enhancement plan's id: letters, digits and hyphens. */
export type RepId = Branded<string, 'rep'>
/** Unique reference number of a school, 6 digits. */
export type Urn = Branded<string, 'urn'>
/** A record's id inside a document: 26 characters, sorts by time of making. */
export type RecordId = Branded<string, 'record'>
/** Calendar date `yyyy-mm-dd`; shown as dd/mm/yyyy. */
export type IsoDate = Branded<string, 'date'>

const HEX32 = /^[0-9a-f]{32}$/

export const isHexId = (text: string): boolean => HEX32.test(text)

export const personId = (text: string) => text as PersonId
export const reviewId = (text: string) => text as ReviewId
export const repId = (text: string) => text as RepId
export const urn = (text: string) => text as Urn
const recordId = (text: string) => text as RecordId
export const isoDate = (text: string) => text as IsoDate

// Looked up, not worked out: the relay does this several times for each row.
const PAIRS = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))
const NIBBLES = Uint8Array.from({ length: 128 }, (_, code) =>
  Math.max(0, '0123456789abcdef'.indexOf(String.fromCharCode(code))),
)
const nibble = (hex: string, at: number): number => NIBBLES[hex.charCodeAt(at)] ?? 0

/** Hexadecimal text of some bytes. */
export const hexOf = (bytes: Uint8Array): string => {
  let hex = ''
  for (const byte of bytes) hex += PAIRS[byte]
  return hex
}

/** Bytes of lower-case hexadecimal text of even length. */
export const bytesOfHex = (hex: string): Uint8Array => {
  const bytes = new Uint8Array(hex.length / 2)
  for (let i = 0; i < bytes.length; i++) bytes[i] = nibble(hex, 2 * i) * 16 + nibble(hex, 2 * i + 1)
  return bytes
}

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * A record id in the shape of a ULID: 10 characters of time, 16 of chance.
 * @param now milliseconds since 1970 by the device's clock (only for rough order)
 * @param random 16 bytes or more
 */
export function newRecordId(now: number, random: Uint8Array): RecordId {
  let time = ''
  let rest = Math.max(0, Math.floor(now))
  for (let i = 0; i < 10; i++) {
    time = CROCKFORD.charAt(rest % 32) + time
    rest = Math.floor(rest / 32)
  }
  const chance = Array.from(random.slice(0, 16), (byte) => CROCKFORD.charAt(byte % 32)).join('')
  return recordId(time + chance)
}
