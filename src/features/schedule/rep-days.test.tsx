// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it, vi } from 'vitest'
import { HERE } from '../../../test/helpers/planning-desk.tsx'
import { qlaDesk, showAt } from '../../../test/helpers/qla-desk.tsx'
import { repPlanRecord } from '../../domain/rep/plan.ts'
import { repReviewRecord } from '../../domain/rep/progress.ts'
import { EMPTY_VISIT, repVisitRecord } from '../../domain/rep/work.ts'
import { repDayEvents } from './rep-day-card.tsx'
import VisitsScreen from './visits-screen.tsx'

afterEach(cleanup)
// jsdom has no CSS.escape, which the keyboard helper needs to find a radio's neighbours.
vi.stubGlobal('CSS', { escape: (text: string) => text })

const rep = {
  id: 'pond-1',
  urn: HERE,
  kind: 'education' as const,
  mentors: ['p08'],
  writtenBy: 'p02',
  extensionOf: null,
  extensionNo: 0,
  stage: 'w1-reviewed',
}
const texts = { why: '', priority1: '', priority2: '', priority3: '', success: '' }

async function visitsOf(person: string, role: string, urn: string | null) {
  const desk = await qlaDesk(person, role, urn)
  const plan = { ...texts, code: 'REP-1', writtenOn: '2026-11-11', startOn: '2026-11-11' }
  await desk.put('rep/pond-1', repPlanRecord, 'plan', plan)
  await desk.put('rep/pond-1', repReviewRecord, 'r1', {
    role: 'EHT',
    milestone: 'w1',
    date: '2026-11-18',
    note: '',
    headSays: '',
    heldAt: 5,
  })
  await desk.put('rep-work/pond-1', repVisitRecord, 'v1', {
    ...EMPTY_VISIT,
    role: 'Mentor',
    date: '2026-11-19',
    nextVisit: '2026-11-26',
  })
  const here = { ...desk, me: { ...desk.me, reps: [rep] } }
  await showAt(here, '/visits', { '/visits': VisitsScreen })
  await screen.findByRole('list', { name: 'Visits that are due' })
}
const chip = (name: string) => userEvent.click(screen.getByRole('radio', { name }))

it('shows the next visit and review of a plan among the visits that are due, for whoever reads it', async () => {
  await visitsOf('p02', 'EHT', null)
  const due = within(screen.getByRole('list', { name: 'Visits that are due' }))
  expect(due.getAllByRole('heading').map((one) => one.textContent)).toEqual([
    'Mentor’s visit',
    'Milestone review: Within 3 weeks',
  ])
  const [visit, review] = due.getAllByRole('link')
  expect(visit?.getAttribute('href')).toBe('/reps/pond-1')
  expect(review?.getAttribute('href')).toBe('/reps/pond-1/review/w3')
  await chip('By month')
  expect(screen.getByText('Held on Wednesday 18 November 2026')).toBeTruthy()
  expect(screen.getByText('Made on Thursday 19 November 2026')).toBeTruthy()
})

it('HC13 says the last school day before a review that is due in a holiday, on the board too', async () => {
  await visitsOf('p08', 'Mentor', null)
  await chip('By month')
  expect(
    screen.getByText(/in the holidays\. The last school day before it is Friday 18 December 2026/),
  ).toBeTruthy()
})

it('counts a mentor’s own visits as theirs, and the reviews as those of who leads plans', async () => {
  await visitsOf('p08', 'Mentor', null)
  await chip('My visits')
  expect(screen.getByText('Next on Thursday 26 November 2026')).toBeTruthy()
  expect(screen.queryByText(/^Milestone review/)).toBeNull()
  cleanup()
  await visitsOf('p02', 'EHT', null)
  await chip('My visits')
  expect(screen.getByText('Milestone review: Within 3 weeks')).toBeTruthy()
  expect(screen.queryByText('Next on Thursday 26 November 2026')).toBeNull()
})

it('puts days of plans into the calendar file, under the same name each time', () => {
  const day = {
    id: 'pond-1 w3',
    rep: 'pond-1',
    urn: HERE,
    school: 'Rookery Pond',
    isMine: true,
    kind: 'milestone_review' as const,
    milestone: 'w3' as const,
    due: '2026-12-02',
    doneOn: '',
    falls: null,
    remindOn: null,
    state: 'due_soon' as const,
  }
  expect(repDayEvents([day])).toEqual([
    {
      uid: 'pond-1-w3@corridor',
      date: '2026-12-02',
      title: 'Milestone review: Within 3 weeks, Rookery Pond',
      details: 'Rapid enhancement plan. Due on Wednesday 2 December 2026',
    },
  ])
})
