// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { chooseTable, fixtureTable, LONG } from '../../../../test/helpers/bring-table.ts'
import { type QlaCase, qlaCase } from '../../../../test/helpers/qla-case.ts'
import {
  AT,
  laySitting,
  qlaDesk,
  type QlaDesk,
  showAt,
  SITTING,
} from '../../../../test/helpers/qla-desk.tsx'
import { readMarks } from '../../../crdt/marks.ts'
import { retestRecord } from '../../../domain/qla/follow-up.ts'
import { afterRetest, cellsToOpen, retestGrid } from '../../../domain/qla/retest.ts'
import { markerRecord } from '../../../domain/qla/sitting.ts'
import { meanOf, rounded, totalsOf } from '../../../domain/qla/totals.ts'
import { StorageFault, type StorageFaultKind } from '../../../store/ports.ts'
import BringMarksScreen from './bring-marks-screen.tsx'
import BringRetestScreen from './bring-retest-screen.tsx'

afterEach(cleanup)

const PATH = '/qla/$urn/$year/$sitting'
const SCREENS = {
  [`${PATH}/bring-in`]: BringMarksScreen,
  [`${PATH}/retest/bring-in`]: BringRetestScreen,
}
const bringIn = async () =>
  fireEvent.click(await screen.findByRole('button', { name: /^Bring in \d+ pupil/ }, LONG))

/** The sitting of a case, of which nobody has typed a mark yet. */
const unmarked = (of: QlaCase): QlaCase => ({
  ...of,
  first: {
    ...of.first,
    cell: () => ({ value: null, omitted: false, clash: [], by: [] }),
  },
})

const marksIn = async (desk: QlaDesk, of: 'marks' | 'retest') =>
  readMarks((await desk.documents.open(SITTING)).doc, of)

describe('marks of a spreadsheet', () => {
  it.each<[StorageFaultKind, RegExp]>([
    ['disk-full', /The device is full/],
    ['storage-closed', /The storage of this device does not answer/],
  ])('wait where the storage fails (%s), say so, and lose nothing', async (kind, words) => {
    let fails = false
    const desk = await qlaDesk('p12', 'Teacher', undefined, async () => {
      if (fails) throw new StorageFault(kind, null)
    })
    const of = await qlaCase('ks2-maths')
    await laySitting(desk, unmarked(of), {})
    const before = (await desk.documents.journal.rows(['unsent'], SITTING)).length
    await showAt(desk, `${AT}/bring-in`, SCREENS)
    await screen.findByRole('heading', { level: 1, name: 'Bring in marks' })
    chooseTable(fixtureTable('ks2-maths', 'marks.csv'))
    fails = true
    await bringIn()
    expect(await screen.findByText(words)).toBeTruthy()
    expect(screen.getByText('1,008 marks not kept on this device yet')).toBeTruthy()
    expect(screen.getByText('1,008 marks are new, 0 are here already.')).toBeTruthy()
    const button = screen.getByRole('button', { name: /^Bring in 28 pupils/ })
    expect(button.getAttribute('aria-busy')).toBe('true')
    fireEvent.click(button)
    expect(screen.queryByText('1,008 marks brought in')).toBeNull()
    fails = false
    act(() => desk.documents.retryNow())
    expect(await screen.findByText('1,008 marks brought in')).toBeTruthy()
    const kept = await desk.documents.journal.rows(['unsent'], SITTING)
    expect(kept).toHaveLength(before + 1)
    expect(await desk.kept(SITTING, markerRecord)).toMatchObject([{ table: true, person: 'p12' }])
    const marks = await marksIn(desk, 'marks')
    expect(marks.typed('0', '0').map(({ value }) => value)).toEqual([1])
  })

  it('C55 beside other marks say both before, and those that are the same are not written again', async () => {
    const desk = await qlaDesk('p12', 'Teacher')
    await laySitting(desk, await qlaCase('ks2-maths'))
    await showAt(desk, `${AT}/bring-in`, SCREENS)
    await screen.findByRole('heading', { level: 1, name: 'Bring in marks' })
    chooseTable('Pupil,Q1,Q2,Paper 2 of 35\nY6-01,0,1,11\n')
    expect(await screen.findByText('1 mark differs from what is here', {}, LONG)).toBeTruthy()
    expect(screen.getByText('Alder Acornby, question 1: 1 here, 0 in the table')).toBeTruthy()
    await bringIn()
    expect(await screen.findByText('1 mark brought in')).toBeTruthy()
    const marks = await marksIn(desk, 'marks')
    expect(new Set(marks.typed('0', '0').map(({ value }) => value))).toEqual(new Set([0, 1]))
    expect(marks.typed('0', '1')).toHaveLength(1)
  })
})

describe('marks of a retest', () => {
  it('C28: only cells that are asked again take one; 07 gives 26.32, and what was not asked is said', async () => {
    const desk = await qlaDesk('p12', 'Teacher')
    const of = await qlaCase('ks2-maths')
    await laySitting(desk, of)
    const { first } = of
    const items = first.items.flatMap(({ q }, at) => (['28', '33', '35'].includes(q) ? [at] : []))
    const open = cellsToOpen(first, items)
    const keys = items.map((at) => first.items[at]?.key ?? '')
    // The first pupil is not asked question 28 again, though the table has a mark there.
    const [first28 = ''] = keys
    const asked = { ...open, [first28]: (open[first28] ?? []).filter((pupil) => pupil !== '0') }
    await desk.put(SITTING, retestRecord, 'retest1', { items: keys, open: asked, on: '2026-11-20' })
    await showAt(desk, `${AT}/retest/bring-in`, SCREENS)
    await screen.findByRole('heading', { level: 1, name: 'Bring in retest marks' })
    chooseTable(fixtureTable('ks2-maths', 'retest.csv'))
    await screen.findByText('1 mark of the table stays out', {}, LONG)
    expect(screen.getByText('Alder Acornby, question 28: 1 in the table')).toBeTruthy()
    await bringIn()
    await screen.findByText(/marks brought in$/)
    const retest = await marksIn(desk, 'retest')
    expect(retest.typed('0', first28)).toEqual([])
    expect(first.pupils.filter(({ key }) => retest.typed(key, first28).length > 0).length).toBe(
      asked[first28]?.length,
    )
    const after = afterRetest(first, retestGrid(first, retest), 'replace')
    // One mark less than 26.32 over 28 pupils: the one that was not asked.
    expect(rounded(meanOf(totalsOf(after).values()).mean ?? 0, 2)).toBe(26.29)
    const marks = await marksIn(desk, 'marks')
    expect(marks.typed('0', first28)).toHaveLength(1)
  })

  it('C28: before anything is asked again there is nothing to bring in, and the way there is shown', async () => {
    const desk = await qlaDesk('p12', 'Teacher')
    await laySitting(desk, await qlaCase('ks2-maths'))
    await showAt(desk, `${AT}/retest/bring-in`, SCREENS)
    const link = await screen.findByRole('link', { name: 'Choose the questions' })
    expect(link.getAttribute('href')).toBe(`${AT}/retest`)
  })
})
