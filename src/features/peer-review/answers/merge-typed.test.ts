import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeTyped } from './merge-typed.ts'

describe('typing into a box that lags behind a shared text', () => {
  it('is what was typed where the box did not lag', () => {
    expect(mergeTyped('Pupils knew', 'Pupils knew it', 'Pupils knew')).toBe('Pupils knew it')
  })
  it('C55 keeps a colleague’s words before, after and in the middle', () => {
    expect(mergeTyped('knew', 'knew it', 'Most knew')).toBe('Most knew it')
    expect(mergeTyped('Most', 'Most!', 'Most pupils')).toBe('Most! pupils')
    expect(mergeTyped('one two three', 'one three', 'one two or more three')).toContain('or more')
  })
  it('C55 loses no added character of either, wherever both type', () => {
    const word = (letters: string) =>
      fc.string({ unit: fc.constantFrom(...letters.split('')), maxLength: 5 })
    const change = (letters: string) => fc.tuple(fc.nat(20), fc.nat(6), word(letters))
    const apply = (text: string, [at, removed, added]: [number, number, string]) => {
      const from = Math.min(at, text.length)
      return text.slice(0, from) + added + text.slice(from + removed)
    }
    const count = (text: string, letters: RegExp) => text.match(letters)?.length ?? 0
    fc.assert(
      fc.property(word('abc '), change('XY'), change('12'), (base, mine, theirs) => {
        const merged = mergeTyped(base, apply(base, mine), apply(base, theirs))
        expect(count(merged, /[XY]/g)).toBe(mine[2].length)
        expect(count(merged, /[12]/g)).toBe(theirs[2].length)
      }),
    )
  })
})
