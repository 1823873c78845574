import { describe, expect, it } from 'vitest'
import { aPupil, anItem, madeRecord, marksFrom } from '../../../test/helpers/qla-grid.ts'
import { qlaCountRecord } from './counts.ts'
import { cardLine, type Counted, countsOf, isCardMonth } from './feed.ts'
import { gridOf } from './grid.ts'
import { USUAL_SETTINGS } from './settings.ts'
import { boundariesUsedRecord, sittingRecord } from './sitting.ts'
import { totalsOf } from './totals.ts'

const boundaries = madeRecord(boundariesUsedRecord, {
  scale: 'scaled',
  outOf: 2,
  thresholds: [{ label: '100', min: 1 }],
  qaBy: 'p20',
  qaOn: '2026-11-02',
})
const head = madeRecord(sittingRecord, {
  paper: 'paper1',
  paperName: 'Arithmetic',
  subject: 'Maths',
  yearGroup: 6,
  className: '6 Kestrels',
  teachers: ['p12'],
  on: '2026-12-01',
})

/** So many who sat it, the first of them PPG; everybody has one mark of two. */
function counted(sat: number, ppg: number, away = 0): Counted {
  const pupils = Array.from({ length: sat + away }, (_, n) =>
    aPupil(n.toString(36), { ppg: n < ppg, status: n < sat ? 'sat' : 'absent' }),
  )
  const marks = Object.fromEntries(pupils.map(({ key }) => [`${key}|a`, 1] as const))
  const first = gridOf(pupils, [anItem('a', 2, { code: '6C7b' })], marksFrom(marks))
  return { sitting: 's1', head, first, after: null, raw: totalsOf(first), outOf: 2, boundaries }
}
const of = (sat: number, ppg: number, away = 0) => countsOf(counted(sat, ppg, away), USUAL_SETTINGS)

describe('C51 what leaves the school', () => {
  it('C51 counts by question, area and group, with their numbers', () => {
    const count = of(28, 9)
    expect(count).toMatchObject({ cohort: 28, sat: 28, mean: 1, standard: '100', atStandard: 28 })
    expect(count.items).toEqual([{ name: 'a', marks: 2, facility: 0.5, n: 28 }])
    expect(count.domains).toEqual([{ name: '6C7b', marks: 2, facility: 0.5, n: 28 }])
    expect(count.groups.filter(({ name }) => name.includes('PPG'))).toEqual([
      { name: 'Not PPG', n: 19, mean: 1, atStandard: 19 },
      { name: 'PPG', n: 9, mean: 1, atStandard: 9 },
    ])
    expect(
      qlaCountRecord.read({ type: 'qla-count', v: 1, id: 'c', by: 'p12', madeAt: 1, ...count }).ok,
    ).toBe(true)
  })

  it('C51 groups under six are masked, and whom they could be worked out of', () => {
    const masked = { n: null, mean: null, atStandard: null }
    expect(of(28, 5).groups.filter(({ name }) => name.includes('PPG'))).toEqual([
      { name: 'Not PPG', ...masked },
      { name: 'PPG', ...masked },
    ])
  })

  it('C51 a class under six says nothing but that it sat the paper', () => {
    const count = of(5, 0)
    expect(count).toMatchObject({ cohort: null, sat: null, mean: null, atStandard: null })
    for (const { facility, n } of [...count.items, ...count.domains])
      expect([facility, n]).toEqual([null, null])
    for (const { n } of count.groups) expect(n).toBeNull()
  })

  it('C51 one or two who were away cannot be worked out of the cohort', () => {
    expect(of(28, 9, 2)).toMatchObject({ sat: 28, cohort: null })
    expect(of(28, 9, 6)).toMatchObject({ sat: 28, cohort: 34 })
  })

  it('C51 holds no pupil, no class and no teacher', () => {
    const text = JSON.stringify(of(28, 9))
    for (const word of ['X-', 'Marblebag', 'Moss', 'Kestrels', 'p12'])
      expect(text).not.toContain(word)
  })
})

describe('the academy card', () => {
  it('C39 has a share of those who sat it with their number, or nothing where it is masked', () => {
    expect(cardLine(of(28, 9))).toEqual({
      kpi: 'Year 6 Maths: 100 or above, %',
      value: 100,
      n: 28,
      on: '2026-12-01',
    })
    expect(cardLine(of(5, 0))).toMatchObject({ value: null, n: null })
    expect(cardLine({ ...of(28, 9), standard: '' })).toBeNull()
  })

  it('C39 primary data are reported in December and July', () => {
    expect(['2026-12-04', '2027-07-01', '2027-01-05'].map(isCardMonth)).toEqual([true, true, false])
  })
})
