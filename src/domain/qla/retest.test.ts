import { describe, expect, it } from 'vitest'
import { aPupil, anItem, marksFrom } from '../../../test/helpers/qla-grid.ts'
import { BLANK, cellOf, gridOf } from './grid.ts'
import { afterOf, afterRetest, cellsToOpen, isOpen, retestDone, retestGrid } from './retest.ts'

const mark = (value: number | '.') => cellOf([{ hand: 'aa', value }], 2)

describe('HC04 a retest', () => {
  it('HC04 a lower mark takes the place of the first where the trust says replace', () => {
    expect(afterOf(mark(2), mark(1), 'replace').value).toBe(1)
    expect(afterOf(mark(1), mark(2), 'replace').value).toBe(2)
  })

  it('HC04 the better one counts where the trust says best', () => {
    expect(afterOf(mark(2), mark(1), 'best').value).toBe(2)
    expect(afterOf(mark(1), mark(2), 'best').value).toBe(2)
    expect(afterOf(mark(1), mark('.'), 'best')).toMatchObject({ value: 1, omitted: false })
  })

  it('HC02 a blank retest changes nothing; left blank is a mark of nought', () => {
    expect(afterOf(mark(1), BLANK, 'replace')).toEqual(mark(1))
    expect(afterOf(mark(1), mark('.'), 'replace')).toMatchObject({ value: 0, omitted: true })
    expect(afterOf(BLANK, mark(1), 'best').value).toBe(1)
  })

  it('HC03 a retest typed differently is settled before it counts', () => {
    const twice = [
      { hand: 'aa', value: 1 },
      { hand: 'bb', value: 2 },
    ]
    expect(afterOf(mark(0), cellOf(twice, 2), 'best').clash).toEqual(twice)
  })
})

describe('which cells a retest opens', () => {
  const items = [anItem('a', 1), anItem('b', 2)]
  const pupils = [aPupil('0'), aPupil('1'), aPupil('2', { status: 'absent' }), aPupil('3')]
  const grid = gridOf(
    pupils,
    items,
    marksFrom({ '0|a': 0, '0|b': 2, '1|a': 1, '1|b': 1, '2|b': 0, '3|b': '.' }),
  )
  const open = cellsToOpen(grid, [0, 1])

  it('only of those who sat it and missed a mark of the question', () => {
    expect(open).toEqual({ a: ['0'], b: ['1', '3'] })
    expect(isOpen({ open }, '1', 'b')).toBe(true)
    expect(isOpen({ open }, '0', 'b')).toBe(false)
    expect(isOpen({ open }, '0', 'constructor')).toBe(false)
  })

  it('says how far it is, and the grid has the marks that count', () => {
    const again = retestGrid(grid, marksFrom({ '0|a': 1, '1|b': 0 }))
    expect(retestDone({ open }, again)).toEqual({ cells: 3, marked: 2, clashes: 0 })
    const after = afterRetest(grid, again, 'replace')
    expect([0, 1, 2, 3].map((pupil) => after.cell(pupil, 1).value)).toEqual([2, 0, 0, 0])
    expect(after.cell(0, 0).value).toBe(1)
    expect(after.cell(9, 9)).toEqual(BLANK)
  })
})
