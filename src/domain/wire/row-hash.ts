import * as encoding from 'lib0/encoding'

/**
 * What a row's SHA-256 is taken over: its document, id and update, so that none
 * of the three can change unnoticed on a disk or a wire.
 */
export function rowHashInput(row: {
  readonly doc: string
  readonly id: string
  readonly bytes: Uint8Array
}): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, row.doc)
  encoding.writeVarString(encoder, row.id)
  encoding.writeVarUint8Array(encoder, row.bytes)
  return encoding.toUint8Array(encoder)
}

export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, i) => byte === b[i])
