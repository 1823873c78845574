import { describe, expect, it } from 'vitest'
import { aPupil, anItem, madeRecord, marksFrom } from '../../../test/helpers/qla-grid.ts'
import { csvOf } from '../export/table.ts'
import { markBookRows } from './export.ts'
import { gridOf } from './grid.ts'
import { afterRetest, retestGrid } from './retest.ts'
import { boundariesUsedRecord } from './sitting.ts'
import { rawTotals, totalsOf } from './totals.ts'

const items = [anItem('a', 1, { q: '1', part: 'a' }), anItem('b', 2, { q: '1', part: 'b' })]
const pupils = [
  aPupil('0', { localId: 'Y6-01', last: '=HYPERLINK("x")', first: 'Alder' }),
  aPupil('1', { localId: 'Y6-02' }),
  aPupil('2', { localId: 'Y6-03', status: 'working_below' }),
  aPupil('3', { localId: 'Y6-04', status: null }),
]
const first = gridOf(pupils, items, marksFrom({ '0|a': 0, '0|b': '.', '1|a': 1 }))
const after = afterRetest(first, retestGrid(first, marksFrom({ '0|b': 2 })), 'replace')
const boundaries = madeRecord(boundariesUsedRecord, {
  scale: '9-1',
  outOf: 10,
  thresholds: [{ label: '4', min: 9 }],
  qaBy: 'p20',
  qaOn: '2026-11-02',
})

describe('the mark book', () => {
  const raw = rawTotals(totalsOf(after), [new Map([['0', 7]])])
  const rows = markBookRows({ paperName: 'Paper 1', first, after, raw, outOf: 10, boundaries })

  it('has the first mark, the mark after the retest, the whole test and the grade; no total with a blank in it', () => {
    expect(rows[0]).toEqual([
      'Local ID',
      'Surname',
      'First name',
      'Paper 1 (of 3)',
      'After retest (of 3)',
      'Total (of 10)',
      'Grade',
      'Note',
    ])
    expect(rows[1]?.slice(3)).toEqual([0, 2, 9, '4', ''])
    expect(rows[2]?.slice(3)).toEqual(['', '', '', '', ''])
    expect(rows[3]?.slice(3)).toEqual(['', '', '', '', 'Working below'])
    expect(rows[4]?.at(-1)).toBe('Not settled')
  })

  it('T23 a name that would be a formula is text', () => {
    expect(csvOf(rows)).toContain(`"'=HYPERLINK(""x"")"`)
  })
})
