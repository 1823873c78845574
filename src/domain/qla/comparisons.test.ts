import { describe, expect, it } from 'vitest'
import { madeRecord } from '../../../test/helpers/qla-grid.ts'
import { comparisonsTable, itemOfRow, readShare } from './comparisons.ts'
import { paperItemRecord } from './paper.ts'

describe('figures of others', () => {
  it.each([
    ['64%', 0.64],
    ['64', 0.64],
    ['0.64', 0.64],
    ['.5', 0.5],
    ['100', 1],
    ['0', 0],
    ['1%', 0.01],
    ['7.5 %', 0.075],
  ])('a share written %s is %d', (text, share) => {
    expect(readShare(text)).toEqual({ ok: true, value: share })
  })

  it.each(['1', '1.0', '101', 'most', '', '-3', '64 percent', '0,64'])('refuses %j', (text) => {
    expect(readShare(text).ok).toBe(false)
  })

  it('come from a table of any order, and find their question', () => {
    const rows = [
      ['National 2023', '', ''],
      ['Facility', 'Q', 'Number of pupils'],
      ['39.3%', '12b', '600,000'],
      ['0.5', 'Q7', ''],
      ['1', '8', ''],
      ['70', '12 b', ''],
    ]
    const { headings, mapping } = comparisonsTable.guess(rows)
    const { good, bad } = comparisonsTable.read(rows, headings, mapping)
    expect(good.map(({ value }) => value)).toEqual([
      { q: '12b', part: '', facility: 0.393, n: 600_000 },
      { q: 'Q7', part: '', facility: 0.5, n: null },
    ])
    expect(bad.map(({ line, faults }) => [line, faults[0]?.words])).toEqual([
      [5, 'Share of the marks: “1” could be 1% or all: write 1% or 100%.'],
      [6, 'The same as row 3.'],
    ])
    const item = (id: string, q: string, part: string) =>
      madeRecord(paperItemRecord, { id, by: 'p23', madeAt: 1, paper: 'p', n: 1, q, part, max: 1 })
    const items = [item('a', '7', ''), item('b', '12', 'b')]
    expect(good.map(({ value }) => itemOfRow(value, items)?.id)).toEqual(['b', 'a'])
    expect(itemOfRow({ q: '99', part: '' }, items)).toBeNull()
  })
})
