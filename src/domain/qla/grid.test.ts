import { describe, expect, it } from 'vitest'
import { aPupil, anItem, marksFrom } from '../../../test/helpers/qla-grid.ts'
import { facilityOf, omittedRate } from './facility.ts'
import { cellOf, cohortSize, gridOf, readMark, satPlaces } from './grid.ts'
import { meanOf, rounded, rowTotal, sharesOf, totalsOf } from './totals.ts'

const Q33 = { q: '33', part: '', max: 2 }

describe('a mark as it is typed', () => {
  it('HC01 three of two is refused, and the most is named', () => {
    expect(readMark('3', Q33)).toEqual({
      ok: false,
      error: 'Question 33 has 2 marks at most: 3 is too many.',
    })
    expect(readMark('2', { q: '7', part: 'b', max: 1 })).toEqual({
      ok: false,
      error: 'Question 7b has 1 mark at most: 2 is too many.',
    })
    expect(readMark('2', Q33)).toEqual({ ok: true, value: 2 })
  })

  it('HC02 nothing is blank, a dot is left blank, a nought is a nought', () => {
    expect([readMark('', Q33), readMark(' . ', Q33), readMark('0', Q33)]).toEqual([
      { ok: true, value: null },
      { ok: true, value: '.' },
      { ok: true, value: 0 },
    ])
  })

  it.each(['-1', '1.5', 'x', '1e1', '٣', '..'])(
    'HC01 %s is not a mark, and it says what is',
    (typed) => {
      expect(readMark(typed, Q33)).toEqual({
        ok: false,
        error: 'Question 33: type a mark from 0 to 2, or a dot if it was left blank.',
      })
    },
  )
})

describe('a cell', () => {
  it('HC03 equal marks agree whoever typed them, different ones are all there', () => {
    const [a, b] = [
      { hand: 'aa', value: 1 },
      { hand: 'bb', value: 1 },
    ]
    expect(cellOf([a, b], 2)).toEqual({ value: 1, omitted: false, clash: [], by: ['aa', 'bb'] })
    expect(cellOf([a, { ...b, value: '.' }], 2)).toMatchObject({
      value: null,
      clash: [a, { hand: 'bb', value: '.' }],
    })
    // A nought and an omission are both no mark, and still not the same.
    expect(
      cellOf(
        [
          { ...a, value: 0 },
          { ...b, value: '.' },
        ],
        2,
      ).clash,
    ).toHaveLength(2)
  })

  it.each([3, -1, 0.5, Number.NaN])(
    '%s, which no app of ours lets in, counts as nothing',
    (value) => {
      expect(cellOf([{ hand: 'aa', value }], 2)).toMatchObject({ value: null })
    },
  )
})

const items = [anItem('a', 1), anItem('b', 2)]
const pupils = [
  aPupil('0'),
  aPupil('1'),
  aPupil('2', { status: 'absent' }),
  aPupil('3', { status: 'working_below' }),
  aPupil('4', { status: 'just_arrived' }),
  aPupil('5', { status: 'not_on_roll' }),
  aPupil('6', { dates: ['2026-11-16', '2026-11-17'] }),
]
const grid = gridOf(
  pupils,
  items,
  marksFrom({ '0|a': 1, '0|b': '.', '1|a': 0, '2|a': 1, '6|a': 1, '6|b': 2 }),
)

describe('who is counted', () => {
  it('C48 HC02 absent, working below and just arrived are in the cohort and not in the facility', () => {
    expect(satPlaces(grid)).toEqual([0, 1, 6])
    expect(cohortSize(grid)).toBe(6)
    expect(facilityOf(grid, [0])).toMatchObject({ gained: 2, available: 3, n: 3, omitted: 0 })
    // The mark of somebody who is down as absent counts nowhere, also when it is asked for.
    expect(facilityOf(grid, [0], [2])).toMatchObject({ available: 0, facility: null, n: 0 })
  })

  it('HC02 an omission is nought of the marks and counted, a blank is in neither sum', () => {
    const b = facilityOf(grid, [1])
    expect(b).toEqual({ gained: 2, available: 4, facility: 0.5, n: 2, omitted: 1, answers: 2 })
    expect(omittedRate(b)).toBe(0.5)
    expect(omittedRate(facilityOf(grid, []))).toBeNull()
  })

  it('HC05 a paper sat over two days is one sitting with two dates', () => {
    expect(grid.pupils[6]?.dates).toEqual(['2026-11-16', '2026-11-17'])
    expect(satPlaces(grid)).toContain(6)
    expect(totalsOf(grid).get('6')).toBe(3)
  })

  it('a total with a blank in it is none yet, and no part of the mean', () => {
    expect(rowTotal(grid, 1)).toEqual({ marks: 0, open: 1, clashes: 0, omitted: 0 })
    expect([...totalsOf(grid)]).toEqual([
      ['0', 1],
      ['1', null],
      ['6', 3],
    ])
    expect(meanOf(totalsOf(grid).values())).toEqual({ mean: 2, n: 2 })
    expect(meanOf([])).toEqual({ mean: null, n: 0 })
  })

  it('C48 a number is said of those who sat it and of the cohort', () => {
    expect(sharesOf(3, grid)).toEqual({ count: 3, sat: 3, cohort: 6, ofSat: 1, ofCohort: 0.5 })
    expect(sharesOf(0, { pupils: [] })).toMatchObject({ ofSat: null, ofCohort: null })
  })

  it('rounds half up as people do', () => {
    expect([rounded(0.5, 0), rounded(1.005, 2), rounded(2.5, 0), rounded(0.3749, 3)]).toEqual([
      1, 1.01, 3, 0.375,
    ])
  })
})
