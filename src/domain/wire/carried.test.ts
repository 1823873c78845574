import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CarriedRow, packCarried, unpackCarried } from './carried.ts'
import { requestBytes, signedBytes } from './signed-row.ts'

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })
const hex = bytes(16).map((raw) => Buffer.from(raw).toString('hex'))
const carried = fc.record({
  id: hex,
  device: hex,
  doc: fc.string({ maxLength: 60 }),
  person: fc.string({ maxLength: 40 }),
  hash: bytes(32),
  madeAt: fc.nat(),
  bytes: fc.uint8Array({ maxLength: 300 }),
  signature: bytes(64),
})
const example: CarriedRow = {
  id: 'a'.repeat(32),
  device: 'b'.repeat(32),
  doc: 'review/r/notes/p04',
  person: 'p04',
  hash: new Uint8Array(32).fill(3),
  madeAt: 5,
  bytes: new Uint8Array([1, 2, 3]),
  signature: new Uint8Array(64).fill(9),
}

describe('rows on another way', () => {
  it('K5 come back as they were packed', () => {
    fc.assert(
      fc.property(fc.array(carried, { maxLength: 6 }), (rows) => {
        expect(unpackCarried(packCarried(rows))).toEqual({ ok: true, value: rows })
      }),
    )
  })

  it('K5 T6 are whole or nothing: every flipped bit and every cut is noticed', () => {
    const packed = packCarried([example])
    for (let bit = 0; bit < packed.length * 8; bit++) {
      const damaged = packed.slice()
      damaged[bit >> 3] = (damaged[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(unpackCarried(damaged)).toEqual({ ok: false, error: 'damaged' })
    }
    for (let length = 0; length < packed.length; length++)
      expect(unpackCarried(packed.subarray(0, length)).ok).toBe(false)
  })

  it('K5 bytes of anybody’s making are an answer, never an exception', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (anything) => {
        expect(unpackCarried(anything).ok).toBe(false)
      }),
    )
  })
})

describe('K1 what a device signs', () => {
  it('differs with every field, so that no signature fits another row', () => {
    const base = { device: example.device, madeAt: 5, hash: example.hash }
    const all = [
      signedBytes('p04', base),
      signedBytes('p05', base),
      signedBytes('p04', { ...base, device: 'c'.repeat(32) }),
      signedBytes('p04', { ...base, madeAt: 6 }),
      signedBytes('p04', { ...base, hash: new Uint8Array(32) }),
      requestBytes('wiped', example.device, 'n1'),
      requestBytes('standing', example.device, 'n1'),
      requestBytes('wiped', example.device, 'n2'),
    ]
    expect(new Set(all.map(String)).size).toBe(all.length)
  })
})
