import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromBase45, toBase45 } from './base45.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)

describe('bytes in the characters that a code holds most tightly', () => {
  it.each([
    ['AB', 'BB8'],
    ['Hello!!', '%69 VD92EX0'],
    ['base-45', 'UJCLQE7W581'],
    ['', ''],
  ])('%j is written as the standard has it', (plain, text) => {
    expect(toBase45(utf8(plain))).toBe(text)
    expect(fromBase45(text)).toEqual(utf8(plain))
  })

  it('comes back the same, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(fromBase45(toBase45(bytes))).toEqual(bytes)
      }),
    )
  })

  it.each(['A', 'BB8A', 'bb8', 'B?8', ':::', 'GGW', '::'])('%j is no such text', (text) => {
    expect(fromBase45(text)).toBeNull()
  })
})
