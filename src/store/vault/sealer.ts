import { StorageFault } from '../ports.ts'

/** Where a value lies. It is sealed together with it, so that a value moved elsewhere does not open. */
export interface Place {
  readonly store: string
  /** Name of the document, or '' for what belongs to none. */
  readonly doc: string
  readonly id: string | number
}

/** Seals bytes under one key. Rejects with a `StorageFault` once the key is gone from memory. */
export interface Sealer {
  seal(place: Place, plain: Uint8Array): Promise<Uint8Array>
  /** @returns null if it was changed, belongs elsewhere or was sealed under another key */
  open(place: Place, sealed: Uint8Array): Promise<Uint8Array | null>
}

/** The first byte of every sealed value; a later form would have another. */
const VERSION = 1
const IV_BYTES = 12
const TAG_BYTES = 16

/** WebCrypto takes no bytes of memory that is shared; none of ours is. */
export const owned = (bytes: Uint8Array) => bytes as Uint8Array<ArrayBuffer>

const utf8 = new TextEncoder()
/** As a list, so that no document or id can be spelt to look like another pair of them. */
export const boundTo = ({ store, doc, id }: Place) =>
  utf8.encode(JSON.stringify([store, doc, id, VERSION]))

/**
 * AES-GCM with 256 bits: version, 96 random bits of IV, then the text and its tag. One key may
 * seal 2^32 values, far more than a device writes in its life.
 * @param key asked for each time: null once the vault is locked
 */
export function aesSealer(
  key: () => CryptoKey | null,
  random: (bytes: number) => Uint8Array,
): Sealer {
  const held = () => {
    const now = key()
    if (!now) throw new StorageFault('storage-closed', new Error('the vault is locked'))
    return now
  }
  return {
    async seal(place, plain) {
      const iv = owned(random(IV_BYTES))
      const text = await crypto.subtle.encrypt(
        { name: 'AES-GCM', iv, additionalData: boundTo(place) },
        held(),
        owned(plain),
      )
      const sealed = new Uint8Array(1 + IV_BYTES + text.byteLength)
      sealed[0] = VERSION
      sealed.set(iv, 1)
      sealed.set(new Uint8Array(text), 1 + IV_BYTES)
      return sealed
    },
    async open(place, sealed) {
      const now = held()
      if (sealed[0] !== VERSION || sealed.length < 1 + IV_BYTES + TAG_BYTES) return null
      const iv = owned(sealed.subarray(1, 1 + IV_BYTES))
      const text = owned(sealed.subarray(1 + IV_BYTES))
      return crypto.subtle
        .decrypt({ name: 'AES-GCM', iv, additionalData: boundTo(place) }, now, text)
        .then(
          (plain) => new Uint8Array(plain),
          () => null,
        )
    },
  }
}
