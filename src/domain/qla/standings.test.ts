import { describe, expect, it } from 'vitest'
import type { GradeEntry } from './grades.ts'
import { belowTarget } from './rap.ts'
import { type SittingGrades, standingsOf, toRaise } from './standings.ts'

const said = (value: string | null) => [{ value, device: 'd', at: 1 }]
const grade = (pupil: string, current: string, target: string | null): GradeEntry => ({
  id: `${pupil}-${current}`,
  by: 'p12',
  madeAt: 1,
  pupil,
  scale: '9-1',
  current: said(current),
  projected: [],
  target: target === null ? [] : said(target),
  evidence: '',
})
const sitting = (
  subject: string,
  on: string,
  grades: GradeEntry[],
  ids: readonly string[] = ['Y10-01', 'Y10-02'],
): SittingGrades => ({
  urn: '900001',
  subject,
  on,
  grades,
  // The same pupil has another key in each sitting.
  pupils: new Map(ids.map((id, place) => [place.toString(36), id])),
})

describe('grades of several subjects together', () => {
  const maths = [
    sitting('Maths', '2027-03-01', [grade('0', '3', null)]),
    sitting('Maths', '2026-12-01', [grade('0', '5', '5'), grade('1', '6', '5')]),
  ]
  const history = sitting('History', '2027-03-02', [grade('1', '2', '6')], ['Y10-02', 'Y10-01'])

  it('the newest grade stands against the target that was last given', () => {
    expect(standingsOf(maths)).toEqual([
      { pupil: '900001 Y10-01', subject: 'Maths', scale: '9-1', current: '3', target: '5' },
      { pupil: '900001 Y10-02', subject: 'Maths', scale: '9-1', current: '6', target: '5' },
    ])
  })

  it('a pupil is the same in every subject by the school’s own number', () => {
    const [first, ...rest] = belowTarget(standingsOf([...maths, history]), 2)
    expect(rest).toEqual([])
    expect(first).toMatchObject({ pupil: '900001 Y10-01', for: 'rap' })
    expect(first?.subjects.map(({ subject, below }) => [subject, below])).toEqual([
      ['History', 4],
      ['Maths', 2],
    ])
  })

  it('C32: above target at the two newest points in a row', () => {
    const twice = [
      sitting('Maths', '2026-12-01', [grade('1', '6', '5')]),
      sitting('Maths', '2027-03-01', [grade('1', '7', '5')]),
    ]
    expect(toRaise(twice)).toEqual([{ pupil: '900001 Y10-02', subject: 'Maths', target: '5' }])
    expect(toRaise(maths)).toEqual([])
  })
})
