import { describe, expect, it } from 'vitest'
import { dropsOf, mayDrop } from './data-drops.ts'

const entries = [
  { point: 'AP2', on: '2027-03-01' },
  { point: 'AP1', on: '2026-12-04' },
  { point: 'AP1', on: '2026-12-01' },
]

describe('data drops of a school year', () => {
  it('C27: one assessment point is one drop, however many subjects enter grades for it', () => {
    expect(dropsOf(entries)).toEqual([
      { point: 'AP1', on: '2026-12-01' },
      { point: 'AP2', on: '2027-03-01' },
    ])
  })

  it('C27: a fourth drop is stopped; a subject that follows at a point already had is not', () => {
    expect(mayDrop(entries, 'AP3')).toEqual({ may: true, left: 1 })
    const full = [...entries, { point: 'AP3', on: '2027-06-14' }]
    expect(mayDrop(full, 'AP4')).toEqual({ may: false, left: 0 })
    expect(mayDrop(full, 'AP3')).toEqual({ may: true, left: 0 })
  })

  it('C27: how many is the trust’s own number', () => {
    expect(mayDrop(entries, 'AP3', 2)).toEqual({ may: false, left: 0 })
    expect(mayDrop([], 'AP1', 6)).toEqual({ may: true, left: 6 })
  })
})
