import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { marksOf, readMarks, writeMark } from '../../src/crdt/marks.ts'
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
