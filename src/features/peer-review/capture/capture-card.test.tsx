// @vitest-environment jsdom
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { accessFactsSchema } from '../../../domain/access.ts'
import { openDocuments } from '../../../store/documents.ts'
import { type Desk, DeskProvider } from '../../../store/react.tsx'
import { UiProvider } from '../../../ui/provider.tsx'
import {
  emptyDisk,
  memoryCache,
  memoryJournal,
  type Step,
} from '../../../../test/helpers/memory-store.ts'
import { CaptureCard } from './capture-card.tsx'
import { useNoteWriter } from './use-note-writer.ts'

async function deskWith(step?: Step): Promise<Desk> {
  const disk = emptyDisk()
  let ids = 0
  const documents = await openDocuments({
    journal: memoryJournal(disk, step),
    cache: memoryCache(disk),
    around: {
      now: () => Date.UTC(2026, 10, 17, 10, 42),
      random: (n) => crypto.getRandomValues(new Uint8Array(n)),
      after: (ms, fn) => {
        const timer = setTimeout(fn, ms)
        return () => clearTimeout(timer)
      },
    },
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

function Card({ note }: { note: string | null }) {
  const [writer, state] = useNoteWriter('r-1', note, {})
  return <CaptureCard writer={writer} state={state} pack={null} />
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
