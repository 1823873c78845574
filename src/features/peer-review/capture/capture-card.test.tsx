// @vitest-environment jsdom
import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { accessFactsSchema } from '../../../domain/access.ts'
import { rawRecords } from '../../../crdt/records.ts'
import { openDocuments } from '../../../store/documents.ts'
import { type Desk, DeskProvider } from '../../../store/react.tsx'
import { UiProvider } from '../../../ui/provider.tsx'
import {
  emptyDisk,
  memoryCache,
  memoryJournal,
  type Step,
} from '../../../../test/helpers/memory-store.ts'
import { surroundingsAt } from '../../../../test/helpers/surroundings.ts'
import { CaptureCard } from './capture-card.tsx'
import { useNoteWriter } from './use-note-writer.ts'

// Where jsdom has no modal dialog, opening it plainly is enough to read it.
HTMLDialogElement.prototype.showModal ??= function show(this: HTMLDialogElement) {
  this.open = true
}
HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
  this.open = false
}

async function deskWith(step?: Step): Promise<Desk> {
  const disk = emptyDisk()
  let ids = 0
  const documents = await openDocuments({
    journal: memoryJournal(disk, step),
    cache: memoryCache(disk),
    around: surroundingsAt(() => Date.UTC(2026, 10, 17, 10, 42)),
    device: 'd'.repeat(32),
  })
  const me = accessFactsSchema.parse({
    person: 'p04',
    name: 'Rufus Candlestick',
    today: '2026-11-17',
    roles: [],
    reviews: [],
  })
  const desk: Partial<Desk> = {
    me,
    documents,
    readOnly: false,
    now: () => Date.UTC(2026, 10, 17, 10, 42),
    newId: () => `note-${++ids}`,
  }
  return desk as Desk
}

const NAMES = ['Dorothea Lanyard']

function Card({ note }: { note: string | null }) {
  const [writer, state] = useNoteWriter('r-1', note, {})
  return <CaptureCard writer={writer} state={state} pack={null} names={NAMES} />
}

const show = (desk: Desk, note: string | null) =>
  render(
    <UiProvider>
      <DeskProvider value={desk}>
        <Card note={note} />
      </DeskProvider>
    </UiProvider>,
  )

it('keeps what was typed when the screen goes, and opens it again', async () => {
  const desk = await deskWith()
  const first = show(desk, null)
  const box = screen.getByRole('textbox', { name: 'Note' })
  expect(document.activeElement).toBe(box)
  await userEvent.type(box, 'Pupils hold the gate')
  first.unmount()
  show(desk, 'note-1')
  await waitFor(() =>
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Note' }).value).toBe(
      'Pupils hold the gate',
    ),
  )
})

it('says saved only once the write is done, with its time', async () => {
  let finish: () => void = () => undefined
  const gate = new Promise<void>((resolve) => (finish = resolve))
  const desk = await deskWith((name) => (name === 'journal.write' ? gate : Promise.resolve()))
  show(desk, null)
  expect(screen.queryByText(/Saved/)).toBeNull()
  await userEvent.type(screen.getByRole('textbox', { name: 'Note' }), 'A')
  await desk.documents.open('review/r-1/notes/p04')
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(screen.getByText('Saving…')).toBeTruthy()
  finish()
  expect(await screen.findByText('Saved on this device 10:42')).toBeTruthy()
})

const box = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Note' })

it('C1 speaks of advice after a pause, stops nothing, and puts what was seen in its place', async () => {
  const desk = await deskWith()
  show(desk, null)
  await userEvent.type(box(), 'Calm start. The chart should hang lower.')
  expect(screen.queryByText(/reads as advice/)).toBeNull()
  expect(await screen.findByText(/reads as advice: “should”/, {}, { timeout: 3000 })).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Say it as what you saw' }))
  expect(screen.getByText('The chart should hang lower.')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Put this in its place' }))
  expect(screen.getByText(/leave the sentence as it is/)).toBeTruthy()
  await userEvent.type(
    screen.getByRole('textbox', { name: 'What you saw, heard or read' }),
    'Two of six could reach the chart.',
  )
  await userEvent.click(screen.getByRole('button', { name: 'Put this in its place' }))
  expect(box().value).toBe('Calm start. Two of six could reach the chart.')
  await waitFor(() => expect(screen.queryByText(/reads as advice/)).toBeNull(), { timeout: 3000 })
})

it('says no more of words that were left', async () => {
  show(await deskWith(), null)
  await userEvent.type(box(), 'Seen with Mrs Lanyard')
  expect(await screen.findByText(/names a person/, {}, { timeout: 3000 })).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Leave it' }))
  expect(screen.queryByText(/names a person/)).toBeNull()
  await userEvent.type(box(), ' in the hall')
  await act(() => new Promise((resolve) => setTimeout(resolve, 1200)))
  expect(screen.queryByText(/names a person/)).toBeNull()
  expect(box().value).toBe('Seen with Mrs Lanyard in the hall')
})

it('C2 keeps a note that is outside the remit, and a count beside it', async () => {
  const desk = await deskWith()
  show(desk, null)
  await userEvent.type(box(), 'Folders')
  await userEvent.click(screen.getByRole('checkbox', { name: /Outside what we agreed/ }))
  await userEvent.type(screen.getByRole('textbox', { name: 'Counted' }), '26')
  expect(screen.getByText(/Give both numbers/)).toBeTruthy()
  await userEvent.type(screen.getByRole('textbox', { name: 'Out of' }), '28')
  const { doc } = await act(() => desk.documents.open('review/r-1/notes/p04'))
  expect(rawRecords(doc)).toMatchObject([
    { text: 'Folders', outOfRemit: true, count: { n: 26, of: 28 } },
  ])
})

it('has the box before everything else, and no dictation where speech would leave the device', async () => {
  const desk = await deskWith()
  show(desk, null)
  await act(() => desk.documents.open('review/r-1/notes/p04'))
  const controls = document.querySelectorAll('textarea, input, button, select')
  expect(controls[0]).toBe(box())
  expect(screen.queryByRole('button', { name: 'Dictate' })).toBeNull()
})
