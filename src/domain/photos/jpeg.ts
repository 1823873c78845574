import type { Size } from './fit.ts'

export interface Jpeg extends Size {
  /** The same picture without Exif, places, comments and whatever else was packed beside it. */
  readonly bare: Uint8Array
}

const MARKER = 0xff
const SOI = 0xd8
const EOI = 0xd9
const SOS = 0xda
const COMMENT = 0xfe
const APP0 = 0xe0
const APP15 = 0xef

/** Start of frame: the size of the picture is in it. C4, C8 and CC are other things. */
const isFrame = (code: number) =>
  code >= 0xc0 && code <= 0xcf && code !== 0xc4 && code !== 0xc8 && code !== 0xcc
const isBeside = (code: number) => (code > APP0 && code <= APP15) || code === COMMENT
/** Inside the picture's own data: a stuffed FF, or a restart. */
const isData = (code: number) => code === 0 || (code >= 0xd0 && code <= 0xd7)

/** Where the picture's own data ends: at the next real marker. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length - 1; at++)
    if (bytes[at] === MARKER && !isData(bytes[at + 1] ?? 0)) return at
  return bytes.length
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/**
 * Takes a JPEG apart by its markers, without decoding it.
 * @returns null for anything else, and for a JPEG with more after its end: such files are two things at once
 */
export function readJpeg(bytes: Uint8Array): Jpeg | null {
  if (bytes[0] !== MARKER || bytes[1] !== SOI) return null
  const kept = [bytes.subarray(0, 2)]
  let size: Size | null = null
  for (let at = 2; at < bytes.length - 1;) {
    const code = bytes[at + 1] ?? 0
    if (bytes[at] !== MARKER) return null
    if (code === EOI) {
      const ends = at + 2 === bytes.length
      return size && ends ? { ...size, bare: joined([...kept, bytes.subarray(at)]) } : null
    }
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)
    if (length < 2) return null
    if (isFrame(code)) {
      // Two frames with two sizes: one to be looked at, one to be decoded.
      if (size) return null
      size = {
        height: ((bytes[at + 5] ?? 0) << 8) | (bytes[at + 6] ?? 0),
        width: ((bytes[at + 7] ?? 0) << 8) | (bytes[at + 8] ?? 0),
      }
      if (size.width === 0 || size.height === 0) return null
    }
    const next = code === SOS ? endOfScan(bytes, at + 2 + length) : at + 2 + length
    if (!isBeside(code)) kept.push(bytes.subarray(at, next))
    at = next
  }
  return null
}
