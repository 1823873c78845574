import fc from 'fast-check'
import { expect, it } from 'vitest'
import { byPlace, keyBetween, type Placed, placesAfterMove, spreadKeys } from './order-key.ts'

const moved = (list: readonly Placed[], id: string, to: number): string[] => {
  const changed = new Map(placesAfterMove(list, id, to).map((place) => [place.id, place.order]))
  return list
    .map((one) => ({ id: one.id, order: changed.get(one.id) ?? one.order }))
    .sort(byPlace)
    .map((one) => one.id)
}

it('a key fits between any two, again and again', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 80 }), (places) => {
      const keys: string[] = []
      for (const place of places) {
        const at = place % (keys.length + 1)
        keys.splice(at, 0, keyBetween(keys[at - 1] ?? '', keys[at] ?? null))
      }
      expect(keys).toEqual([...new Set(keys)].sort((a, b) => (a < b ? -1 : 1)))
    }),
  )
})

it('spread keys are in order, and leave room between and before', () => {
  const keys = spreadKeys(300)
  expect([...keys].sort((a, b) => (a < b ? -1 : 1))).toEqual(keys)
  expect(keyBetween('', keys[0] ?? null) < (keys[0] ?? '')).toBe(true)
  expect(keyBetween(keys[7] ?? '', keys[8] ?? null) < (keys[8] ?? '')).toBe(true)
})

it('moving puts it at the place, and changes one record', () => {
  const list = spreadKeys(5).map((order, n) => ({ id: `abcde`.charAt(n), order }))
  expect(moved(list, 'a', 2)).toEqual(['b', 'c', 'a', 'd', 'e'])
  expect(moved(list, 'e', 0)).toEqual(['e', 'a', 'b', 'c', 'd'])
  expect(moved(list, 'c', 99)).toEqual(['a', 'b', 'd', 'e', 'c'])
  expect(placesAfterMove(list, 'b', 3)).toHaveLength(1)
})

it('C55: two that were put at the same place at once are both there, and can still be parted', () => {
  const list = [
    { id: 'a', order: 'V' },
    { id: 'b', order: 'V' },
    { id: 'c', order: 'k' },
  ]
  expect(moved(list, 'c', 1)).toEqual(['a', 'c', 'b'])
})
