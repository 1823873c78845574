import { base64 } from '../base64.ts'
import type { Locked, Wrapping } from './record.ts'
import { boundTo, owned } from './sealer.ts'
import type { Way } from './ways.ts'

const IV_BYTES = 12

export interface Chance {
  readonly now: () => number
  readonly random: (bytes: number) => Uint8Array
}

/** A wrapping belongs to one vault: moved into another it does not open. */
const bound = (vault: string, wrapping: string) =>
  boundTo({ store: 'vault', doc: vault, id: wrapping })

/** It can be taken out again, for more ways to open it: that needs this very key. */
const dataKey = (raw: Uint8Array): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', owned(raw), 'AES-GCM', true, ['encrypt', 'decrypt'])

export const newDataKey = (random: Chance['random']): Promise<CryptoKey> => dataKey(random(32))

export const openKey = (wrapping: Extract<Wrapping, { kind: 'open' }>): Promise<CryptoKey> =>
  dataKey(base64.decode(wrapping.key))

const rawOf = async (key: CryptoKey) => new Uint8Array(await crypto.subtle.exportKey('raw', key))

/** The key itself, for a demonstration that hides nothing. */
export async function layOpen(key: CryptoKey, { now, random }: Chance): Promise<Wrapping> {
  const id = base64.encode(random(8))
  return { kind: 'open', id, madeAt: now(), key: base64.encode(await rawOf(key)) }
}

export async function wrapKey(
  key: CryptoKey,
  way: Way,
  vault: string,
  { now, random }: Chance,
): Promise<Wrapping> {
  const id = base64.encode(random(8))
  const { key: kek, fields } = await way.fresh(random)
  const iv = owned(random(IV_BYTES))
  const sealedKey = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: bound(vault, id) },
    kek,
    owned(await rawOf(key)),
  )
  return {
    ...fields,
    id,
    madeAt: now(),
    iv: base64.encode(iv),
    sealedKey: base64.encode(new Uint8Array(sealedKey)),
  }
}

/** @returns null if this way does not open this wrapping */
export async function unwrapKey(
  wrapping: Locked,
  way: Way,
  vault: string,
): Promise<CryptoKey | null> {
  const kek = await way.keyFor(wrapping)
  if (!kek) return null
  const iv = owned(base64.decode(wrapping.iv))
  const raw = await crypto.subtle
    .decrypt(
      { name: 'AES-GCM', iv, additionalData: bound(vault, wrapping.id) },
      kek,
      owned(base64.decode(wrapping.sealedKey)),
    )
    .catch(() => null)
  return raw && dataKey(new Uint8Array(raw))
}
