import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { marksOf, readMarks, writeMark } from '../../src/crdt/marks.ts'
import { createRecord, rawRecords } from '../../src/crdt/records.ts'
import { gradeRecord } from '../../src/domain/qla/grades.ts'
import { sittingPupilRecord } from '../../src/domain/qla/sitting.ts'
import { blanked, Blanks } from './blank.ts'
import { takeOut, targetsIn } from './targets.ts'

const PLACE = { pupil: '0', item: 'a' }

it('C53 a sitting whose time is over loses its marks too, on every device that has them', () => {
  const doc = new Y.Doc({ gc: false })
  for (const root of ['marks', 'retest'] as const)
    writeMark(doc, root, PLACE, { hand: 'hand1', value: 1 })
  writeMark(doc, 'marks', PLACE, { hand: 'hand1', value: 2 })
  const device = new Y.Doc()
  Y.applyUpdate(device, Y.encodeStateAsUpdate(doc))
  expect(readMarks(device, 'marks').typed('0', 'a')).toHaveLength(1)
  // Each mark there ever was is blanked, the one that was typed over among them.
  expect(targetsIn(doc, { everything: true })).toHaveLength(3)
  Y.applyUpdate(device, takeOut(doc, { everything: true }) ?? new Uint8Array())
  expect([marksOf(device, 'marks').size, marksOf(device, 'retest').size]).toEqual([0, 0])
})

/** Two pupils with a mark each, one typed over; a grade of the first. */
function twoPupils() {
  const doc = new Y.Doc({ gc: false })
  const author = { device: 'd'.repeat(32), at: 1 }
  for (const key of ['0', '1'])
    createRecord(
      doc,
      sittingPupilRecord,
      `pupil-${key}`,
      { key, n: 1, localId: `Y6-0${key}`, first: 'Iris', by: 'p12', madeAt: 1 },
      author,
    )
  createRecord(doc, gradeRecord, 'grade', { pupil: '0', by: 'p12', madeAt: 1 }, author)
  for (const pupil of ['0', '1']) {
    writeMark(doc, 'marks', { pupil, item: 'a' }, { hand: 'hand1', value: 1 })
    writeMark(doc, 'marks', { pupil, item: 'a' }, { hand: 'hand1', value: 2 })
    writeMark(doc, 'retest', { pupil, item: 'a' }, { hand: 'hand1', value: 3 })
  }
  return doc
}

it('C53 with a pupil’s record go their marks, the typed-over ones too, and their grades; nobody else’s do', () => {
  const doc = twoPupils()
  const device = new Y.Doc()
  Y.applyUpdate(device, Y.encodeStateAsUpdate(doc))
  const wanted = { record: 'pupil-0' }
  const ranges = targetsIn(doc, wanted)
  const kept = blanked(Y.encodeStateAsUpdate(doc), new Blanks(ranges))
  Y.applyUpdate(device, takeOut(doc, wanted) ?? new Uint8Array())
  expect(rawRecords(device).map(({ id }) => id)).toEqual(['pupil-1'])
  for (const root of ['marks', 'retest'] as const)
    expect([...marksOf(device, root).keys()]).toEqual(['1|a|hand1'])
  // What is kept of the rows has no mark of theirs left.
  const read = new Y.Doc({ gc: false })
  Y.applyUpdate(read, kept)
  const values = [...marksOf(read, 'marks').entries(), ...marksOf(read, 'retest').entries()]
  expect(values.filter(([key, value]) => key.startsWith('0|') && value !== null)).toEqual([])
  expect(values.filter(([key]) => key.startsWith('1|')).map(([, value]) => value)).toEqual([2, 3])
})

it('C53 a record that is no pupil takes nothing else along', () => {
  const doc = twoPupils()
  const before = targetsIn(doc, { record: 'grade' })
  takeOut(doc, { record: 'grade' })
  expect(before.length).toBeGreaterThan(0)
  expect([marksOf(doc, 'marks').size, rawRecords(doc)]).toMatchObject([2, { length: 2 }])
})
