// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { showAt } from '../../../../test/helpers/qla-desk.tsx'
import { NOW, PLAN, REP, repDesk, type RepDesk, WORK } from '../../../../test/helpers/rep-desk.tsx'
import { actionRecord } from '../../../domain/actions/action.ts'
import { repStatusRecord } from '../../../domain/rep/progress.ts'
import {
  EMPTY_SEEN,
  EMPTY_VISIT,
  repSeenRecord,
  repVisitRecord,
  repWordRecord,
} from '../../../domain/rep/work.ts'
import ItemScreen from '../item/item-screen.tsx'
import VisitItemScreen from './visit-item-screen.tsx'
import VisitScreen from './visit-screen.tsx'

// jsdom has no CSS.escape, which the keyboard helper needs to find a radio's neighbours.
beforeAll(() => void vi.stubGlobal('CSS', { escape: (text: string) => text }))

const TODAY = '2026-11-24'
const visitFields = {
  ...EMPTY_VISIT,
  date: TODAY,
  start: '08:30',
  by: 'p08',
  role: 'Mentor',
  madeAt: NOW,
}
const seenFields = {
  ...EMPTY_SEEN,
  visit: 'v1',
  item: 'folders',
  on: TODAY,
  by: 'p08',
  role: 'Mentor',
  madeAt: NOW,
}

const screens = {
  '/reps/$rep/visits/$visit': VisitScreen,
  '/reps/$rep/visits/$visit/$item': VisitItemScreen,
  '/reps/$rep/items/$item': ItemScreen,
}
const visitPath = `/reps/${REP}/visits/v1`
const showItem = (desk: RepDesk) => showAt(desk, `/reps/${REP}/items/folders`, screens)
const choose = async (name: string) => userEvent.click(await screen.findByRole('radio', { name }))

describe('an item at a visit', () => {
  it('makes one record of what is written, with visit, item, day, writer and role', async () => {
    const desk = await repDesk('p08', 'Mentor')
    await desk.put(WORK, repVisitRecord, 'v1', visitFields)
    await showAt(desk, `${visitPath}/folders`, screens)
    await userEvent.type(await screen.findByRole('textbox', { name: 'What I saw' }), 'Blank')
    await userEvent.type(screen.getByRole('textbox', { name: /^How many/ }), '20 of 27')
    await choose('Not met')
    await userEvent.click(screen.getByRole('checkbox', { name: /late, not failed/ }))
    expect(screen.getByText('Say why it is late and not failed.')).toBeDefined()
    await userEvent.type(screen.getByRole('textbox', { name: /^Why it is late/ }), 'Provider')
    const kept = await desk.kept(WORK, repSeenRecord)
    expect(kept).toHaveLength(1)
    expect(kept[0]).toMatchObject({
      visit: 'v1',
      item: 'folders',
      on: TODAY,
      by: 'p08',
      role: 'Mentor',
      text: 'Blank',
      count: { n: 20, of: 27 },
      late: true,
      lateReason: 'Provider',
    })
    expect(await desk.kept(PLAN, repStatusRecord)).toEqual([])
  })

  it('is taken away and brought back by its writer', async () => {
    const desk = await repDesk('p08', 'Mentor')
    await desk.put(WORK, repVisitRecord, 'v1', visitFields)
    await desk.put(WORK, repSeenRecord, 's1', { ...seenFields, text: 'Wrong room' })
    await showAt(desk, `${visitPath}/folders`, screens)
    await userEvent.click(await screen.findByRole('button', { name: 'Take this away' }))
    expect(await desk.kept(WORK, repSeenRecord)).toMatchObject([{ removedAt: NOW }])
    await userEvent.click(screen.getByRole('button', { name: 'Bring it back' }))
    expect(await desk.kept(WORK, repSeenRecord)).toMatchObject([{ removedAt: null }])
  })

  it('gives rise to an action of the one list', async () => {
    const desk = await repDesk('p08', 'Mentor')
    await desk.put(WORK, repVisitRecord, 'v1', visitFields)
    await showAt(desk, `${visitPath}/folders`, screens)
    await userEvent.click(await screen.findByRole('button', { name: 'Add an action' }))
    await userEvent.type(screen.getByRole('textbox', { name: 'What is to be done' }), 'Covers')
    expect(await desk.kept(WORK, actionRecord)).toMatchObject([
      { source: { type: 'rep', id: REP }, links: ['folders'], what: 'Covers', raisedOn: TODAY },
    ])
  })
})

describe('a visit', () => {
  it('C19: counts its hours in quarters, from the times or as said', async () => {
    const desk = await repDesk('p08', 'Mentor')
    await desk.put(WORK, repVisitRecord, 'v1', { ...visitFields, end: '12:00' })
    await showAt(desk, visitPath, screens)
    const hours = await screen.findByRole('textbox', { name: 'Hours that count' })
    expect(hours).toHaveProperty('value', '3.5')
    expect(screen.getByText('3.5 hours, first half day of three')).toBeDefined()
    await userEvent.clear(hours)
    await userEvent.type(hours, '7')
    expect(await desk.kept(WORK, repVisitRecord)).toMatchObject([{ quarters: 28 }])
    expect(screen.getByText('7 hours, second half day of three')).toBeDefined()
  })

  it('says what is not open to its visitor, and can be taken away and brought back', async () => {
    const desk = await repDesk('p08', 'Mentor')
    await desk.put(WORK, repVisitRecord, 'v1', { ...visitFields, end: '12:00' })
    await showAt(desk, visitPath, screens)
    expect(await screen.findByText(/^The school’s actions are not open to you/)).toBeDefined()
    expect(screen.getByText(/^No letter of a review is open to you/)).toBeDefined()
    await userEvent.click(screen.getByRole('button', { name: /^This visit is a mistake/ }))
    expect(await desk.kept(WORK, repVisitRecord)).toMatchObject([{ removedAt: NOW }])
    await userEvent.click(screen.getByRole('button', { name: 'Bring it back' }))
    expect(await desk.kept(WORK, repVisitRecord)).toMatchObject([{ removedAt: null }])
  })
})

describe('the head’s word on evidence', () => {
  it('is one press from the head’s own sign-in', async () => {
    const desk = await repDesk('p03', 'Head', '900001')
    await desk.put(WORK, repSeenRecord, 's1', { ...seenFields, text: 'Blank covers' })
    await showItem(desk)
    await userEvent.click(
      await screen.findByRole('button', { name: 'I agree with what Otto Thimble saw' }),
    )
    await waitFor(() => expect(screen.getByText('The head agrees')).toBeDefined())
    expect(await desk.kept(WORK, repWordRecord)).toMatchObject([
      { of: { kind: 'seen', id: 's1' }, agrees: true, by: 'p03', role: 'Head' },
    ])
    expect(screen.queryByRole('radio', { name: 'Met' })).toBeNull()
  })

  it('is kept while it is written, and is nobody’s to read until it is said', async () => {
    const desk = await repDesk('p03', 'Head', '900001')
    await desk.put(WORK, repSeenRecord, 's1', { ...seenFields, text: 'Blank covers' })
    await showItem(desk)
    await userEvent.click(await screen.findByRole('button', { name: 'Say something' }))
    await userEvent.type(screen.getByRole('textbox', { name: 'What you say' }), 'Not yet')
    cleanup()
    await showItem(desk)
    const box = await screen.findByRole('textbox', { name: 'What you say' })
    expect(box).toHaveProperty('value', 'Not yet')
    expect(screen.queryByText('The head says')).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: 'Say this' }))
    await waitFor(() => expect(screen.getByText('The head says')).toBeDefined())
    expect(await desk.kept(WORK, repWordRecord)).toMatchObject([
      { text: 'Not yet', unsaid: false, agrees: false },
    ])
  })

  it('is never the head’s agreement when the mentor writes it down', async () => {
    const desk = await repDesk('p08', 'Mentor')
    await desk.put(WORK, repSeenRecord, 's1', { ...seenFields, text: 'Blank covers' })
    await showItem(desk)
    await userEvent.click(
      await screen.findByRole('button', { name: 'The head says or signs here' }),
    )
    expect(screen.queryByRole('button', { name: /^I agree/ })).toBeNull()
    await userEvent.type(screen.getByRole('textbox', { name: 'What the head says' }), 'Fair')
    await userEvent.click(screen.getByRole('button', { name: 'Keep this' }))
    expect(screen.getByText('Written by Otto Thimble for the head')).toBeDefined()
    expect(screen.queryByText('The head agrees')).toBeNull()
    expect(await desk.kept(WORK, repWordRecord)).toMatchObject([{ agrees: false, by: 'p08' }])
  })
})

it('takes the head’s agreement by signature on the mentor’s device, and says so', async () => {
  // jsdom draws nothing; that a finger leaves a line is shown in the browser (rep-visit.spec.ts).
  const drawn = { clearRect() {}, fillRect() {}, beginPath() {} } as unknown as null
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(drawn)
  const desk = await repDesk('p08', 'Mentor')
  const me = { ...desk.me, heads: [{ urn: '900001', person: 'p03' }] }
  await desk.put(WORK, repSeenRecord, 's1', { ...seenFields, text: 'Blank covers' })
  await showItem({ ...desk, me })
  await userEvent.click(await screen.findByRole('button', { name: 'The head says or signs here' }))
  await userEvent.click(screen.getByRole('button', { name: 'Primrose Inkwell signs here' }))
  const agrees = screen.getByRole('button', { name: 'Primrose Inkwell agrees' })
  expect(agrees).toHaveProperty('disabled', true)
  await userEvent.click(screen.getByRole('button', { name: 'Type the name instead' }))
  await userEvent.type(screen.getByRole('textbox', { name: /^Your name/ }), 'P Inkwell')
  await userEvent.click(agrees)
  expect(
    await screen.findByText('Primrose Inkwell agrees, signed on the device of Otto Thimble'),
  ).toBeDefined()
  expect(await desk.kept(WORK, repWordRecord)).toMatchObject([
    { agrees: true, by: 'p08', role: 'Mentor', signedBy: 'p03', mark: 'name:P Inkwell' },
  ])
})

it('shows two proposals that differ side by side, both kept', async () => {
  const desk = await repDesk('p02', 'EHT')
  await desk.put(WORK, repSeenRecord, 's1', {
    ...seenFields,
    text: 'Seven blank',
    proposed: 'not_met',
  })
  await desk.put(WORK, repSeenRecord, 's2', {
    ...seenFields,
    by: 'p17',
    text: 'Nearly there',
    proposed: 'partly_met',
  })
  await showItem(desk)
  const proposed = await screen.findByRole('list', { name: /^Proposed: / })
  expect(within(proposed).getByText('Not met')).toBeDefined()
  expect(within(proposed).getByText('Partly met')).toBeDefined()
  expect(within(proposed).getByText(/^What is proposed differs/)).toBeDefined()
  expect(screen.getByText('Seven blank')).toBeDefined()
  expect(screen.getByText('Nearly there')).toBeDefined()
})
