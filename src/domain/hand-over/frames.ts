import { fromBase45, toBase45 } from './base45.ts'

/**
 * Bytes of one part: with its heading they fill a code of 57 squares (version 10, low correction), which a
 * cheap tablet's camera reads at arm's length.
 */
const PART_BYTES = 244
const PART = /^CRDR2\.([0-9A-F]{8})\.(\d{1,4})\.(\d{1,4})\.([0-9A-Z $%*+./:-]*)$/

/**
 * Cuts bytes into numbered texts, one for each code of a moving code.
 * @param mark 8 hexadecimal digits that tell this transfer from another, taken from its content
 */
export function codesOf(bytes: Uint8Array, mark: string): string[] {
  const of = Math.max(1, Math.ceil(bytes.length / PART_BYTES))
  return Array.from({ length: of }, (_, n) => {
    const part = bytes.subarray(n * PART_BYTES, (n + 1) * PART_BYTES)
    return `CRDR2.${mark.toUpperCase()}.${n}.${of}.${toBase45(part)}`
  })
}

/** Parts read so far of one transfer. */
export interface Gathered {
  readonly mark: string
  readonly of: number
  readonly parts: ReadonlyMap<number, Uint8Array>
}

/**
 * Adds what a camera read. In any order, as often as it comes; another transfer begins anew, and what is
 * no part at all changes nothing.
 */
export function gather(before: Gathered | null, text: string): Gathered | null {
  const found = PART.exec(text)
  if (!found) return before
  const [, mark = '', n = '', of = '', content = ''] = found
  const [at, total] = [Number(n), Number(of)]
  if (total < 1 || at >= total) return before
  const same = before?.mark === mark && before.of === total ? before : null
  if (same?.parts.has(at)) return same
  const bytes = fromBase45(content)
  if (!bytes) return before
  return { mark, of: total, parts: new Map(same?.parts).set(at, bytes) }
}

/** The numbers, from 1, of parts that have not been read. */
export const missingParts = ({ of, parts }: Gathered): number[] =>
  Array.from({ length: of }, (_, n) => n + 1).filter((n) => !parts.has(n - 1))

/** All bytes, once every part is there; null before. */
export function joined(gathered: Gathered): Uint8Array | null {
  if (gathered.parts.size < gathered.of) return null
  const parts = Array.from(
    { length: gathered.of },
    (_, n) => gathered.parts.get(n) ?? new Uint8Array(),
  )
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}
