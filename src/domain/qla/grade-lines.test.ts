import { describe, expect, it } from 'vitest'
import { bandNow, gradeLines, heldBack, movesOf } from './grade-lines.ts'
import type { GradeEntry, MovementEntry } from './grades.ts'
import { gridOf, type GridItem, type GridPupil } from './grid.ts'

const pupil = (key: string, fields: Partial<GridPupil> = {}): GridPupil => ({
  key,
  localId: `Y6-${key}`,
  first: '',
  last: '',
  sex: '',
  ppg: false,
  sen: 'N',
  eal: false,
  prior: 'M',
  status: 'sat',
  dates: [],
  ...fields,
})
const item: GridItem = {
  key: 'a',
  q: '1',
  part: '',
  max: 8,
  kind: '',
  code: '',
  strand: '',
  fromYear: null,
  tier: null,
}
const said = (value: string | null) => [{ value, device: 'd', at: 1 }]
const entry = (of: string, fields: Partial<GradeEntry> = {}): GradeEntry => ({
  id: `g-${of}`,
  by: 'p12',
  madeAt: 1,
  pupil: of,
  scale: 'wts-gds',
  current: said('EXS'),
  projected: said('EXS'),
  target: said('EXS'),
  evidence: '',
  ...fields,
})
const MARKS: Readonly<Record<string, number>> = { '1': 6, '2': 2 }
const pupils = [pupil('1'), pupil('2', { prior: '' }), pupil('3'), pupil('4', { status: 'absent' })]
const grid = gridOf(pupils, [item], {
  typed: (who) => (MARKS[who] === undefined ? [] : [{ hand: 'h', value: MARKS[who] }]),
})
const facts: Parameters<typeof gradeLines>[0] = {
  grid,
  after: grid,
  raw: new Map([
    ['1', 6],
    ['2', 2],
    ['3', null],
  ]),
  boundaries: {
    scale: 'wts-gds',
    thresholds: [
      { label: 'WTS', min: 0 },
      { label: 'EXS', min: 4 },
      { label: 'GDS', min: 7 },
    ],
  },
  grades: [],
  tolerance: 0,
}

describe('grades of a sitting', () => {
  it('C30: without checked boundaries no mark comes to a grade', () => {
    const lines = gradeLines({ ...facts, boundaries: null })
    expect(lines.map(({ worked, whole }) => [worked, whole])).toEqual([
      [null, 6],
      [null, 2],
      [null, null],
    ])
    expect(heldBack(lines).stale).toEqual([])
  })

  it('C28: a grade that the marks do not come to any more is held back until it is worked out again', () => {
    const lines = gradeLines({ ...facts, grades: [entry('1'), entry('2')] })
    expect(lines.map(({ worked, current, stale }) => [worked, current, stale])).toEqual([
      ['EXS', 'EXS', false],
      ['WTS', 'EXS', true],
      [null, null, false],
    ])
    expect(heldBack(lines).stale.map(({ pupil: { key } }) => key)).toEqual(['2'])
  })

  it('C31: a projection outside tolerance holds grades back until evidence is written', () => {
    const far = entry('1', { projected: said('GDS') })
    const open = heldBack(gradeLines({ ...facts, grades: [far] }))
    expect(open.unevidenced.map(({ pupil: { key } }) => key)).toEqual(['1'])
    const shown = { ...far, evidence: 'Reading age of 12.4 in November' }
    expect(heldBack(gradeLines({ ...facts, grades: [shown] })).unevidenced).toEqual([])
  })

  it('C49: grades of another scale are not this sitting’s', () => {
    const other = entry('1', { scale: '9-1', current: said('7') })
    expect(gradeLines({ ...facts, grades: [other] })[0]).toMatchObject({
      current: null,
      entry: null,
    })
  })

  it('C55: two values of a grade are no grade until somebody picks', () => {
    const twice = entry('1', {
      current: [
        { value: 'EXS', device: 'a', at: 1 },
        { value: 'GDS', device: 'b', at: 1 },
      ],
    })
    expect(gradeLines({ ...facts, grades: [twice] })[0]?.current).toBeNull()
  })

  it('C35: movements are of those who sat, with the band before and the one that somebody said', () => {
    const movement = (of: string, to: 'L' | 'M' | 'H'): MovementEntry => ({
      id: `m-${of}`,
      by: 'p12',
      madeAt: 1,
      pupil: of,
      to: [{ value: to, device: 'd', at: 1 }],
    })
    const movements = [movement('1', 'H'), movement('2', 'L')]
    expect(movesOf(pupils, movements)).toEqual([
      { from: 'M', to: 'H' },
      { from: null, to: 'L' },
      { from: 'M', to: null },
    ])
    expect(bandNow(movements, '3')).toBeNull()
  })
})
