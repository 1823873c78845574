import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { bytesOfHex, hexOf, isHexId } from '../ids.ts'
import { err, ok, type Result } from '../result.ts'

/** One row of a reviewer's journal, on its way over another device. */
export interface CarriedRow {
  readonly doc: string
  readonly id: string
  readonly person: string
  readonly device: string
  readonly madeAt: number
  readonly bytes: Uint8Array
  /** By the key of the device that wrote it; null where it has none. */
  readonly signature: Uint8Array | null
}

/** One device's part of a reviewer's notes, for the head's device: a file, or many codes. */
export interface Bundle {
  readonly doc: string
  readonly person: string
  readonly name: string
  readonly device: string
  /** Notes on it, as its owner saw them. */
  readonly notes: number
  /** Fingerprint of the rows, 64 hexadecimal digits. */
  readonly print: string
  readonly rows: readonly Omit<CarriedRow, 'doc' | 'person'>[]
}

const MAGIC = 'corridor-notes'
const VERSION = 1
/** More than a day's typing ever makes. */
const MOST_ROWS = 100_000

export type BundleFault = 'not-notes' | 'newer'

/** Without the rows' hashes: whoever takes it in works them out, and the fingerprint proves them. */
export function packBundle(bundle: Bundle): Uint8Array {
  const out = encoding.createEncoder()
  encoding.writeVarString(out, MAGIC)
  encoding.writeVarUint(out, VERSION)
  for (const text of [bundle.doc, bundle.person, bundle.name]) encoding.writeVarString(out, text)
  encoding.writeUint8Array(out, bytesOfHex(bundle.device))
  encoding.writeVarUint(out, bundle.notes)
  encoding.writeUint8Array(out, bytesOfHex(bundle.print))
  encoding.writeVarUint(out, bundle.rows.length)
  for (const { id, device, madeAt, bytes, signature } of bundle.rows) {
    encoding.writeUint8Array(out, bytesOfHex(id))
    encoding.writeUint8Array(out, bytesOfHex(device))
    encoding.writeFloat64(out, madeAt)
    encoding.writeVarUint8Array(out, bytes)
    encoding.writeVarUint8Array(out, signature ?? new Uint8Array())
  }
  return encoding.toUint8Array(out)
}

function readRow(input: decoding.Decoder): Bundle['rows'][number] {
  const id = hexOf(decoding.readUint8Array(input, 16))
  const device = hexOf(decoding.readUint8Array(input, 16))
  const madeAt = decoding.readFloat64(input)
  const bytes = decoding.readVarUint8Array(input).slice()
  const signature = decoding.readVarUint8Array(input).slice()
  return { id, device, madeAt, bytes, signature: signature.length > 0 ? signature : null }
}

function read(input: decoding.Decoder): Result<Bundle, BundleFault> {
  if (decoding.readVarString(input) !== MAGIC) return err('not-notes')
  if (decoding.readVarUint(input) > VERSION) return err('newer')
  const doc = decoding.readVarString(input)
  const person = decoding.readVarString(input)
  const name = decoding.readVarString(input)
  const device = hexOf(decoding.readUint8Array(input, 16))
  const notes = decoding.readVarUint(input)
  const print = hexOf(decoding.readUint8Array(input, 32))
  const count = decoding.readVarUint(input)
  if (count > MOST_ROWS || !isHexId(device)) return err('not-notes')
  const rows = Array.from({ length: count }, () => readRow(input))
  if (decoding.hasContent(input)) return err('not-notes')
  return ok({ doc, person, name, device, notes, print, rows })
}

/** Reads what `packBundle` made; anything else, cut or made up, is refused and never thrown on. */
export function unpackBundle(bytes: Uint8Array): Result<Bundle, BundleFault> {
  try {
    return read(decoding.createDecoder(bytes))
  } catch {
    return err('not-notes')
  }
}
