import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { headOf } from './head.ts'
import { type Review, reviewRecord } from './pack.ts'

const head = (id: string, changes: Partial<Review> = {}): Review => {
  const fields = { urn: '900001', schoolName: 'Rookery', date: '2026-12-08', ...changes }
  const read = reviewRecord.read({ type: 'review', v: 1, id, ...fields })
  if (!read.ok) throw new Error(read.error.kind)
  return read.value
}

describe('the head of a pack', () => {
  it('is the one with the smallest id where two devices made one', () => {
    const [a, b] = [head('01A', { focus: 'Reading' }), head('01B', { focus: 'Number' })]
    expect(headOf([b, a])).toEqual(a)
    expect(headOf([])).toBeNull()
  })

  it('C55 loses nothing that only the other one says', () => {
    const heads = [head('01A', { focus: 'Reading' }), head('01B', { lunch: 'In the hall' })]
    expect(headOf(heads)).toMatchObject({ id: '01A', focus: 'Reading', lunch: 'In the hall' })
  })

  it('is the same on every device, in whatever order the records come', () => {
    const text = fc.constantFrom('', 'one', 'two')
    const one = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), focus: text, lunch: text })
    fc.assert(
      fc.property(fc.uniqueArray(one, { selector: ({ id }) => id }), (parts) => {
        const heads = parts.map(({ id, ...said }) => head(id, said))
        expect(headOf(heads)).toEqual(headOf(heads.toReversed()))
      }),
    )
  })
})
