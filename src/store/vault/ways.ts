import type { z } from 'zod'
import { base64 } from '../base64.ts'
import type { costSchema, Locked } from './record.ts'
import { owned } from './sealer.ts'

export type Cost = z.infer<typeof costSchema>
/** A quarter of a second on a laptop, about one on a school's tablet. */
export const COST: Cost = { memoryKiB: 65_536, passes: 2, lanes: 1 }
/** The least that OWASP asks of Argon2id (ASVS 5.0, appendix C). */
export const FLOOR: Cost = { memoryKiB: 47_104, passes: 1, lanes: 1 }

const SALT_BYTES = 16
const KEY_BYTES = 32
const PASSKEY_INFO = new TextEncoder().encode('corridor: key of a device')

type Fresh<K extends Locked['kind']> = Omit<
  Extract<Locked, { kind: K }>,
  'id' | 'madeAt' | 'iv' | 'sealedKey'
>

/** One way in which a person opens their work. */
export interface Way {
  /** For a wrapping that is made now. */
  fresh(
    random: (bytes: number) => Uint8Array,
  ): Promise<{ readonly key: CryptoKey; readonly fields: Fresh<'passphrase'> | Fresh<'passkey'> }>
  /** The key that opens this wrapping; null if it is not of this kind. */
  keyFor(wrapping: Locked): Promise<CryptoKey | null>
  /** Guessing it is possible, so wrong tries are counted. */
  readonly guessable: boolean
}

/** Spaces and the two ways to write é: what people cannot see does not shut them out. */
const normal = (text: string) => text.normalize('NFKC').trim().replace(/\s+/g, ' ')

const wrappingKey = (raw: Uint8Array) =>
  crypto.subtle.importKey('raw', owned(raw), 'AES-GCM', false, ['encrypt', 'decrypt'])

async function stretch(text: string, salt: Uint8Array, cost: Cost): Promise<CryptoKey> {
  // Not part of the app's start: most starts have no use for it.
  const { argon2id } = await import('hash-wasm')
  const raw = await argon2id({
    password: normal(text),
    salt,
    memorySize: cost.memoryKiB,
    iterations: cost.passes,
    parallelism: cost.lanes,
    hashLength: KEY_BYTES,
    outputType: 'binary',
  })
  return wrappingKey(raw)
}

export const passphraseWay = (text: string): Way => ({
  guessable: true,
  async fresh(random) {
    const salt = random(SALT_BYTES)
    const fields = { kind: 'passphrase', salt: base64.encode(salt), cost: COST } as const
    return { fields, key: await stretch(text, salt, COST) }
  },
  keyFor: async (wrapping) =>
    wrapping.kind === 'passphrase'
      ? stretch(text, base64.decode(wrapping.salt), wrapping.cost)
      : null,
})

/** What an authenticator answered: 32 bytes that only it can work out, and only for this salt. */
export interface PasskeyAnswer {
  readonly credential: Uint8Array
  readonly salt: Uint8Array
  readonly secret: Uint8Array
}

async function derive({ secret, salt }: PasskeyAnswer): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey('raw', owned(secret), 'HKDF', false, ['deriveKey'])
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: owned(salt), info: PASSKEY_INFO },
    base,
    { name: 'AES-GCM', length: KEY_BYTES * 8 },
    false,
    ['encrypt', 'decrypt'],
  )
}

export const passkeyWay = (answer: PasskeyAnswer): Way => ({
  guessable: false,
  async fresh() {
    const fields = {
      kind: 'passkey',
      salt: base64.encode(answer.salt),
      credential: base64.encode(answer.credential),
    } as const
    return { fields, key: await derive(answer) }
  },
  keyFor: async (wrapping) =>
    wrapping.kind === 'passkey' && wrapping.credential === base64.encode(answer.credential)
      ? derive(answer)
      : null,
})
