// @vitest-environment jsdom
import { act, cleanup, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { emptyDisk, memoryCache, memoryJournal } from '../../../../test/helpers/memory-store.ts'
import { surroundingsAt } from '../../../../test/helpers/surroundings.ts'
import { writeMark } from '../../../crdt/marks.ts'
import { rawRecords } from '../../../crdt/records.ts'
import { accessFactsSchema } from '../../../domain/access/facts.ts'
import type { GridItem, GridPupil } from '../../../domain/qla/grid.ts'
import { openDocuments } from '../../../store/documents.ts'
import { type Desk, DeskProvider } from '../../../store/react.tsx'
import { useMarks } from '../../../store/use-marks.ts'
import { Marking } from './marking.ts'
import { OpenSheet } from './open-sheet.ts'

afterEach(cleanup)

const NAME = 'qla/900001/2026-27/s1'
const NOW = Date.UTC(2026, 10, 17, 10, 42)

const item = (key: string, max: number): GridItem => ({
  key,
  q: key,
  part: '',
  max,
  kind: '',
  code: '',
  strand: '',
  fromYear: null,
  tier: null,
})
const pupil = (key: string, status: GridPupil['status'] = 'sat'): GridPupil => ({
  key,
  localId: `Y6-${key}`,
  first: `Pupil ${key}`,
  last: '',
  sex: '',
  ppg: false,
  sen: 'N',
  eal: false,
  prior: '',
  status,
  dates: [],
})
const items = [item('1', 1), item('2', 2)]
const pupils = [pupil('a'), pupil('b', 'absent')]

async function sheetHere() {
  const disk = emptyDisk()
  const documents = await openDocuments({
    journal: memoryJournal(disk),
    cache: memoryCache(disk),
    around: surroundingsAt(() => NOW),
    device: 'd'.repeat(32),
  })
  const me = accessFactsSchema.parse({
    person: 'p12',
    name: 'Juno Paperclip',
    today: '2026-11-17',
    roles: [],
    reviews: [],
  })
  let ids = 0
  const desk: Partial<Desk> = {
    me,
    documents,
    readOnly: false,
    now: () => NOW,
    newId: () => `r${++ids}`,
  }
  const wrapper = ({ children }: { children: ReactNode }) => (
    <DeskProvider value={desk as Desk}>{children}</DeskProvider>
  )
  const { result } = renderHook(() => useMarks(NAME), { wrapper })
  await waitFor(() => expect(result.current.ready).toBe(true))
  const { doc } = await documents.open(NAME)
  const sheet = new OpenSheet(result.current, pupils, items)
  const colleague = (place: { pupil: string; item: string }, value: number | '.') =>
    act(() => writeMark(doc, 'marks', place, { hand: 'other', value }))
  return { sheet, doc, colleague, documents, disk }
}

describe('a sheet on the marks of a document', () => {
  it('keeps a mark at once, takes it back, and leaves blank apart from 0', async () => {
    const { sheet } = await sheetHere()
    const back = sheet.write(0, 1, 2)
    expect(sheet.at(0, 1)).toEqual([2])
    sheet.write(0, 1, '.')
    expect(sheet.at(0, 1)).toEqual(['.'])
    back?.()
    expect([sheet.at(0, 0), sheet.at(0, 1)]).toEqual([[], []])
    expect(sheet.pupils.map(({ away }) => away)).toEqual([null, 'Absent'])
  })

  it('HC03: keeps a colleague’s mark beside one’s own, and typing once more picks, with who and what from', async () => {
    const { sheet, doc, colleague } = await sheetHere()
    colleague({ pupil: 'a', item: '2' }, 1)
    expect(sheet.at(0, 1)).toEqual([1])
    sheet.write(0, 1, 2)
    expect([...sheet.at(0, 1)].sort()).toEqual([1, 2])
    expect(sheet.write(0, 1, 2)).toBeNull()
    expect(sheet.at(0, 1)).toEqual([2])
    expect(rawRecords(doc).filter(({ type }) => type === 'qla-mark-pick')).toMatchObject([
      { by: 'p12', value: 2, pupil: 'a', item: '2' },
    ])
  })

  it('rubbing out a colleague’s mark is a choice that is kept with its maker', async () => {
    const { sheet, doc, colleague } = await sheetHere()
    colleague({ pupil: 'a', item: '1' }, 1)
    expect(sheet.write(0, 0, null)).toBeNull()
    expect(sheet.at(0, 0)).toEqual([])
    expect(rawRecords(doc).filter(({ type }) => type === 'qla-mark-pick')).toHaveLength(1)
  })

  it('tells the row that somebody else typed into, and counts it', async () => {
    const { sheet, colleague } = await sheetHere()
    const marking = new Marking(sheet)
    const stop = marking.start()
    expect(marking.progress()).toEqual({ marked: 0, of: 2, clashes: 0 })
    colleague({ pupil: 'a', item: '2' }, 1)
    expect(marking.row(0).total).toEqual({ sum: 1, marked: 1, clashes: 0 })
    marking.goTo({ pupil: 0, item: 1 })
    marking.mark(2)
    expect(marking.clashes()).toEqual([{ pupil: 0, item: 1 }])
    stop()
  })
})
