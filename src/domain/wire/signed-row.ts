import * as encoding from 'lib0/encoding'

/** An ECDSA signature over P-256 as WebCrypto gives it: r and s, 32 bytes each. */
export const SIGNATURE_BYTES = 64

const ROW = 'corridor-row-1'
const REQUEST = 'corridor-device-request-1'

export interface SignedFields {
  readonly device: string
  readonly madeAt: number
  /** The row's hash: it covers document, id and bytes. */
  readonly hash: Uint8Array
}

/**
 * What a device signs of a row: its hash, who wrote it, on which device and when. So nobody can
 * send a row in another's name, and a row that is carried is as good as one that is sent.
 */
export function signedBytes(person: string, row: SignedFields): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, ROW)
  encoding.writeVarString(encoder, person)
  encoding.writeVarString(encoder, row.device)
  encoding.writeVarUint(encoder, Math.max(0, Math.floor(row.madeAt)))
  encoding.writeVarUint8Array(encoder, row.hash)
  return encoding.toUint8Array(encoder)
}

/** What a device may ask for by its key alone, when it has no session any more. */
export type DeviceRequest = 'standing' | 'leftover' | 'wiped'

/**
 * What a device signs of such a request. `nonce` is the relay's and good for one request, so
 * that nothing can be asked for twice with one signature.
 */
export function requestBytes(request: DeviceRequest, device: string, nonce: string): Uint8Array {
  const encoder = encoding.createEncoder()
  for (const text of [REQUEST, request, device, nonce]) encoding.writeVarString(encoder, text)
  return encoding.toUint8Array(encoder)
}
