import CRC32 from 'crc-32'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { err, ok, type Result } from '../result.ts'
import { readSignedRow, writeSignedRow } from './frames.ts'
import type { PushRow } from './messages.ts'

/**
 * A row on a way that is not its author's own line: another person's tablet, a file, a moving
 * code. The signature says who wrote it; whoever carries it can neither change nor forge it.
 */
export interface CarriedRow extends PushRow {
  /** Who wrote it. */
  readonly person: string
  readonly signature: Uint8Array
}

export type CarriedFault = 'damaged' | 'newer'

const VERSION = 1
/** Version and checksum. */
const LEAST = 5

/** Rows as bytes for any way: version byte, count, rows, CRC-32 of all before it. */
export function packCarried(rows: readonly CarriedRow[]): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeUint8(encoder, VERSION)
  encoding.writeVarUint(encoder, rows.length)
  for (const row of rows) {
    encoding.writeVarString(encoder, row.person)
    writeSignedRow(encoder, row)
  }
  const body = encoding.toUint8Array(encoder)
  const packed = new Uint8Array(body.length + 4)
  packed.set(body)
  new DataView(packed.buffer).setInt32(body.length, CRC32.buf(body), true)
  return packed
}

/** Reads such bytes from outside; whole or not at all. Hashes and signatures are not looked at. */
export function unpackCarried(packed: Uint8Array): Result<CarriedRow[], CarriedFault> {
  if (packed.length < LEAST) return err('damaged')
  const end = packed.length - 4
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength)
  if (view.getInt32(end, true) !== CRC32.buf(packed.subarray(0, end))) return err('damaged')
  if (packed[0] !== VERSION) return err('newer')
  try {
    const decoder = decoding.createDecoder(packed.subarray(1, end))
    const rows: CarriedRow[] = []
    for (let left = decoding.readVarUint(decoder); left > 0; left--) {
      const person = decoding.readVarString(decoder)
      const { signature, ...row } = readSignedRow(decoder)
      if (!signature) return err('damaged')
      rows.push({ ...row, person, signature })
    }
    return decoding.hasContent(decoder) ? err('damaged') : ok(rows)
  } catch {
    return err('damaged')
  }
}
