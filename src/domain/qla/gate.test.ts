import { describe, expect, it } from 'vitest'
import { aPupil, anItem, chosen, madeRecord, marksFrom } from '../../../test/helpers/qla-grid.ts'
import { areaRecord, reteachRecord, retestRecord, waiverRecord } from './follow-up.ts'
import { type GateFacts, missingForGrades, stageOf, waiverOf } from './gate.ts'
import { enteredRecord } from './grades.ts'
import { gridOf } from './grid.ts'
import { retestGrid } from './retest.ts'
import { boundariesUsedRecord } from './sitting.ts'

const items = [anItem('a', 1), anItem('b', 2)]
const pupils = [aPupil('0'), aPupil('1')]
const MARKS = { '0|a': 0, '0|b': 2, '1|a': 1, '1|b': '.' } as const
const grid = gridOf(pupils, items, marksFrom(MARKS))

const boundaries = madeRecord(boundariesUsedRecord, {
  scale: '9-1',
  outOf: 3,
  thresholds: [{ label: '4', min: 1 }],
  qaBy: 'p20',
  qaOn: '2027-03-01',
})
const area = madeRecord(areaRecord, {
  id: 'a1',
  name: 'Fractions',
  items: ['a'],
  way: chosen('small_group'),
  note: '',
})
const reteach = madeRecord(reteachRecord, {
  area: 'a1',
  items: ['a'],
  group: ['0'],
  on: '2027-03-03',
  teacher: 'p12',
  misconception: '',
})
const retest = madeRecord(retestRecord, { items: ['a'], open: { a: ['0'] }, on: '2027-03-05' })
const waiver = (what: string, changes = {}) =>
  madeRecord(waiverRecord, {
    what,
    reason: 'The topic comes again in May',
    role: 'Headteacher',
    on: '2027-03-05',
    ...changes,
  })

const facts = (changes: Partial<GateFacts> = {}): GateFacts => ({
  sitting: { spiral: false },
  grid,
  again: retestGrid(grid, marksFrom({ '0|a': 1 })),
  areas: [area],
  reteaches: [reteach],
  retests: [retest],
  waivers: [],
  boundaries,
  validity: null,
  ...changes,
})
const missing = (changes: Partial<GateFacts> = {}) => missingForGrades(facts(changes))

describe('C28 the gate before grades are entered', () => {
  it('C28 nothing is missing once it is retaught, retested and graded by checked boundaries', () => {
    expect(missing()).toEqual([])
  })

  it('C28 no reteach: it says which areas', () => {
    expect(missing({ reteaches: [] })).toEqual([{ what: 'reteach', areas: ['a1'] }])
    expect(missing({ reteaches: [{ ...reteach, on: '' }] })).toEqual([
      { what: 'reteach', areas: ['a1'] },
    ])
    expect(missing({ reteaches: [{ ...reteach, teacher: '' }] })).toHaveLength(1)
    expect(missing({ reteaches: [{ ...reteach, removedAt: 5 }] })).toHaveLength(1)
  })

  it('C28 no area chosen, or all of them left: that is waived by somebody or not at all', () => {
    expect(missing({ areas: [] })).toContainEqual({ what: 'areas' })
    const left = { ...area, way: chosen('leave' as const) }
    expect(missing({ areas: [left] })).toContainEqual({ what: 'areas' })
    expect(missing({ areas: [left], waivers: [waiver('reteach')] })).toEqual([])
  })

  it('C28 no retest, or one without all its marks: it says how many', () => {
    expect(missing({ retests: [] })).toEqual([{ what: 'retest' }])
    expect(missing({ retests: [{ ...retest, on: '' }] })).toEqual([{ what: 'retest' }])
    const again = retestGrid(grid, marksFrom({}))
    expect(missing({ again })).toEqual([{ what: 'retest-marks', cells: 1 }])
    expect(missing({ again, retests: [{ ...retest, doneAt: 9 }] })).toEqual([])
  })

  it('C28 is waived only with a person and a reason, and the waiver can be taken back', () => {
    expect(missing({ reteaches: [], waivers: [waiver('reteach')] })).toEqual([])
    expect(missing({ retests: [], waivers: [waiver('retest')] })).toEqual([])
    // One step’s waiver is not the other’s.
    expect(missing({ retests: [], waivers: [waiver('reteach')] })).toEqual([{ what: 'retest' }])
    const back = waiver('retest', { takenBackAt: 7 })
    expect(missing({ retests: [], waivers: [back] })).toEqual([{ what: 'retest' }])
    expect(waiverOf([back], 'retest')).toBeNull()
    for (const reason of ['', '   '])
      expect(() => waiver('retest', { reason })).toThrow(/qla-waiver/)
  })

  it('C30 without checked boundaries there is no way past', () => {
    expect(missing({ boundaries: null, waivers: [waiver('reteach'), waiver('retest')] })).toEqual([
      { what: 'boundaries' },
    ])
  })

  it('C29 a spiral paper that is none stops it, until that is waived', () => {
    const validity = {
      earlier: 0.2,
      expected: 0.5,
      faults: [{ kind: 'earlier', share: 0.2 }],
    } as const
    expect(missing({ validity })).toEqual([])
    const spiral = { sitting: { spiral: true }, validity }
    expect(missing(spiral)).toEqual([{ what: 'validity' }])
    expect(missing({ sitting: { spiral: true } })).toEqual([{ what: 'validity' }])
    expect(missing({ ...spiral, waivers: [waiver('validity')] })).toEqual([])
    expect(missing({ ...spiral, validity: { ...validity, faults: [] } })).toEqual([])
  })

  it('HC02 HC03 blank marks, marks typed differently and undecided pupils are each said', () => {
    const one = gridOf(
      [...pupils, aPupil('2', { status: null }), aPupil('3', { status: 'absent' })],
      items,
      marksFrom({
        '0|a': 1,
        '1|a': [
          { hand: 'x', value: 0 },
          { hand: 'y', value: 1 },
        ],
        '1|b': 2,
      }),
    )
    expect(missing({ grid: one })).toEqual([
      { what: 'status', pupils: 1 },
      { what: 'marks', cells: 1, pupils: 1 },
      { what: 'clashes', cells: 1 },
    ])
    const nobody = gridOf([aPupil('0', { status: 'absent' })], items, marksFrom({}))
    expect(missing({ grid: nobody })).toContainEqual({ what: 'nobody-sat' })
    const twice = retestGrid(
      grid,
      marksFrom({
        '0|a': [
          { hand: 'x', value: 0 },
          { hand: 'y', value: 1 },
        ],
      }),
    )
    expect(missing({ again: twice })).toEqual([{ what: 'retest-clashes', cells: 1 }])
  })
})

describe('how far an analysis has come', () => {
  const stage = (changes: Partial<GateFacts> = {}) => stageOf(facts(changes), [])

  it('C28 goes through its stages one by one, and skips none without a waiver', () => {
    const blank = gridOf(pupils, items, marksFrom({}))
    const nothing = { areas: [], reteaches: [], retests: [] }
    expect(stage({ grid: blank, ...nothing })).toBe('created')
    expect(stage(nothing)).toBe('marks_in')
    expect(stage({ ...nothing, areas: [area] })).toBe('analysed')
    expect(stage({ retests: [] })).toBe('retaught')
    expect(stage({ boundaries: null })).toBe('retested')
    expect(stage()).toBe('grades_updated')
    expect(stage({ ...nothing, waivers: [waiver('reteach')] })).toBe('retaught')
    expect(stage({ ...nothing, waivers: [waiver('reteach'), waiver('retest')] })).toBe(
      'grades_updated',
    )
    expect(stage({ grid: blank })).toBe('created')
    const entered = madeRecord(enteredRecord, { sentTo: 'Go4Schools', on: '2027-03-06', count: 2 })
    expect(stageOf(facts(), [entered])).toBe('grades_entered')
  })
})
