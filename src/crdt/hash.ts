import { digest as sha256 } from 'lib0/hash/sha256'
import { rowHashInput, sameBytes } from '../domain/wire/row-hash.ts'

/** SHA-256 in plain JavaScript: synchronous, and there with no secure context. 32 bytes. */
export const sha256Of = (bytes: Uint8Array): Uint8Array => sha256(bytes)

interface HashedRow {
  readonly doc: string
  readonly id: string
  readonly bytes: Uint8Array
}

export const rowHash = (row: HashedRow): Uint8Array => sha256(rowHashInput(row))

/** Whether a row still is what its author's device wrote. */
export const rowIsWhole = (row: HashedRow & { readonly hash: Uint8Array }): boolean =>
  sameBytes(rowHash(row), row.hash)
