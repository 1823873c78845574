import { describe, expect, it } from 'vitest'
import { anItem, aPupil } from '../../../test/helpers/qla-grid.ts'
import type { TextRow } from '../import/table.ts'
import { itemOfHeading, marksJob, type MarksOf, meets } from './marks-table.ts'

const items = [anItem('a', 1, { q: '1' }), anItem('b', 2, { q: '12', part: 'b' })]
const pupils = [
  aPupil('0', { localId: 'Y6-01' }),
  aPupil('1', { localId: 'Y6-02' }),
  aPupil('2', { localId: 'Y6-03', status: 'absent' }),
]

function read(
  rows: readonly TextRow[],
  components: Parameters<typeof marksJob>[1]['components'] = [],
) {
  const job = marksJob(rows, { pupils, items, components })
  const { headings, mapping } = job.guess(rows)
  const { good, bad } = job.read(rows, headings, mapping)
  return {
    job,
    mapping,
    good: good.map(({ value }) => value),
    bad: bad.map(({ line, faults }) => [line, ...faults.map(({ words }) => words)]),
  }
}

describe('marks brought in', () => {
  it.each([
    ['Q1', 'a'],
    ['1', 'a'],
    ['Question 12b', 'b'],
    ['Q12(b)_retest', 'b'],
    ['Total', undefined],
    ['Question 12 (2 marks)', undefined],
  ])('the column %s is the question %s', (heading, key) => {
    expect(itemOfHeading(heading, items)?.key).toBe(key)
  })

  it('HC01 HC02 refuses too many, keeps a dot, and leaves an empty cell unmarked', () => {
    const { good, bad, mapping } = read([
      ['Maths, week 9', '', '', ''],
      ['Pupil', 'Q1', 'Q12b', 'Total'],
      ['y6-01', '.', '', '9'],
      ['Y6-02', '1', '3', '4'],
      ['', '', '', ''],
      ['Y6-99', '1', '1', ''],
      ['Y6-01', '1', '1', ''],
      ['Y6-03', '1', '1', ''],
    ])
    expect(good).toEqual([
      { pupil: '0', marks: [{ item: 'a', value: '.' }], notAsked: [], totals: [] },
    ])
    expect(bad).toEqual([
      [4, 'Question 12b has 2 marks at most: 3 is too many.'],
      [6, '“Y6-99” is not in this class.'],
      [7, 'The same pupil as row 3.'],
      [
        8,
        '“Y6-03” has marks here and is not down as having sat the paper: change that beside their marks first.',
      ],
    ])
    expect(mapping).toEqual({ pupil: 0, a: 1, b: 2 })
    expect(read([]).good).toEqual([])
  })

  it('nothing is read until somebody says which column is the pupil', () => {
    const rows = [
      ['Who', 'Q1'],
      ['Y6-01', '1'],
    ]
    const { job, good, mapping } = read(rows)
    expect([good, mapping['pupil']]).toEqual([[], null])
    expect(job.read(rows, 0, { ...mapping, pupil: 0 }).good).toHaveLength(1)
  })

  it('totals of other papers say of what they are in their headings', () => {
    const { job, good, bad } = read(
      [
        ['Pupil', 'paper2_of_35', 'Reading (50)', 'Note', 'Paper 2H of 80'],
        ['Y6-01', '30', '', 'x', ''],
        ['Y6-02', '1', '51', '', ''],
      ],
      [{ key: 'k2', name: 'Paper 2', max: 35 }],
    )
    expect(job.newPapers).toEqual([
      { key: 'new:2', name: 'Reading', max: 50, isNew: true },
      { key: 'new:4', name: 'Paper 2H', max: 80, isNew: true },
    ])
    expect(good).toEqual([
      {
        pupil: '0',
        marks: [],
        notAsked: [],
        totals: [{ paper: { key: 'k2', name: 'Paper 2', max: 35, isNew: false }, total: 30 }],
      },
    ])
    expect(bad).toEqual([[3, 'Reading: “51” is not a mark from 0 to 50.']])
  })

  it('C28 a retest takes the cells that it opened; what it did not ask is told, not taken', () => {
    const rows = [
      ['Pupil', 'Q1', 'Q1_retest', 'Q12b_retest', 'paper2_of_35'],
      ['Y6-01', '0', '1', '2', '30'],
      ['Y6-02', '1', '1', '', '30'],
      ['Y6-03', '', '1', '', ''],
    ]
    const opens = (pupil: string, item: string) => pupil === '0' && item === 'a'
    const components = [{ key: 'k2', name: 'Paper 2', max: 35 }]
    const job = marksJob(rows, { pupils, items, components, opens })
    const { headings, mapping } = job.guess(rows)
    expect([mapping, job.newPapers]).toEqual([{ pupil: 0, a: 2, b: 3 }, []])
    const { good, bad } = job.read(rows, headings, mapping)
    const [one, two] = [{ item: 'a', value: 1 } as const, { item: 'b', value: 2 } as const]
    expect(good.map(({ value }) => value)).toEqual([
      { pupil: '0', marks: [one], notAsked: [two], totals: [] },
      { pupil: '1', marks: [], notAsked: [one], totals: [] },
    ])
    expect(bad.map(({ line }) => line)).toEqual([4])
  })

  it('C28 a column of the retest is no column of the paper; without one of its own the paper’s is meant', () => {
    const rows = [['Pupil', 'Q1_retest', 'Q12b']]
    const guessOf = (opens?: MarksOf['opens']) =>
      marksJob(rows, { pupils, items, components: [], ...(opens && { opens }) }).guess(rows).mapping
    expect(guessOf()).toEqual({ pupil: 0, a: null, b: 2 })
    expect(guessOf(() => true)).toEqual({ pupil: 0, a: 1, b: 2 })
  })

  it('C55 a mark meets nothing, the same, or another beside which it is kept', () => {
    const typed = [
      { hand: 'one', value: 1 },
      { hand: 'two', value: 2 },
    ]
    expect([meets([], 1), meets(typed, 2), meets(typed, '.'), meets(typed.slice(1), 1)]).toEqual([
      'nothing',
      'the same',
      'another',
      'another',
    ])
  })
})
