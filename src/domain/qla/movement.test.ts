import { describe, expect, it } from 'vitest'
import { BANDS } from './classes.ts'
import { impactOf, movementOf, type Move } from './movement.ts'

describe('attainer movement', () => {
  it('C35: the nine movements carry the labels of the trust', () => {
    const labels = BANDS.map((from) => BANDS.map((to) => impactOf(from, to)))
    expect(labels).toEqual([
      ['No gain', 'Positive', 'Double positive'],
      ['Negative', 'No gain', 'Positive'],
      ['Double negative', 'Negative', 'No gain'],
    ])
  })

  it('C35: pupils are counted by where they came from and where they are, weights +2 to -2', () => {
    const moves: Move[] = [
      { from: 'L', to: 'H' },
      { from: 'L', to: 'M' },
      { from: 'M', to: 'M' },
      { from: 'M', to: 'M' },
      { from: 'H', to: 'L' },
      { from: null, to: 'M' },
      { from: 'H', to: null },
    ]
    const matrix = movementOf(moves)
    expect(matrix.counted).toBe(5)
    expect(matrix.unknown).toBe(2)
    expect(matrix.balance).toBe(2 + 1 - 2)
    expect(matrix.cells).toHaveLength(9)
    expect(matrix.cells.find(({ from, to }) => from === 'M' && to === 'M')?.pupils).toBe(2)
    expect(matrix.byImpact.map(({ pupils }) => pupils)).toEqual([1, 1, 2, 0, 1])
  })

  it('a class nobody is in has nine empty movements', () => {
    const matrix = movementOf([])
    expect(matrix.cells.every(({ pupils }) => pupils === 0)).toBe(true)
    expect([matrix.counted, matrix.unknown, matrix.balance]).toEqual([0, 0, 0])
  })
})
