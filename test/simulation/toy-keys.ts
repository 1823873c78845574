import { sha256Of } from '../../src/crdt/hash.ts'
import { sameBytes } from '../../src/domain/wire/row-hash.ts'
import type { Signer } from '../../src/store/ports.ts'
import type { Verify } from '../../sync-server/ports.ts'

/* Real keys take their time on other threads, and no day would be the same again. */

/** The key of a simulated device: everybody could guess it, and nobody here does. */
export const toyKey = (device: string): Uint8Array => new TextEncoder().encode(`key of ${device}`)

function toySignature(key: Uint8Array, said: Uint8Array): Uint8Array {
  const half = sha256Of(new Uint8Array([...key, ...said]))
  return new Uint8Array([...half, ...half])
}

export const toySigner = (device: string, person: string): Signer => ({
  person,
  sign: async (said) => toySignature(toyKey(device), said),
})

const isGood: Verify['now'] = (key, said, signature) =>
  sameBytes(toySignature(key, said), signature)

export const toyVerify: Verify = Object.assign(async (...of: Parameters<Verify>) => isGood(...of), {
  now: isGood,
})
