import { hexOf } from '../domain/ids.ts'
import { sha256Of } from './hash.ts'

/**
 * Fingerprint of a set of rows, from their hashes: 64 hexadecimal digits. Sorted and each taken once, so
 * that it is the same in whatever order the rows came, and however often.
 */
export function printOfRows(hashes: readonly Uint8Array[]): string {
  const sorted = [...new Set(hashes.map(hexOf))].sort()
  return hexOf(sha256Of(new TextEncoder().encode(sorted.join('\n'))))
}
