import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgePassphrase, SUGGESTED_BITS, suggestPassphrase } from './passphrase.ts'
import { PLAIN_WORDS } from './plain-words.ts'

const NAME = 'Rufus Candlestick'
const judge = (text: string) => judgePassphrase(text, NAME)

describe('passphrases', () => {
  it('has a list of words without doubles, and says no more bits than it gives', () => {
    expect(new Set(PLAIN_WORDS).size).toBe(PLAIN_WORDS.length)
    expect(PLAIN_WORDS.every((word) => /^[a-z]{3,12}$/.test(word))).toBe(true)
    expect(SUGGESTED_BITS).toBeGreaterThan(45)
    expect(2 ** SUGGESTED_BITS).toBeLessThanOrEqual(PLAIN_WORDS.length ** 5 * 1.000001)
  })
  it('suggests five words of it, each as likely', () => {
    const bytes = fc.uint8Array({ minLength: 4, maxLength: 4 })
    fc.assert(
      fc.property(fc.array(bytes, { minLength: 5, maxLength: 5 }), (chance) => {
        let turn = 0
        const words = suggestPassphrase(() => chance[turn++] ?? new Uint8Array(4)).split(' ')
        expect(new Set(words).size).toBe(5)
        expect(words.every((word) => PLAIN_WORDS.includes(word))).toBe(true)
      }),
    )
  })
  it('takes what it suggests, in capitals too', () => {
    expect(judge('otter lantern pebble violin gate')).toEqual({ ok: true, value: 'words' })
    expect(judge(' Otter  Lantern pebble VIOLIN gate ')).toEqual({ ok: true, value: 'words' })
  })
  it.each([
    ['otter lantern pebble violin', 'few-words'],
    ['otter otter otter otter otter', 'few-words'],
    ['1234', 'too-short'],
    ['493817', 'too-short'],
    ['Tr0ub4dor&3', 'too-short'],
    ['password1234', 'common'],
    ['Corridor2026', 'common'],
    ['Welcome-school!', 'common'],
    ['rufuscandlestick', 'own-name'],
    ['Candlestick2026', 'own-name'],
    ['aaaaaaaaaaaaaa', 'pattern'],
    ['abcdefghijklmnop', 'pattern'],
    ['123456789012', 'pattern'],
    ['xk3xk3xk3xk3xk3', 'pattern'],
  ])('refuses %s: %s', (text, fault) => {
    expect(judge(text)).toEqual({ ok: false, error: fault })
  })
  it('takes twelve characters of one’s own that are no pattern', () => {
    expect(judge('my aunt’s third bicycle')).toEqual({ ok: true, value: 'own' })
    expect(judge('V7#kq-tr0wn.z')).toEqual({ ok: true, value: 'own' })
  })
})
