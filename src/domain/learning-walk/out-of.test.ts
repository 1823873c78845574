import { expect, it } from 'vitest'
import { readOutOf, sayOutOf } from './out-of.ts'

it.each([
  ['24 of 27', 24, 27],
  [' 24/27 ', 24, 27],
  ['0 out of 6', 0, 6],
])('reads %s as a count', (typed, n, of) => {
  expect(readOutOf(typed)).toEqual({ ok: true, value: { n, of } })
  expect(sayOutOf({ n, of })).toBe(`${n} of ${of}`)
})

it('takes nothing for no count, and refuses what is none', () => {
  expect(readOutOf(' ')).toEqual({ ok: true, value: null })
  expect(sayOutOf(null)).toBe('')
  for (const typed of ['24', 'most', '7 of 6', '1 of 0', '2 of 3 of 4', '-1 of 3'])
    expect(readOutOf(typed).ok).toBe(false)
})
