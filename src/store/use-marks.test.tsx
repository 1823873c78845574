// @vitest-environment jsdom
import { act, renderHook, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { createRecord, rawRecords } from '../crdt/records.ts'
import { writeMark } from '../crdt/marks.ts'
import { markerRecord, markPickRecord } from '../domain/qla/sitting.ts'
import { deskFor, factsOf, HERE } from '../../test/helpers/planning-desk.tsx'
import { type Desk, DeskProvider } from './react.tsx'
import { useBoard, useBoardRow, useMarks } from './use-marks.ts'

const NAME = `qla/${HERE}/2026-27/s1`
const PLACE = { pupil: '0', item: 'a' }

async function typing(changes: Partial<Desk> = {}) {
  const desk: Desk = { ...(await deskFor(factsOf('p12', 'Teacher', HERE))), ...changes }
  const { doc } = await desk.documents.open(NAME)
  let renders = 0
  const { result } = renderHook(
    () => {
      renders++
      const live = useMarks(NAME)
      useBoardRow(live.marks, '0')
      return live
    },
    { wrapper: ({ children }) => <DeskProvider value={desk}>{children}</DeskProvider> },
  )
  await waitFor(() => expect(result.current.ready).toBe(true))
  const at = () => result.current.marks.typed('0', 'a').map(({ value }) => value)
  /** Somebody else’s hand, as it arrives. */
  const arrives = (hand: string, person: string, value: number) =>
    act(() => {
      createRecord(
        doc,
        markerRecord,
        `m${hand}`,
        { hand, person, device: hand, by: person, madeAt: 1 },
        { device: hand, at: 1 },
      )
      writeMark(doc, 'marks', PLACE, { hand, value })
    })
  const records = (type: string) => rawRecords(doc).filter((raw) => raw['type'] === type)
  return { desk, doc, live: () => result.current, at, arrives, records, renders: () => renders }
}

describe('typing marks', () => {
  it('HC02 types, leaves blank and erases, and says once who is behind the hand', async () => {
    const { live, at, records } = await typing()
    act(() => live().write('marks', PLACE, 2))
    act(() => live().write('marks', PLACE, '.'))
    expect(at()).toEqual(['.'])
    act(() => live().erase('marks', PLACE))
    expect(at()).toEqual([])
    expect(records(markerRecord.type)).toMatchObject([{ hand: live().hand, person: 'p12' }])
    expect(live().personOf(live().hand)).toBe('p12')
  })

  it('M2 HC03 never overwrites a colleague: both stay', async () => {
    const { live, at, arrives } = await typing()
    arrives('other', 'p23', 1)
    act(() => live().write('marks', PLACE, 2))
    expect(at()).toHaveLength(2)
    expect(at()).toEqual(expect.arrayContaining([1, 2]))
    act(() => live().erase('marks', PLACE))
    expect(at()).toEqual([1])
  })

  it('one’s own mark from another device, once it is here, is corrected and not doubled', async () => {
    const { live, at, arrives } = await typing()
    arrives('home1', 'p12', 1)
    act(() => live().write('marks', PLACE, 2))
    expect(at()).toEqual([2])
  })

  it('M2 HC03 C55 a pick settles it, and who picked what from what is kept', async () => {
    const { live, at, arrives, records } = await typing()
    arrives('other', 'p23', 1)
    act(() => live().write('marks', PLACE, 2))
    act(() => live().pick('marks', PLACE, 1))
    expect(at()).toEqual([1])
    const [picked] = records(markPickRecord.type)
    expect(markPickRecord.read(picked ?? {})).toMatchObject({
      ok: true,
      value: { of: 'marks', pupil: '0', item: 'a', value: 1, by: 'p12' },
    })
    expect(picked?.['from']).toEqual(
      expect.arrayContaining([
        { hand: 'other', value: 1 },
        { hand: live().hand, value: 2 },
      ]),
    )
    act(() => live().pick('marks', PLACE, null))
    expect(at()).toEqual([])
  })

  it('a key in another row renders nothing here', async () => {
    const { live, renders } = await typing()
    act(() => live().write('marks', PLACE, 1))
    const before = renders()
    act(() => live().write('marks', { pupil: '1', item: 'a' }, 1))
    expect(renders()).toBe(before)
    act(() => live().write('marks', PLACE, 0))
    expect(renders()).toBe(before + 1)
  })

  it('a window that only shows writes nothing', async () => {
    const { live, at } = await typing({ readOnly: true })
    act(() => live().write('marks', PLACE, 1))
    act(() => live().pick('marks', PLACE, 1))
    act(() => live().erase('marks', PLACE))
    expect(at()).toEqual([])
  })

  it('a whole board can be followed', async () => {
    const { desk } = await typing()
    const { result } = renderHook(
      () => {
        const marks = useMarks(NAME)
        return { marks, version: useBoard(marks.marks) }
      },
      { wrapper: ({ children }) => <DeskProvider value={desk}>{children}</DeskProvider> },
    )
    await waitFor(() => expect(result.current.marks.ready).toBe(true))
    const before = result.current.version
    act(() => result.current.marks.write('marks', { pupil: '7', item: 'a' }, 1))
    expect(result.current.version).not.toBe(before)
  })
})
