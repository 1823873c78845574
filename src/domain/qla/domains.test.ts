import { describe, expect, it } from 'vitest'
import { aPupil, anItem, marksFrom } from '../../../test/helpers/qla-grid.ts'
import { domainFacilities, missedBy, weakAreas, weakestFirst } from './domains.ts'
import { gridOf } from './grid.ts'

const SETTINGS = { fewMarks: 4, focusBelow: 50 }
const items = [
  anItem('a', 1, { code: '6C7b', strand: 'Calculations' }),
  anItem('b', 2, { code: '6F4' }),
  anItem('c', 1, { code: '6C7b', strand: 'Calculations' }),
  anItem('d', 1),
]
const pupils = [aPupil('0'), aPupil('1'), aPupil('2', { status: 'absent' })]
const grid = gridOf(
  pupils,
  items,
  marksFrom({ '0|a': 0, '0|b': 1, '0|c': 1, '0|d': 0, '1|a': 0, '1|b': 2, '1|c': 0, '1|d': '.' }),
)

describe('domains', () => {
  it('puts together the questions of one code, in the order of the paper', () => {
    const domains = domainFacilities(grid, SETTINGS)
    expect(
      domains.map(({ name, items: own, marks, facility, n }) => [name, own, marks, facility, n]),
    ).toEqual([
      ['6C7b', [0, 2], 2, 0.25, 2],
      ['6F4', [1], 2, 0.75, 2],
      ['Not said', [3], 1, 0, 2],
    ])
    expect(domainFacilities(grid, SETTINGS, 'strand').map(({ name }) => name)).toEqual([
      'Calculations',
      'Not said',
    ])
  })

  it('what stands on too few marks says nothing, and is never a weak area', () => {
    const domains = domainFacilities(grid, SETTINGS)
    expect(domains.map(({ few }) => few)).toEqual([false, false, true])
    expect(weakestFirst(domains).map(({ name }) => name)).toEqual(['6C7b', '6F4', 'Not said'])
    expect(weakAreas(domains, SETTINGS).map(({ name }) => name)).toEqual(['6C7b'])
  })

  it('a domain at exactly the trust’s share is not below it', () => {
    const half = gridOf(
      [aPupil('0'), aPupil('1')],
      [anItem('a', 4)],
      marksFrom({ '0|a': 4, '1|a': 0 }),
    )
    const domains = domainFacilities(half, SETTINGS)
    expect(weakAreas(domains, SETTINGS)).toEqual([])
    expect(weakAreas(domains, { focusBelow: 51 })).toHaveLength(1)
  })

  it('a group to reteach is whoever sat it and missed a mark of those questions', () => {
    expect(missedBy(grid, [1])).toEqual([0])
    expect(missedBy(grid, [0, 2])).toEqual([0, 1])
  })
})
