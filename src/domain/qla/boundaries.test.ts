import { describe, expect, it } from 'vitest'
import { chosen, madeRecord } from '../../../test/helpers/qla-grid.ts'
import {
  boundaryFaults,
  boundarySetOf,
  countAtLeast,
  gradeFor,
  printOf,
  standardOf,
  toUse,
  usable,
  usedLast,
} from './boundaries.ts'
import { boundaryQaRecord, boundaryRecord, boundarySetRecord } from './paper.ts'
import { labelsOf, SCALE_IDS, stepsBetween } from './scales.ts'
import { boundariesUsedRecord } from './sitting.ts'

const head = madeRecord(boundarySetRecord, {
  id: 's1',
  name: 'Spring, Year 8',
  scale: 'wt-gd',
  year: '2027',
  outOf: 40,
})
const line = (label: string, min: unknown, changes = {}) =>
  madeRecord(boundaryRecord, { id: `b-${label}`, set: 's1', label, min, ...changes })
const LINES = [line('GD', chosen(27)), line('WT', chosen(4)), line('EX', chosen(15))]
const check = (checked: string) =>
  madeRecord(boundaryQaRecord, { set: 's1', by: 'p20', on: '2027-03-01', checked })

describe('C30 boundaries', () => {
  it('C30 are not used before the AP Achievement has checked them', () => {
    const set = boundarySetOf(head, LINES, [])
    expect(set.thresholds.map(({ label }) => label)).toEqual(['WT', 'EX', 'GD'])
    expect(usable(set)).toEqual({ ok: false, error: 'not-checked' })
    expect(toUse(set)).toEqual({ ok: false, error: 'not-checked' })
  })

  it('C30 checked, they go into a sitting with who checked them and when', () => {
    const qa = check(printOf(boundarySetOf(head, LINES, [])))
    const used = toUse(boundarySetOf(head, LINES, [qa]))
    expect(used).toMatchObject({ ok: true, value: { set: 's1', qaBy: 'p20', qaOn: '2027-03-01' } })
    const copied = used.ok ? used.value : {}
    expect(madeRecord(boundariesUsedRecord, copied)).toMatchObject({ outOf: 40, qaBy: 'p20' })
  })

  it('C30 changed after the check, they are unchecked again', () => {
    const qa = check('wt-gd of 40: WT=4,EX=15,GD=27')
    expect(usable(boundarySetOf(head, LINES, [qa])).ok).toBe(true)
    const changed = [...LINES.slice(0, 2), line('EX', chosen(14))]
    expect(usable(boundarySetOf(head, changed, [qa]))).toEqual({ ok: false, error: 'not-checked' })
    const taken = [...LINES.slice(1), line('GD', chosen(27), { removedAt: 2 })]
    expect(usable(boundarySetOf(head, taken, [qa])).ok).toBe(false)
    for (const other of [{ outOf: 50 }, { scale: '9-1' as const }])
      expect(boundarySetOf({ ...head, ...other }, LINES, [qa]).qa).toBeNull()
  })

  it('C30 C55 while two devices differ about one, nobody uses any', () => {
    const both = [
      { value: 15, device: 'a', at: 1 },
      { value: 16, device: 'b', at: 1 },
    ]
    const set = boundarySetOf(head, [line('WT', chosen(4)), line('EX', both)], [check('WT=4')])
    expect(set.differ).toEqual(['EX'])
    expect(usable(set)).toEqual({ ok: false, error: 'faulty' })
  })

  it.each([
    ['none', []],
    ['unknown-label', [line('9', chosen(4))]],
    ['twice', [line('EX', chosen(4)), line('EX', chosen(5), { id: 'b2' })]],
    ['too-high', [line('EX', chosen(41))]],
    ['not-rising', [line('WT', chosen(15)), line('EX', chosen(15))]],
  ])('C30 boundaries with a fault (%s) cannot be checked or used', (kind, lines) => {
    const set = boundarySetOf(head, lines, [])
    expect(boundaryFaults(set).map((fault) => fault.kind)).toEqual([kind])
    expect(usable(set)).toEqual({ ok: false, error: 'faulty' })
  })

  it('the last ones put into a sitting count', () => {
    const used = (id: string, madeAt: number) =>
      madeRecord(boundariesUsedRecord, {
        id,
        madeAt,
        scale: '9-1',
        outOf: 80,
        thresholds: [],
        qaBy: 'p20',
        qaOn: '2027-03-01',
      })
    expect(usedLast([used('a', 2), used('b', 1)])?.id).toBe('a')
    expect(usedLast([])).toBeNull()
  })
})

describe('grades', () => {
  const GRADED = {
    scale: '9-1',
    thresholds: [
      { label: '4', min: 52 },
      { label: '3', min: 36 },
      { label: '5', min: 83 },
    ],
  } as const

  it.each([
    [0, 'U'],
    [35, 'U'],
    [36, '3'],
    [51, '3'],
    [52, '4'],
    [83, '5'],
    [240, '5'],
  ])('%i marks are a %s', (marks, label) => {
    expect(gradeFor(GRADED, marks)).toEqual({ scale: '9-1', label })
  })

  it('counts who reaches a boundary, of totals that are whole', () => {
    expect(countAtLeast(GRADED, '4', [52, 51, null, 99])).toBe(2)
    expect(countAtLeast(GRADED, '9', [52])).toBeNull()
    expect(standardOf(GRADED)).toEqual({ label: '4', min: 52 })
    expect(standardOf({ scale: 'standardised', thresholds: [] })).toBeNull()
  })

  it('C49 grades of different scales have no distance, even with the same label', () => {
    expect(
      stepsBetween({ scale: 'wts-gds', label: 'EXS' }, { scale: 'judgement', label: 'EXS' }),
    ).toBeNull()
    expect(
      stepsBetween({ scale: 'scaled', label: '100' }, { scale: 'standardised', label: '100' }),
    ).toBeNull()
    expect(stepsBetween({ scale: '9-1', label: '3' }, { scale: '9-1', label: '6' })).toBe(3)
  })

  it('every scale has its labels, from the lowest up', () => {
    for (const scale of SCALE_IDS)
      expect(new Set(labelsOf(scale)).size).toBe(labelsOf(scale).length)
    expect(labelsOf('scaled').at(0)).toBe('80')
    expect(labelsOf('standardised').at(-1)).toBe('140')
  })
})
