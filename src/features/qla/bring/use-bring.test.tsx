// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react'
import { expect, it } from 'vitest'
import { emptyDisk, memoryCache, memoryJournal } from '../../../../test/helpers/memory-store.ts'
import { deskFor, factsOf, HERE } from '../../../../test/helpers/planning-desk.tsx'
import { surroundingsAt } from '../../../../test/helpers/surroundings.ts'
import { readMarks } from '../../../crdt/marks.ts'
import { openDocuments } from '../../../store/documents.ts'
import { StorageFault } from '../../../store/ports.ts'
import { DeskProvider } from '../../../store/react.tsx'
import type { SittingHere } from '../sittings/use-sitting.ts'
import type { Arrival } from './arrivals.ts'
import { useBring } from './use-bring.ts'

const NAME = `qla/${HERE}/2026-27/p12-owls-maths`
const ARRIVALS: readonly Arrival[] = [
  { pupil: '0', item: 'a', value: 1, meets: 'nothing', typed: [], newPaper: null },
  { pupil: '1', item: 'a', value: 2, meets: 'the same', typed: [], newPaper: null },
]

it('a paper that the storage does not open takes nothing, says so, and takes all at the next press', async () => {
  let closed = false
  const disk = emptyDisk()
  const documents = await openDocuments({
    journal: memoryJournal(disk, async (name) => {
      if (closed && name === 'journal.rows') throw new StorageFault('storage-closed', null)
    }),
    cache: memoryCache(disk),
    around: surroundingsAt(() => 1),
    device: 'd'.repeat(32),
  })
  closed = true
  const desk = { ...(await deskFor(factsOf('p12', 'Teacher', HERE))), documents }
  const here: Pick<SittingHere, 'name' | 'components'> = { name: NAME, components: [] }
  const { result } = renderHook(() => useBring(here, 'marks'), {
    wrapper: ({ children }) => <DeskProvider value={desk}>{children}</DeskProvider>,
  })
  await act(() => result.current.bring(ARRIVALS))
  expect(result.current.bringing).toEqual({ at: 'failed' })
  expect([disk.journal.size, documents.state().inMemory]).toEqual([0, 0])
  closed = false
  await act(() => result.current.bring(ARRIVALS))
  expect(result.current.bringing).toEqual({ at: 'brought', arrivals: ARRIVALS })
  expect(disk.journal.size).toBe(1)
  const marks = readMarks((await documents.open(NAME)).doc, 'marks')
  expect([marks.typed('0', 'a'), marks.typed('1', 'a')]).toMatchObject([[{ value: 1 }], []])
})
