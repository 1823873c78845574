import { hexOf } from '../domain/ids.ts'
import { type DeviceRequest, requestBytes } from '../domain/wire/signed-row.ts'
import type { Ledger } from './ledger.ts'
import type { Signer } from './ports.ts'

const CURVE = { name: 'ECDSA', namedCurve: 'P-256' } as const
const SIGN = { name: 'ECDSA', hash: 'SHA-256' } as const

/** This device's key pair. The private half cannot leave the browser that made it. */
export interface DeviceKey extends Signer {
  /** The public half, SPKI in DER, as hexadecimal text. */
  publicKey(): Promise<string>
  /** Signs a request that the device makes without a session; hexadecimal text. */
  signRequest(request: DeviceRequest, device: string, nonce: string): Promise<string>
  /** Writes it down again after the browser has emptied the store of an open app. */
  keep(ledger: Ledger): Promise<void>
}

const isPair = (found: unknown): found is CryptoKeyPair =>
  typeof found === 'object' && found !== null && 'privateKey' in found && 'publicKey' in found

/**
 * The key pair of this device, made the first time it is asked for; with no signal too.
 * @returns null where the browser has no keys to give: an address without https
 */
export async function deviceKey(ledger: Ledger, person: string): Promise<DeviceKey | null> {
  // Types say it is always there; without https it is not.
  const subtle = (globalThis.crypto as Partial<Crypto> | undefined)?.subtle
  if (!subtle) return null
  const found = await ledger.keyPair()
  const pair = isPair(found) ? found : await subtle.generateKey(CURVE, false, ['sign', 'verify'])
  if (!isPair(found)) await ledger.setKeyPair(pair)
  const sign = async (said: Uint8Array) =>
    new Uint8Array(await subtle.sign(SIGN, pair.privateKey, new Uint8Array(said)))
  return {
    person,
    sign,
    publicKey: async () => hexOf(new Uint8Array(await subtle.exportKey('spki', pair.publicKey))),
    signRequest: async (request, device, nonce) =>
      hexOf(await sign(requestBytes(request, device, nonce))),
    keep: (to) => to.setKeyPair(pair),
  }
}
