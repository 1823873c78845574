import { encodeRelayMessage } from '../src/domain/wire/frames.ts'
import type { LogRow } from '../src/domain/wire/messages.ts'

const FRAME_BYTES = 256 * 1024

/** Rows in frames of bounded size; a frame holds one row at least. */
export function framesOf(doc: string, rows: readonly LogRow[]): Uint8Array[] {
  const frames: Uint8Array[] = []
  let part: LogRow[] = []
  let size = 0
  const close = () => {
    if (part.length > 0) frames.push(encodeRelayMessage({ type: 'updates', doc, rows: part }))
    part = []
    size = 0
  }
  for (const row of rows) {
    if (size + row.bytes.length > FRAME_BYTES) close()
    part.push(row)
    size += row.bytes.length
  }
  close()
  return frames
}
