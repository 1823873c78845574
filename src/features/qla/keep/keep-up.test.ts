import { describe, expect, it } from 'vitest'
import { writeMark } from '../../../crdt/marks.ts'
import { changeRecord, createRecord, type Fields } from '../../../crdt/records.ts'
import { qlaCountRecord } from '../../../domain/qla/counts.ts'
import { areaRecord, waiverRecord } from '../../../domain/qla/follow-up.ts'
import { progressRecord } from '../../../domain/qla/progress.ts'
import { repPassRecord } from '../../../domain/qla/rep-pass.ts'
import { qlaSettingsRecord } from '../../../domain/qla/settings.ts'
import {
  boundariesUsedRecord,
  shortKeys,
  sittingItemRecord,
  sittingPupilRecord,
  sittingRecord,
} from '../../../domain/qla/sitting.ts'
import type { RecordType } from '../../../domain/record.ts'
import { recordsIn } from '../../../store/records-in.ts'
import { deskFor, factsOf, HERE } from '../../../../test/helpers/planning-desk.tsx'
import { keepUp } from './use-keep-up.ts'

const AT = { urn: HERE, year: '2026-27', sitting: 'p12-owls-maths' }
const NAME = `qla/${HERE}/2026-27/p12-owls-maths`
const COUNTS = `qla-counts/${HERE}/2026-27`
const AUTHOR = { device: 'd'.repeat(32), at: 1 }

/** A class of so many pupils and two questions, none of it marked, on a teacher’s device. */
async function classOf(size: number, role = 'Teacher') {
  const desk = await deskFor(factsOf('p12', role, HERE))
  const { doc } = await desk.documents.open(NAME)
  const counts = (await desk.documents.open(COUNTS)).doc
  const achievement = (await desk.documents.open('achievement')).doc
  const add = (type: RecordType<unknown>, id: string, fields: Fields, to = doc) =>
    createRecord(to, type, id, { by: 'p12', madeAt: 1, ...fields }, AUTHOR)
  add(sittingRecord, 'head', { paperName: 'Owls', subject: 'Maths', on: '2026-11-16' })
  ;['a', 'b'].forEach((key, n) =>
    add(sittingItemRecord, `item${key}`, { key, n, q: String(n + 1), max: 1, code: 'N1' }),
  )
  const keys = shortKeys(size)
  keys.forEach((key, n) =>
    add(sittingPupilRecord, `pupil${key}`, { key, n, localId: key, first: 'Iris' }),
  )
  const mark = (pupils: readonly string[], value: number) => {
    for (const pupil of pupils)
      for (const item of ['a', 'b'])
        writeMark(doc, 'marks', { pupil, item }, { hand: 'hand1', value })
  }
  /** Everything besides the marks that grades wait for. */
  const openGate = () => {
    for (const what of ['reteach', 'retest'])
      add(waiverRecord, what, { what, reason: 'Mock', role: 'Head', on: '2026-11-17' })
    add(boundariesUsedRecord, 'used', {
      scale: '9-1',
      outOf: 2,
      thresholds: [{ label: '4', min: 1 }],
      qaBy: 'p20',
      qaOn: '2026-11-02',
    })
  }
  const keep = () => keepUp(desk, NAME, AT)
  const counted = () => recordsIn(counts).all(qlaCountRecord).rows
  const passed = () => recordsIn(counts).all(repPassRecord).rows
  const progress = () => recordsIn(doc).all(progressRecord).rows
  return { doc, counts, achievement, add, keys, mark, openGate, keep, counted, passed, progress }
}

describe('what lists and the trust see of a paper', () => {
  it('how many pupils are marked is kept, and half a class is counted for nobody', async () => {
    const { keys, mark, openGate, keep, progress, counted } = await classOf(8)
    openGate()
    mark(keys.slice(0, 3), 1)
    await keep()
    expect(progress()).toMatchObject([{ marked: 3, sat: 8, stage: 'created' }])
    expect(counted()).toEqual([])
  })

  it('C28 the trust is told once grades may be entered, not before, and again when marks change', async () => {
    const { doc, counts, keys, mark, openGate, keep, progress, counted } = await classOf(8)
    mark(keys, 1)
    await keep()
    expect([progress()[0]?.stage, counted()]).toEqual(['marks_in', []])
    openGate()
    await keep()
    expect(progress()).toMatchObject([{ marked: 8, stage: 'grades_updated' }])
    expect(counted()).toMatchObject([{ sat: 8, mean: 2, sitting: AT.sitting }])
    mark(keys.slice(0, 4), 0)
    await keep()
    expect(counted()).toMatchObject([{ sat: 8, mean: 1 }])
    let changes = 0
    for (const each of [doc, counts]) each.on('update', () => changes++)
    await keep()
    expect(changes).toBe(0)
  })

  it('C51 groups under the trust’s own number are masked in what leaves by itself', async () => {
    const { achievement, add, keys, mark, openGate, keep, counted } = await classOf(8)
    const minGroup = [{ value: 9, device: 'd', at: 1 }]
    add(qlaSettingsRecord, 'settings', {}, achievement)
    changeRecord(
      achievement,
      qlaSettingsRecord,
      'settings',
      { minGroup: minGroup[0]?.value },
      AUTHOR,
    )
    openGate()
    mark(keys, 1)
    await keep()
    expect(counted()).toMatchObject([{ sat: null, mean: null, cohort: null }])
  })

  it('an area passed to the REP goes with its figures, and comes back when the teacher changes it', async () => {
    const { doc, add, keys, mark, keep, passed } = await classOf(8)
    mark(keys, 1)
    add(areaRecord, 'area', { name: 'N1', items: ['a', 'b'], end: 'to_rep' })
    await keep()
    expect(passed()).toMatchObject([
      { area: 'area', name: 'N1', questions: ['1', '2'], before: 1, n: 8, removedAt: null },
    ])
    changeRecord(doc, areaRecord, 'area', { end: 'closed' }, AUTHOR)
    await keep()
    expect(passed().map(({ removedAt }) => removedAt)).toEqual([expect.any(Number)])
    changeRecord(doc, areaRecord, 'area', { end: 'to_rep' }, AUTHOR)
    await keep()
    expect(passed()).toMatchObject([{ removedAt: null }])
  })

  it('C51 an area of a small class is passed on without its figures', async () => {
    const { add, keys, mark, keep, passed } = await classOf(5)
    mark(keys, 1)
    add(areaRecord, 'area', { name: 'N1', items: ['a', 'b'], end: 'to_rep' })
    await keep()
    expect(passed()).toMatchObject([{ before: null, after: null, n: null }])
    expect(JSON.stringify(passed())).not.toContain('Iris')
  })

  it('B10 who was only asked to mark tells the trust nothing', async () => {
    const { keys, mark, openGate, keep, progress, counted } = await classOf(8, 'TA')
    openGate()
    mark(keys, 1)
    await keep()
    expect([progress().length, counted()]).toEqual([1, []])
  })

  it('a paper that was taken away is not counted again', async () => {
    const { doc, counts, keys, mark, openGate, keep, counted } = await classOf(8)
    openGate()
    mark(keys, 1)
    await keep()
    changeRecord(doc, sittingRecord, 'head', { removedAt: 5 }, AUTHOR)
    const [count] = counted()
    changeRecord(counts, qlaCountRecord, count?.id ?? '', { removedAt: 5 }, AUTHOR)
    mark(keys, 0)
    await keep()
    expect(counted()).toMatchObject([{ removedAt: 5, mean: 2 }])
  })
})
