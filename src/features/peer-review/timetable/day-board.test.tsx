// @vitest-environment jsdom
import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { emptyDisk, memoryCache, memoryJournal } from '../../../../test/helpers/memory-store.ts'
import { surroundingsAt } from '../../../../test/helpers/surroundings.ts'
import { accessFactsSchema, type ReviewAccess } from '../../../domain/access.ts'
import { keyQuestionRecord, reviewRecord } from '../../../domain/peer-review/pack.ts'
import { CorridorDatabase } from '../../../store/db.ts'
import { openDocuments } from '../../../store/documents.ts'
import { type Desk, DeskProvider } from '../../../store/react.tsx'
import { useDocument } from '../../../store/use-document.ts'
import { UiProvider } from '../../../ui/provider.tsx'
import { DayBoard } from './day-board.tsx'
import { EmptyDay } from './empty-day.tsx'
import { useDay } from './use-day.ts'

const AT = Date.UTC(2026, 10, 10, 10)

async function makeDesk(): Promise<Desk> {
  const disk = emptyDisk()
  let ids = 0
  const documents = await openDocuments({
    journal: memoryJournal(disk),
    cache: memoryCache(disk),
    around: surroundingsAt(() => AT),
    device: 'd'.repeat(32),
  })
  const me = accessFactsSchema.parse({
    person: 'p1',
    name: 'Rufus Candlestick',
    today: '2026-11-10',
    roles: [],
    reviews: [],
  })
  const desk: Partial<Desk> = {
    me,
    documents,
    db: new CorridorDatabase('p1'),
    readOnly: false,
    now: () => AT,
    newId: () => `id-${String(++ids).padStart(3, '0')}`,
  }
  return desk as Desk
}

const access: ReviewAccess = {
  id: 'r1',
  urn: '100001',
  date: '2026-11-17',
  lead: 'p1',
  reviewers: ['p1', 'p2', 'p3', 'p4'],
  blindFirst: false,
  revealed: false,
}

/** The screen without its page: begins a pack when there is none. */
function Day() {
  const doc = useDocument('review/r1')
  const { pack, work } = useDay('r1')
  const begin = () => {
    doc.create(reviewRecord, { urn: '100001', schoolName: 'Rookery Pond', date: access.date })
    doc.create(keyQuestionRecord, { n: 1, text: 'How do pupils choose books?', proposedBy: 'p1' })
  }
  if (!doc.ready) return null
  if (!pack || !work)
    return (
      <button type="button" onClick={begin}>
        Make a pack
      </button>
    )
  if (pack.slots.length === 0) return <EmptyDay team={access.reviewers} work={work} />
  return <DayBoard access={access} pack={pack} work={work} />
}

async function showUsualDay() {
  const desk = await makeDesk()
  render(
    <UiProvider>
      <DeskProvider value={desk}>
        <Day />
      </DeskProvider>
    </UiProvider>,
  )
  await userEvent.click(await screen.findByRole('button', { name: 'Make a pack' }))
  await userEvent.click(screen.getByRole('button', { name: 'Begin from a usual day' }))
  await screen.findByRole('grid')
}

const rowAt = (start: string) => screen.getByRole('row', { name: new RegExp(`^${start}`) })
const firstLesson = () =>
  within(rowAt('09:20')).getAllByRole('button', { name: 'Lesson visits, first round' })
const editor = () => screen.getByRole('region', { name: /^Group A/ })

it('B9 a usual day asks nothing, and one person moved by a button stays in one group', async () => {
  await showUsualDay()
  expect(screen.getByText('Nothing is amiss with this day')).toBeDefined()
  const [cell] = firstLesson()
  if (!cell) throw new Error('no cell')
  await userEvent.click(cell)
  const [move] = within(editor()).getAllByRole('button', { name: /^To B, / })
  if (!move) throw new Error('no way to move')
  await userEvent.click(move)
  expect(within(editor()).getAllByRole('button', { name: /^To B, / })).toHaveLength(1)
  expect(within(editor()).getAllByRole('button', { name: /, from B$/ })).toHaveLength(3)
  // The button that was pressed is gone; focus is not lost with it.
  expect(document.activeElement?.textContent).toBe('Group A, 09:20 to 10:20')
  expect(screen.getByText('Nothing is amiss with this day')).toBeDefined()
})

it('by keyboard alone: arrows to a cell, Enter opens, Escape closes and gives focus back', async () => {
  await showUsualDay()
  await userEvent.tab()
  while (!document.activeElement?.textContent.startsWith('08:15'))
    await userEvent.keyboard('{ArrowUp}')
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowRight}{ArrowRight}{Enter}')
  const second = () => firstLesson().at(-1)
  expect(document.activeElement?.textContent).toBe('Group B, 09:20 to 10:20')
  expect(second()?.getAttribute('aria-expanded')).toBe('true')
  await userEvent.type(screen.getByRole('textbox', { name: 'Class or year seen' }), 'Year 5')
  await userEvent.keyboard('{Escape}')
  expect(screen.queryByRole('region', { name: /^Group B/ })).toBeNull()
  expect(document.activeElement).toBe(second())
  expect(within(rowAt('09:20')).getByText(/Year 5/)).toBeDefined()
})

it('warns in a list that leads to the place, and what was taken out comes back', async () => {
  await showUsualDay()
  const [cell] = firstLesson()
  if (!cell) throw new Error('no cell')
  await userEvent.click(cell)
  const [out] = within(editor()).getAllByRole('button', { name: /^Out, / })
  if (!out) throw new Error('no way out')
  await userEvent.click(out)
  await userEvent.keyboard('{Escape}')
  const jump = screen.getByRole('button', { name: /: no group from 09:20 to 10:20\.$/ })
  expect(within(rowAt('09:20')).getByText('1 without a group')).toBeDefined()
  await userEvent.click(jump)
  const slot = screen.getByRole('region', { name: '09:20 to 10:20: the slot' })
  await userEvent.click(within(slot).getByRole('button', { name: 'Take this slot out of the day' }))
  expect(screen.queryByRole('row', { name: /^09:20/ })).toBeNull()
  await userEvent.click(screen.getByText('Taken out of the day: 1'))
  await userEvent.click(screen.getByRole('button', { name: /^Put back/ }))
  await waitFor(() => expect(rowAt('09:20')).toBeDefined())
})
