import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aPupil, anItem, marksFrom } from '../../../test/helpers/qla-grid.ts'
import { gridOf } from './grid.ts'
import { groupsBy, maskedOf } from './groups.ts'
import { totalsOf } from './totals.ts'

const pupils = [
  aPupil('0', { ppg: true, sen: 'K', sex: 'F', prior: 'L' }),
  aPupil('1', { eal: true, sex: 'M', prior: 'H' }),
  aPupil('2', { ppg: true, sen: 'E' }),
  aPupil('3', { status: 'absent', ppg: true }),
]
const grid = gridOf(pupils, [anItem('a', 4)], marksFrom({ '0|a': 1, '1|a': 4, '2|a': 3 }))
const named = (grouping: Parameters<typeof groupsBy>[1]) =>
  groupsBy(grid, grouping, totalsOf(grid), 3).map(({ name, n, total, atStandard }) => [
    name,
    n,
    total.mean,
    atStandard,
  ])

describe('groups', () => {
  it('of those who sat it, with their number, mean and how many are at the standard', () => {
    expect(named('ppg')).toEqual([
      ['Not PPG', 1, 4, 1],
      ['PPG', 2, 2, 1],
    ])
    expect(named('sen').map(([name]) => name)).toEqual(['EHC plan', 'No SEN', 'SEN support'])
    expect(named('eal')).toHaveLength(2)
  })

  it('what was not given makes no group', () => {
    expect(named('sex').map(([name, n]) => [name, n])).toEqual([
      ['Boys', 1],
      ['Girls', 1],
    ])
    expect(named('prior')).toHaveLength(2)
  })

  it('without a standard nobody is counted against one', () => {
    expect(groupsBy(grid, 'ppg', totalsOf(grid), null).map(({ atStandard }) => atStandard)).toEqual(
      [null, null],
    )
  })
})

describe('C51 small groups in what leaves the school', () => {
  it('C51 a group under six is masked, and with it one from which it could be worked out', () => {
    expect(maskedOf([5, 23], 6)).toEqual([true, true])
    expect(maskedOf([6, 22], 6)).toEqual([false, false])
    expect(maskedOf([2, 9, 17], 6)).toEqual([true, true, false])
    expect(maskedOf([1, 2, 25], 6)).toEqual([true, true, true])
    expect(maskedOf([3, 4, 21], 6)).toEqual([true, true, false])
    expect(maskedOf([], 6)).toEqual([])
    expect(maskedOf([4], 6)).toEqual([true])
  })

  it('C51 whatever the groups are, none under the least number can be worked out of the others', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(sizes, fc.integer({ min: 6, max: 12 }), (all, least) => {
        const masked = maskedOf(all, least)
        const hidden = all.filter((_, at) => masked[at])
        expect(all.filter((n, at) => n < least && !masked[at])).toEqual([])
        const sum = hidden.reduce((before, n) => before + n, 0)
        const told = hidden.length > 0 && hidden.length < all.length
        expect(told && (hidden.length < 2 || sum < least)).toBe(false)
      }),
    )
  })
})
