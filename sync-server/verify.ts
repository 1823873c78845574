import { createPublicKey, type KeyObject, verify as verifyBytes } from 'node:crypto'
import type { Verify } from './ports.ts'

const KEPT = 5_000

/** The key in DER, or null for anything that is not a P-256 public key. */
export function readPublicKey(der: Uint8Array): KeyObject | null {
  try {
    const key = createPublicKey({ key: Buffer.from(der), format: 'der', type: 'spki' })
    const { namedCurve } = key.asymmetricKeyDetails ?? {}
    return key.asymmetricKeyType === 'ec' && namedCurve === 'prime256v1' ? key : null
  } catch {
    return null
  }
}

/** ECDSA over P-256 with SHA-256, in the thread pool of Node or in this thread: about a tenth of a millisecond each. */
export function createVerify(): Verify {
  const keys = new Map<string, KeyObject | null>()
  const keyOf = (der: Uint8Array) => {
    const id = Buffer.from(der).toString('base64')
    const known = keys.get(id)
    if (known !== undefined) return known
    if (keys.size >= KEPT) keys.clear()
    const key = readPublicKey(der)
    keys.set(id, key)
    return key
  }
  const dsaEncoding = 'ieee-p1363'
  const aside = (der: Uint8Array, said: Uint8Array, signature: Uint8Array): Promise<boolean> => {
    const key = keyOf(der)
    if (!key) return Promise.resolve(false)
    return new Promise((resolve) => {
      verifyBytes('sha256', said, { key, dsaEncoding }, signature, (error, good) =>
        resolve(error === null && good),
      )
    })
  }
  const now: Verify['now'] = (der, said, signature) => {
    const key = keyOf(der)
    return key !== null && verifyBytes('sha256', said, { key, dsaEncoding }, signature)
  }
  return Object.assign(aside, { now })
}
