/** Files of a spreadsheet that are read, and no more than this much of them, whatever the file says of itself. */
const MOST_FILES = 500
const MOST_BYTES = 80 * 1024 * 1024
const END_LENGTH = 22
const END_SIGN = 0x06054b50
const ENTRY_SIGN = 0x02014b50
const LOCAL_SIGN = 0x04034b50
const LONGEST_COMMENT = 65_535

export type UnzipFault = 'not-a-zip' | 'too-large-inside' | 'locked'

interface Entry {
  readonly name: string
  readonly method: number
  readonly packed: Uint8Array<ArrayBuffer>
}

function findEnd(view: DataView): number | null {
  const last = view.byteLength - END_LENGTH
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--)
    if (view.getUint32(at, true) === END_SIGN) return at
  return null
}

/** The files listed at the end of the archive; sizes are not believed, only where the bytes lie. */
function entriesOf(bytes: Uint8Array<ArrayBuffer>): Entry[] | UnzipFault {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = bytes.length < END_LENGTH ? null : findEnd(view)
  if (end === null) return 'not-a-zip'
  const count = view.getUint16(end + 10, true)
  if (count > MOST_FILES) return 'too-large-inside'
  const entries: Entry[] = []
  let at = view.getUint32(end + 16, true)
  for (let n = 0; n < count; n++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY_SIGN) return 'not-a-zip'
    if ((view.getUint16(at + 8, true) & 1) === 1) return 'locked'
    const size = view.getUint32(at + 20, true)
    const nameLength = view.getUint16(at + 28, true)
    const local = view.getUint32(at + 42, true)
    if (local + 30 > bytes.length || view.getUint32(local, true) !== LOCAL_SIGN) return 'not-a-zip'
    const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      packed: bytes.subarray(from, from + size),
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

/** Inflates while there is room; a bomb is put down long before it is whole. */
async function inflate(packed: Uint8Array<ArrayBuffer>, room: number): Promise<Uint8Array | null> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
  const reader = stream.getReader()
  const parts: Uint8Array[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.length
    if (size > room) {
      await reader.cancel()
      return null
    }
    parts.push(value)
  }
  const whole = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** The XML files of an archive, by name, or why it is not opened. */
export async function unzipXml(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<ReadonlyMap<string, Uint8Array> | UnzipFault> {
  const entries = entriesOf(bytes)
  if (typeof entries === 'string') return entries
  const files = new Map<string, Uint8Array>()
  let room = MOST_BYTES
  for (const { name, method, packed } of entries) {
    if (!/\.xml(\.rels)?$/.test(name)) continue
    try {
      const file = method === 0 ? packed : await inflate(packed, room)
      if (file === null) return 'too-large-inside'
      room -= file.length
      if (room < 0) return 'too-large-inside'
      files.set(name, file)
    } catch {
      return 'not-a-zip'
    }
  }
  return files
}
