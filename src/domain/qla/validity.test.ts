import { describe, expect, it } from 'vitest'
import { anItem } from '../../../test/helpers/qla-grid.ts'
import type { Demand } from './paper.ts'
import { validityOf } from './validity.ts'

const of = (max: number, fromYear: number | null, tier: Demand | null, code = '') =>
  anItem('a', max, { fromYear, tier, code })
const kinds = (...args: Parameters<typeof validityOf>) =>
  validityOf(...args).faults.map(({ kind }) => kind)

describe('C29 a spiral paper', () => {
  const good = [of(2, 7, 'WT'), of(4, 8, 'EX'), of(2, 8, 'GD')]

  it('C29 a quarter of its marks from earlier years and half at expected is one', () => {
    expect(validityOf(good, 8, 'marks')).toEqual({ earlier: 0.25, expected: 0.5, faults: [] })
  })

  it('C29 a mark under a quarter stops it, and it says the share', () => {
    const items = [of(1, 7, 'WT'), of(4, 8, 'EX'), of(3, 8, 'GD')]
    expect(validityOf(items, 8, 'marks').faults).toEqual([{ kind: 'earlier', share: 0.125 }])
  })

  it('C29 expected that is not half stops it in Key Stage 3, and only there', () => {
    const items = [of(2, 7, 'WT'), of(1, 8, 'EX'), of(5, 8, 'GD')]
    expect(kinds(items, 8, 'marks')).toEqual(['expected'])
    expect(kinds([of(1, 10, null), of(3, 11, null)], 11, 'marks')).toEqual([])
  })

  it('C29 half is half of an odd number of marks too', () => {
    const items = [of(6, 7, 'WT'), of(11, 8, 'EX'), of(6, 8, 'GD')]
    expect(kinds(items, 8, 'marks')).toEqual([])
  })

  it('C29 working towards and greater depth are in it', () => {
    expect(kinds([of(2, 7, 'EX'), of(2, 8, 'GD')], 8, 'marks')).toEqual(['no-working-towards'])
    expect(kinds([of(2, 7, 'EX'), of(2, 8, 'WT')], 8, 'marks')).toEqual(['no-greater-depth'])
  })

  it('C29 by objectives each counts once, whatever marks it carries', () => {
    const items = [
      of(8, 7, 'WT', 'A'),
      of(1, 8, 'EX', 'B'),
      of(1, 8, 'EX', 'C'),
      of(1, 8, 'EX', 'C'),
      of(1, 8, 'GD', 'D'),
    ]
    expect(validityOf(items, 8, 'aos')).toMatchObject({ earlier: 0.25, expected: 0.5, faults: [] })
    expect(kinds(items, 8, 'marks')).toEqual(['expected'])
  })

  it('C29 what is not said cannot be counted, and stops it', () => {
    expect(kinds([of(2, null, 'WT'), of(4, 7, 'EX'), of(2, 8, 'GD')], 8, 'marks')).toEqual([
      'years-unsaid',
    ])
    expect(kinds([of(2, 7, null), ...good], 8, 'marks')).toContain('demand-unsaid')
    expect(kinds([], 8, 'marks')).toContain('earlier')
  })
})
