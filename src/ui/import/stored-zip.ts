const LOCAL = 30
const ENTRY = 46
const END = 22

/**
 * Files as an archive without compression. The spreadsheet reader unpacks compressed files in workers made
 * of text, which our content policy forbids; these it can read at once. It looks at no checksum, so none is made.
 */
export function storedZip(files: ReadonlyMap<string, Uint8Array>): ArrayBuffer {
  const named = [...files].map(([name, data]) => ({ name: new TextEncoder().encode(name), data }))
  const body = named.reduce((sum, { name, data }) => sum + LOCAL + name.length + data.length, 0)
  const list = named.reduce((sum, { name }) => sum + ENTRY + name.length, 0)
  const bytes = new Uint8Array(body + list + END)
  const view = new DataView(bytes.buffer)
  let at = 0
  let entry = body
  for (const { name, data } of named) {
    view.setUint32(at, 0x04034b50, true)
    view.setUint32(at + 18, data.length, true)
    view.setUint32(at + 22, data.length, true)
    view.setUint16(at + 26, name.length, true)
    bytes.set(name, at + LOCAL)
    bytes.set(data, at + LOCAL + name.length)
    view.setUint32(entry, 0x02014b50, true)
    view.setUint32(entry + 20, data.length, true)
    view.setUint32(entry + 24, data.length, true)
    view.setUint16(entry + 28, name.length, true)
    view.setUint32(entry + 42, at, true)
    bytes.set(name, entry + ENTRY)
    at += LOCAL + name.length + data.length
    entry += ENTRY + name.length
  }
  view.setUint32(entry, 0x06054b50, true)
  view.setUint16(entry + 8, named.length, true)
  view.setUint16(entry + 10, named.length, true)
  view.setUint32(entry + 12, list, true)
  view.setUint32(entry + 16, body, true)
  return bytes.buffer
}
