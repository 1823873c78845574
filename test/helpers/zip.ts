import { inflateRawSync } from 'node:zlib'

const END = 0x06054b50
const ENTRY_BYTES = 46

/**
 * The text of every part of a zip file, read from its directory as the format says: no library
 * that writes such files has a hand in it.
 */
export function partsOfZip(zip: Buffer): Record<string, string> {
  let end = zip.length - 22
  while (end >= 0 && zip.readUInt32LE(end) !== END) end--
  if (end < 0) throw new Error('Not a zip file')
  const parts: Record<string, string> = {}
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const method = zip.readUInt16LE(at + 10)
    const size = zip.readUInt32LE(at + 20)
    const nameEnd = at + ENTRY_BYTES + zip.readUInt16LE(at + 28)
    const name = zip.toString('utf8', at + ENTRY_BYTES, nameEnd)
    const local = zip.readUInt32LE(at + 42)
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const bytes = zip.subarray(start, start + size)
    parts[name] = (method === 0 ? bytes : inflateRawSync(bytes)).toString('utf8')
    at = nameEnd + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return parts
}
