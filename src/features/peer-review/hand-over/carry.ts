import { sha256Of } from '../../../crdt/hash.ts'
import { type Bundle, type BundleFault, unpackBundle } from '../../../domain/hand-over/bundle.ts'
import { codesOf } from '../../../domain/hand-over/frames.ts'
import { hexOf } from '../../../domain/ids.ts'
import { err, type Result } from '../../../domain/result.ts'

const HEADING =
  'Corridor: notes on their way to the school. Open this file on the headteacher’s tablet.'
/** What a day's notes never reach, so that a made-up file cannot fill the memory. */
const MOST_BYTES = 64 * 1024 * 1024

async function through(bytes: Uint8Array, stream: GenericTransformStream): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  const source = new Blob([new Uint8Array(bytes)]).stream()
  const reader: ReadableStreamDefaultReader<Uint8Array> = source.pipeThrough(stream).getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.length
    if (size > MOST_BYTES) throw new Error('larger than any notes')
    parts.push(value)
  }
  return new Uint8Array(await new Blob(parts.map((part) => new Uint8Array(part))).arrayBuffer())
}

export const squeeze = (bytes: Uint8Array) => through(bytes, new CompressionStream('gzip'))

/** Reads squeezed bytes; damage is noticed by the packing's own check sum. */
export async function readCarried(squeezed: Uint8Array): Promise<Result<Bundle, BundleFault>> {
  try {
    return unpackBundle(await through(squeezed, new DecompressionStream('gzip')))
  } catch {
    return err('not-notes')
  }
}

const WIDTH = 76

/** Squeezed bytes as a text file: that is what every share sheet takes. */
export function fileTextOf(squeezed: Uint8Array): string {
  const text = btoa(Array.from(squeezed, (b) => String.fromCharCode(b)).join(''))
  return [HEADING, ...(text.match(new RegExp(`.{1,${WIDTH}}`, 'g')) ?? [])].join('\n')
}

/** The squeezed bytes in such a file; null for any other file. */
export function bytesOfFile(text: string): Uint8Array | null {
  const [first, ...lines] = text.split(/\r?\n/)
  if (first?.trim() !== HEADING) return null
  try {
    return Uint8Array.from(atob(lines.join('')), (c) => c.charCodeAt(0))
  } catch {
    return null
  }
}

/** The same bytes as the texts of a moving code. */
export const movingCodes = (squeezed: Uint8Array): string[] =>
  codesOf(squeezed, hexOf(sha256Of(squeezed)).slice(0, 8))
