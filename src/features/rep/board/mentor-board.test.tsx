// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { showAt } from '../../../../test/helpers/qla-desk.tsx'
import { NOW, PLAN, REP, repDesk, WORK } from '../../../../test/helpers/rep-desk.tsx'
import { repReviewRecord, repStatusRecord } from '../../../domain/rep/progress.ts'
import { EMPTY_SEEN, EMPTY_VISIT, repSeenRecord, repVisitRecord } from '../../../domain/rep/work.ts'
import TodayReps from '../today.tsx'
import { MentorBoard } from './mentor-board.tsx'

const TODAY = '2026-11-24'
const screens = {
  '/': () => <MentorBoard today={TODAY} />,
  '/today': TodayReps,
  '/reps/$rep/visits/$visit': () => <p>At the visit</p>,
}
const visitFields = { ...EMPTY_VISIT, by: 'p08', role: 'Mentor', madeAt: 5 }

it('C19 C16: shows the mentor what is next, what was promised, the hours and what is carried forward', async () => {
  const desk = await repDesk('p08', 'Mentor')
  await desk.put(WORK, repVisitRecord, 'v0', {
    ...visitFields,
    date: '2026-11-17',
    start: '08:30',
    end: '12:00',
    promised: 'Bring a filled folder',
  })
  const said = { by: 'p02', role: 'EHT', madeAt: 6 }
  await desk.put(PLAN, repStatusRecord, 's', {
    ...said,
    item: 'folders',
    status: 'partly_met',
    on: '2026-11-16',
    replaces: [],
  })
  await desk.put(PLAN, repReviewRecord, 'r', {
    ...said,
    milestone: 'w1',
    date: '2026-11-16',
    present: ['p02', 'p03'],
    decision: 'continue',
    note: '',
    headSays: '',
    carried: ['folders'],
    heldAt: 7,
  })
  await showAt(desk, '/', screens)
  const card = within(await screen.findByRole('article'))
  expect(card.getByText('1 carried forward, 0 due')).toBeDefined()
  expect(card.getByText('Bring a filled folder')).toBeDefined()
  expect(card.getByText('3.5 hours, first half day of three')).toBeDefined()
  expect(card.getByText('Within 3 weeks: Monday 30 November 2026, 6 days left')).toBeDefined()
})

it('begins today’s visit with one press, and leads back into it', async () => {
  const desk = await repDesk('p08', 'Mentor')
  const at = await showAt(desk, '/', screens)
  await userEvent.click(
    await screen.findByRole('button', { name: 'Start today’s visit to Rookery Pond' }),
  )
  expect(await screen.findByText('At the visit')).toBeDefined()
  const [visit] = await desk.kept(WORK, repVisitRecord)
  expect(visit).toMatchObject({ by: 'p08', role: 'Mentor', date: TODAY, start: '08:30' })
  expect(at.where()).toBe(`/reps/${REP}/visits/${String(visit?.['id'])}`)
})

it('offers a visit that was begun today instead of a second one', async () => {
  const desk = await repDesk('p08', 'Mentor')
  await desk.put(WORK, repVisitRecord, 'v1', { ...visitFields, date: TODAY })
  await showAt(desk, '/', screens)
  const link = await screen.findByRole('link', { name: 'Go on with the visit' })
  expect(link.getAttribute('href')).toBe(`/reps/${REP}/visits/v1`)
})

it('says at home to the head what waits for a word and what moved', async () => {
  const seen = {
    ...EMPTY_SEEN,
    item: 'folders',
    on: TODAY,
    text: 'Blank covers',
    by: 'p08',
    role: 'Mentor',
    madeAt: NOW - 1000,
    proposed: 'not_met',
  }
  const head = await repDesk('p03', 'Head', '900001')
  await head.put(WORK, repSeenRecord, 's1', seen)
  await showAt(head, '/today', screens)
  const waits = await screen.findByRole('link', { name: '1 thing waits for your word' })
  expect(waits.getAttribute('href')).toBe(`/reps/${REP}/items/folders`)
  expect(screen.getByRole('link', { name: '1 change in the last week' })).toBeDefined()
  expect(screen.queryByText(/^Milestone review/)).toBeNull()
})

it('says at home to the EHT which milestone review is near or past', async () => {
  await showAt(await repDesk('p02', 'EHT'), '/today', screens)
  const review = await screen.findByRole('link', { name: 'Milestone review: 8 days past its day' })
  expect(review.getAttribute('href')).toBe(`/reps/${REP}/review/w1`)
  expect(screen.queryByText(/your word/)).toBeNull()
})
