import CRC32 from 'crc-32'

/** One part of a zip file. */
export interface ZipPart {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

const LOCAL = 0x04034b50
const ENTRY = 0x02014b50
const END = 0x06054b50
const VERSION = 20
const UTF8_NAMES = 0x0800
/** 1 January 1980, the first day that the format knows: the same parts are the same file. */
const DATE = 0x21

/** Numbers in the order of the format, lowest byte first: [bytes, value]. */
function packed(fields: readonly (readonly [2 | 4, number])[]): Uint8Array<ArrayBuffer> {
  const size = fields.reduce((sum, [bytes]) => sum + bytes, 0)
  const view = new DataView(new ArrayBuffer(size))
  let at = 0
  for (const [bytes, value] of fields) {
    if (bytes === 2) view.setUint16(at, value, true)
    else view.setUint32(at, value, true)
    at += bytes
  }
  return new Uint8Array(view.buffer)
}

function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    all.set(piece, at)
    at += piece.length
  }
  return all
}

/** A zip file whose parts are stored as they are. At most 4 GB and 65,535 parts, by the format. */
export function zipOf(parts: readonly ZipPart[]): Uint8Array<ArrayBuffer> {
  const pieces: Uint8Array[] = []
  const entries: Uint8Array[] = []
  let offset = 0
  for (const { name, bytes } of parts) {
    const called = new TextEncoder().encode(name)
    const size = bytes.length
    const common = [
      [2, VERSION],
      [2, UTF8_NAMES],
      [2, 0],
      [2, 0],
      [2, DATE],
      [4, CRC32.buf(bytes) >>> 0],
      [4, size],
      [4, size],
      [2, called.length],
      [2, 0],
    ] as const
    const local = packed([[4, LOCAL], ...common])
    pieces.push(local, called, bytes)
    const rest = [
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, offset],
    ] as const
    entries.push(packed([[4, ENTRY], [2, VERSION], ...common, ...rest]), called)
    offset += local.length + called.length + size
  }
  const directory = joined(entries)
  const end = packed([
    [4, END],
    [2, 0],
    [2, 0],
    [2, parts.length],
    [2, parts.length],
    [4, directory.length],
    [4, offset],
    [2, 0],
  ])
  return joined([...pieces, directory, end])
}
