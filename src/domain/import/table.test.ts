import { describe, expect, it } from 'vitest'
import { dateCell, oneOfCell, textCell, wholeNumberCell } from './cells.ts'
import { type Columns, tableJob } from './table.ts'

interface Day {
  readonly date: string
  readonly kind: 'inset' | 'holiday'
  readonly name: string
}
const columns: Columns<Day> = {
  date: { label: 'Date', also: ['Day', 'On'], read: dateCell },
  kind: {
    label: 'Kind',
    also: ['Type of day'],
    read: oneOfCell([
      ['INSET', 'inset'],
      ['Holiday', 'holiday'],
    ] as const),
  },
  name: { label: 'Name', blank: '', read: textCell(20) },
}
const job = tableJob(columns, {
  sameAs: ({ date }) => date,
  check: ({ kind, name }) => (kind === 'holiday' && name === '' ? 'A holiday has a name.' : null),
})

describe('a table brought in', () => {
  it('finds the headings under a title, by other words and in any order', () => {
    const rows = [['Our days 2026'], [], ['Name', 'TYPE-OF DAY', 'day'], ['', 'inset', '1/9/2026']]
    const guess = job.guess(rows)
    expect(guess).toEqual({ headings: 2, mapping: { date: 2, kind: 1, name: 0 } })
    expect(job.read(rows, guess.headings, guess.mapping).good).toEqual([
      { line: 4, value: { date: '2026-09-01', kind: 'inset', name: '' } },
    ])
  })

  it('gives back every row that it does not take, whole, with row and column in words', () => {
    const rows = [
      ['Date', 'Kind', 'Name', 'Extra'],
      ['31/02/2026', 'Inset', '', 'kept'],
      ['', 'party', 'x', ''],
      ['24/10/2025', 'INSET', ''],
      ['24 Oct 2025', 'inset', 'twice'],
      ['', '', '', ' '],
      ['25/12/2025', 'holiday', ''],
    ]
    const { good, bad } = job.read(rows, 0, job.guess(rows).mapping)
    expect(good.map(({ line }) => line)).toEqual([4])
    expect(bad).toEqual([
      {
        line: 2,
        cells: ['31/02/2026', 'Inset', '', 'kept'],
        faults: [
          { field: 'date', words: 'Date: “31/02/2026” is not a date: write it as 18/11/2025.' },
        ],
      },
      {
        line: 3,
        cells: ['', 'party', 'x', ''],
        faults: [
          { field: 'date', words: 'Date is empty.' },
          { field: 'kind', words: 'Kind: “party” is not one of INSET, Holiday.' },
        ],
      },
      {
        line: 5,
        cells: ['24 Oct 2025', 'inset', 'twice'],
        faults: [{ field: null, words: 'The same as row 4.' }],
      },
      {
        line: 7,
        cells: ['25/12/2025', 'holiday', ''],
        faults: [{ field: null, words: 'A holiday has a name.' }],
      },
    ])
  })

  it('reads by another mapping when a person changes it', () => {
    const rows = [
      ['A', 'B'],
      ['inset', '1.9.26'],
    ]
    expect(job.guess(rows).mapping).toEqual({ date: null, kind: null, name: null })
    expect(job.read(rows, 0, { date: 1, kind: 0, name: null }).good).toHaveLength(1)
  })

  it('takes no place twice and stands an empty file', () => {
    expect(job.guess([]).headings).toBe(0)
    expect(job.read([], 0, {})).toEqual({ good: [], bad: [] })
    const twice = tableJob<{ a: string; b: string }>({
      a: { label: 'Name', read: textCell(9) },
      b: { label: 'Name', read: textCell(9) },
    })
    expect(twice.guess([['Name']]).mapping).toEqual({ a: 0, b: null })
  })
})

describe('cells', () => {
  it.each([
    ['18/11/2025', '2025-11-18'],
    ['Tuesday 18th November 2025', '2025-11-18'],
    ['18-Nov-25', '2025-11-18'],
    ['2025-11-18', '2025-11-18'],
    ['2025-11-18 09:30', '2025-11-18'],
    ['03/04/2026', '2026-04-03'],
  ])('reads the date %s', (text, date) => {
    expect(dateCell(text)).toEqual({ ok: true, value: date })
  })

  it.each(['11/18/2025', '29/02/2026', 'Aut 2', 'soon', '2025-13-01'])(
    'refuses %s as a date',
    (text) => expect(dateCell(text).ok).toBe(false),
  )

  it('reads whole numbers with commas and says its bounds', () => {
    expect(wholeNumberCell(0, 5000)('1,210')).toEqual({ ok: true, value: 1210 })
    expect(wholeNumberCell(0, 10)('12')).toEqual({ ok: false, error: 'is not between 0 and 10' })
    expect(wholeNumberCell(0, 10)('x')).toEqual({ ok: false, error: 'is not a whole number' })
  })
})
