import * as Y from 'yjs'
import { expect, it } from 'vitest'
import { changeRecord, createRecord, rawRecords } from '../../src/crdt/records.ts'
import { rowsOf, scrRowRecord } from '../../src/domain/checks/scr.ts'
import { cellOf, doubled } from '../../src/domain/checks/scr-errors.ts'

const author = (device: string) => ({ device, at: 1 })
const row = { check: 'c1', ref: 'SCR-01', group: 'teacher', by: 'p09', madeAt: 1 }
const meet = (a: Y.Doc, b: Y.Doc) => {
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b))
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a))
}
const read = (doc: Y.Doc) =>
  rowsOf(
    rawRecords(doc).flatMap((raw) => {
      const found = scrRowRecord.read(raw)
      return found.ok ? [found.value] : []
    }),
    'c1',
  )

it('C55: two people on one row, with no signal, lose nothing of each other', () => {
  const [one, two] = [new Y.Doc(), new Y.Doc()]
  createRecord(one, scrRowRecord, 'r1', row, author('one'))
  meet(one, two)
  changeRecord(
    one,
    scrRowRecord,
    'r1',
    { identity: 'yes', identity_on: '2021-09-01' },
    author('one'),
  )
  changeRecord(one, scrRowRecord, 'r1', { overseas: 'n/a' }, author('one'))
  changeRecord(two, scrRowRecord, 'r1', { barred_list: 'yes' }, author('two'))
  changeRecord(two, scrRowRecord, 'r1', { overseas: 'no' }, author('two'))
  createRecord(two, scrRowRecord, 'r2', { ...row, ref: 'SCR-02' }, author('two'))
  createRecord(one, scrRowRecord, 'r3', { ...row, ref: 'SCR-02' }, author('one'))
  meet(one, two)
  expect(read(one)).toEqual(read(two))
  const rows = read(one)
  const first = rows[0]
  if (!first) throw new Error('No row')
  expect(cellOf(first, 'identity')).toMatchObject({ value: 'yes', day: '2021-09-01' })
  expect(cellOf(first, 'barred_list').value).toBe('yes')
  // The same cell: both answers stand until somebody picks.
  expect(cellOf(first, 'overseas')).toMatchObject({ value: null, differs: true })
  expect(new Set(cellOf(first, 'overseas').said.map(({ value }) => value))).toEqual(
    new Set(['n/a', 'no']),
  )
  expect(doubled(rows)).toEqual(['SCR-02'])

  changeRecord(two, scrRowRecord, 'r1', { overseas: 'no' }, author('two'))
  meet(one, two)
  expect(read(one).map((each) => cellOf(each, 'overseas').value)[0]).toBe('no')
})
