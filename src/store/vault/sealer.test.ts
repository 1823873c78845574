import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { StorageFault } from '../ports.ts'
import { freshSealer, random } from '../../../test/helpers/vault-keys.ts'
import { aesSealer, type Place } from './sealer.ts'
import { newDataKey } from './wrap.ts'

const place: Place = { store: 'journal', doc: 'review/r/notes/p04', id: 7 }
const bytes = fc.uint8Array({ maxLength: 300 })
const anyPlace = fc.record({
  store: fc.constantFrom('journal', 'index', 'cache'),
  doc: fc.string({ maxLength: 20 }),
  id: fc.oneof(fc.nat(), fc.string({ maxLength: 20 })),
})

describe('sealer', () => {
  it('V1 opens what it sealed, and never seals the same alike', async () => {
    const sealer = await freshSealer()
    await fc.assert(
      fc.asyncProperty(anyPlace, bytes, async (at, plain) => {
        const [one, two] = [await sealer.seal(at, plain), await sealer.seal(at, plain)]
        expect(await sealer.open(at, one)).toEqual(plain)
        expect(one).not.toEqual(two)
      }),
      { numRuns: 200 },
    )
  })
  it('V1 T6: every single bit that is flipped is refused', async () => {
    const sealer = await freshSealer()
    const sealed = await sealer.seal(place, new TextEncoder().encode('Seen in Year 4.'))
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const flipped = sealed.slice()
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(await sealer.open(place, flipped)).toBeNull()
    }
  })
  it('T6: what is cut, lengthened or made up is refused', async () => {
    const sealer = await freshSealer()
    await fc.assert(
      fc.asyncProperty(
        bytes,
        fc.uint8Array({ minLength: 1 }),
        fc.nat(400),
        async (plain, more, cut) => {
          const sealed = await sealer.seal(place, plain)
          expect(await sealer.open(place, more)).toBeNull()
          expect(await sealer.open(place, sealed.slice(0, cut % sealed.length))).toBeNull()
          const longer = Uint8Array.from([...sealed, ...more])
          expect(await sealer.open(place, longer)).toBeNull()
        },
      ),
      { numRuns: 200 },
    )
  })
  it('V1 T6: a value that is moved to another place is refused, however that is spelt', async () => {
    const sealer = await freshSealer()
    await fc.assert(
      fc.asyncProperty(anyPlace, anyPlace, bytes, async (from, to, plain) => {
        fc.pre(JSON.stringify(from) !== JSON.stringify(to))
        expect(await sealer.open(to, await sealer.seal(from, plain))).toBeNull()
      }),
      { numRuns: 200 },
    )
    const sealed = await sealer.seal({ store: 'index', doc: 'a|b', id: 'c' }, new Uint8Array(3))
    expect(await sealer.open({ store: 'index', doc: 'a', id: 'b|c' }, sealed)).toBeNull()
  })
  it('opens nothing under another key, and nothing at all once the key is gone', async () => {
    const key = await newDataKey(random)
    let held: CryptoKey | null = key
    const sealer = aesSealer(() => held, random)
    const sealed = await sealer.seal(place, new Uint8Array(9))
    expect(await (await freshSealer()).open(place, sealed)).toBeNull()
    held = null
    await expect(sealer.open(place, sealed)).rejects.toBeInstanceOf(StorageFault)
    await expect(sealer.seal(place, new Uint8Array(1))).rejects.toBeInstanceOf(StorageFault)
  })
})
