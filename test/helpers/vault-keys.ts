import type { RowSeals } from '../../src/store/vault/row-seals.ts'
import { sealedRows } from '../../src/store/vault/row-seals.ts'
import { aesSealer, type Place, type Sealer } from '../../src/store/vault/sealer.ts'
import { newDataKey } from '../../src/store/vault/wrap.ts'

export const random = (n: number) => crypto.getRandomValues(new Uint8Array(n))

/** A sealer under a key of its own. */
export async function freshSealer(): Promise<Sealer> {
  const key = await newDataKey(random)
  return aesSealer(() => key, random)
}

export const freshRows = async (): Promise<RowSeals> => sealedRows(await freshSealer())

const mask = ({ store, doc, id }: Place, plain: Uint8Array) => {
  let sum = 17
  for (const char of `${store}|${doc}|${id}`) sum = (sum * 31 + char.charCodeAt(0)) >>> 0
  for (const byte of plain) sum = (sum * 31 + byte) >>> 0
  return [sum & 255, (sum >>> 8) & 255, (sum >>> 16) & 255, (sum >>> 24) & 255]
}

/**
 * For the simulation, whose time stands still for the thread that WebCrypto works on: turns every
 * bit, and tells a changed byte and a changed place as the real one does.
 */
export const turningSealer: Sealer = {
  seal: (place, plain) =>
    Promise.resolve(Uint8Array.from([...mask(place, plain), ...plain.map((byte) => byte ^ 255)])),
  open: (place, sealed) => {
    const plain = sealed.slice(4).map((byte) => byte ^ 255)
    const right = mask(place, plain).every((byte, i) => byte === sealed[i])
    return Promise.resolve(right ? plain : null)
  },
}
