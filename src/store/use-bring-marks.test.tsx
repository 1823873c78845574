// @vitest-environment jsdom
import { act, renderHook, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { rawRecords } from '../crdt/records.ts'
import { markerRecord } from '../domain/qla/sitting.ts'
import { deskFor, factsOf, HERE } from '../../test/helpers/planning-desk.tsx'
import { type Desk, DeskProvider } from './react.tsx'
import { useBringMarks } from './use-bring-marks.ts'
import { useMarks } from './use-marks.ts'

const NAME = `qla/${HERE}/2026-27/p12-owls-maths`
const PLACE = { pupil: '0', item: 'a' }

async function bringing(changes: Partial<Desk> = {}) {
  const desk: Desk = { ...(await deskFor(factsOf('p12', 'Teacher', HERE))), ...changes }
  const { doc } = await desk.documents.open(NAME)
  const { result } = renderHook(() => ({ live: useMarks(NAME), bring: useBringMarks(NAME) }), {
    wrapper: ({ children }) => <DeskProvider value={desk}>{children}</DeskProvider>,
  })
  await waitFor(() => expect(result.current.live.ready).toBe(true))
  const at = () =>
    result.current.live.marks
      .typed('0', 'a')
      .map(({ value }) => value)
      .toSorted((a, b) => Number(a) - Number(b))
  const bring = (value: number) =>
    act(() =>
      result.current.bring({ of: 'marks', marks: [{ place: PLACE, value }], components: [] }),
    )
  return { doc, live: () => result.current.live, bring, at }
}

describe('marks from a table', () => {
  it('C55 HC03 stay beside one’s own and beside those of another table, until somebody picks', async () => {
    const { doc, live, bring, at } = await bringing()
    act(() => live().write('marks', PLACE, 1))
    await bring(2)
    await bring(0)
    expect(at()).toEqual([0, 1, 2])
    const markers = rawRecords(doc).filter((raw) => raw['type'] === markerRecord.type)
    expect(markers.map((marker) => marker['person'])).toEqual(['p12', 'p12', 'p12'])
    expect(markers.filter((marker) => marker['table'] === true)).toHaveLength(2)
    expect(new Set(markers.map((marker) => marker['hand'])).size).toBe(3)
    act(() => live().pick('marks', PLACE, 2))
    expect(at()).toEqual([2])
  })

  it('a window that only shows brings nothing in', async () => {
    const { bring, at } = await bringing({ readOnly: true })
    await bring(2)
    expect(at()).toEqual([])
  })
})
