// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { accessFactsSchema } from '../../../domain/access.ts'
import { dslRouteRecord } from '../../../domain/peer-review/note.ts'
import { assemblePack, reviewRecord } from '../../../domain/peer-review/pack.ts'
import { openDocuments } from '../../../store/documents.ts'
import { type Desk, DeskProvider } from '../../../store/react.tsx'
import { UiProvider } from '../../../ui/provider.tsx'
import {
  emptyDisk,
  memoryCache,
  memoryJournal,
  type MemoryDisk,
} from '../../../../test/helpers/memory-store.ts'
import { surroundingsAt } from '../../../../test/helpers/surroundings.ts'
import { TellDsl } from './tell-dsl.tsx'

afterEach(cleanup)

// Where jsdom has no modal dialog, opening it plainly is enough to read it.
HTMLDialogElement.prototype.showModal ??= function show(this: HTMLDialogElement) {
  this.open = true
}
HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
  this.open = false
}

const NOW = Date.UTC(2026, 10, 17, 10, 52)
const head = reviewRecord.read({
  type: 'review',
  id: 'h',
  urn: '900001',
  schoolName: 'Rookery Pond Primary School',
  date: '2026-11-17',
  dslName: 'Dorothea Lanyard',
  dslPhone: '01632 960 118',
  ladoName: 'Duty officer',
  ladoPhone: '01632 960 147',
})
if (!head.ok) throw new Error('The pack of this test cannot be read')
const pack = assemblePack({ review: head.value, questions: [], slots: [], groups: [] })

async function show(): Promise<MemoryDisk> {
  const disk = emptyDisk()
  let ids = 0
  const documents = await openDocuments({
    journal: memoryJournal(disk),
    cache: memoryCache(disk),
    around: surroundingsAt(() => NOW),
    device: 'd'.repeat(32),
  })
  const me = { person: 'p04', name: 'Rufus', today: '2026-11-17', roles: [], reviews: [] }
  const desk: Partial<Desk> = {
    me: accessFactsSchema.parse(me),
    documents,
    readOnly: false,
    now: () => NOW,
    newId: () => `route-${++ids}`,
  }
  render(
    <UiProvider>
      <DeskProvider value={desk as Desk}>
        <TellDsl review="r-1" pack={pack} slot="s-2" />
      </DeskProvider>
    </UiProvider>,
  )
  await userEvent.click(screen.getByRole('button', { name: 'Tell the DSL now' }))
  return disk
}

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))

it('C11 HC11 has no box to write in and keeps the time and the route, nothing else', async () => {
  const disk = await show()
  expect(screen.queryByRole('textbox')).toBeNull()
  expect(screen.getByRole('link', { name: '01632 960 118' })).toBeTruthy()
  await press('I have told them')
  expect(await screen.findByText(/10:52, told Dorothea Lanyard/)).toBeTruthy()
  const kept = [...disk.index.values()].map(({ data }) => ({ ...data }))
  expect(kept).toEqual([
    {
      type: dslRouteRecord.type,
      v: dslRouteRecord.version,
      id: 'route-1',
      by: 'p04',
      madeAt: NOW,
      to: 'Dorothea Lanyard',
      slot: 's-2',
    },
  ])
})

it('HC12 shows the LADO for a concern about the head, and no button that would keep it', async () => {
  await show()
  await press('It is about the headteacher')
  expect(screen.getByRole('link', { name: '01632 960 147' })).toBeTruthy()
  expect(screen.getByText('Duty officer')).toBeTruthy()
  expect(screen.getByText(/do not raise it with the headteacher/)).toBeTruthy()
  expect(screen.queryByRole('textbox')).toBeNull()
  expect(screen.queryByRole('button', { name: 'I have told them' })).toBeNull()
})

it('C11 HC12 leaves no trace of a concern about the head on the device', async () => {
  const disk = await show()
  const before = structuredClone(disk)
  await press('It is about the headteacher')
  await press('Close')
  await press('Tell the DSL now')
  expect(screen.getByRole('button', { name: 'I have told them' })).toBeTruthy()
  await new Promise((resolve) => setTimeout(resolve, 600))
  expect(disk).toEqual(before)
  expect(disk.journal.size + disk.index.size + disk.cache.size).toBe(0)
})
