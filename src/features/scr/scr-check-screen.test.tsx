// @vitest-environment jsdom
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router'
import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { createRecord, rawRecords } from '../../crdt/records.ts'
import { scrRowRecord, spotCheckRecord } from '../../domain/checks/scr.ts'
import { scrResultRecord } from '../../domain/checks/scr-result.ts'
import type { Desk } from '../../store/react.tsx'
import { deskFor, factsOf, HERE, show, TODAY } from '../../../test/helpers/planning-desk.tsx'
import ScrCheckScreen from './scr-check-screen.tsx'

const DOC = `scr/${HERE}/2026-27`
const RESULT = `school/${HERE}/2026-27`
const author = { device: 'd'.repeat(32), at: 1 }

// jsdom has no CSS.escape, which the keyboard helper needs to find a radio's neighbours.
vi.stubGlobal('CSS', { escape: (text: string) => text })

async function openAs(person: string, role: string, at: string | null, finishedAt: number | null) {
  const desk = await deskFor({ ...factsOf(person, role, at), schools: [HERE] })
  const { doc } = await desk.documents.open(DOC)
  const by = { by: 'p09', madeAt: 1 }
  const check = { date: TODAY, people: { teacher: 14 }, drawn: 1, finishedAt, ...by }
  createRecord(doc, spotCheckRecord, 'c1', check, author)
  const yes = { identity: 'yes', identity_on: '2021-09-01' }
  createRecord(
    doc,
    scrRowRecord,
    'r1',
    { check: 'c1', ref: 'SCR-01', group: 'teacher', ...yes, ...by },
    author,
  )
  const root = createRootRoute()
  const route = createRoute({
    getParentRoute: () => root,
    path: '/checks/scr/$urn/$year/$check',
    component: ScrCheckScreen,
  })
  const history = createMemoryHistory({ initialEntries: [`/checks/scr/${HERE}/2026-27/c1`] })
  const router = createRouter({ routeTree: root.addChildren([route]), history })
  await act(async () => {
    show(desk, <RouterProvider router={router} />)
    await router.load()
  })
  return desk
}

const recordsAt = async (desk: Desk, name: string, type: string) =>
  rawRecords((await desk.documents.open(name)).doc).filter((raw) => raw['type'] === type)

describe('C42: the spot check of the single central record', () => {
  it('has no camera, no file box and no photo button, and no box for free text', async () => {
    await openAs('p09', 'Compliance Manager', null, null)
    await screen.findByRole('heading', { name: 'Rows of the sample' })
    expect(document.querySelector('input[type=file], video, canvas, textarea')).toBeNull()
    expect(screen.queryByRole('button', { name: /photo|camera|picture/i })).toBeNull()
  })

  it('keeps nothing of a name or a certificate number that is typed, and says why', async () => {
    const desk = await openAs('p09', 'Compliance Manager', null, null)
    const box = await screen.findByRole('textbox', { name: 'Number in the record' })
    await userEvent.type(box, 'Primrose Inkwell')
    await userEvent.click(screen.getByRole('button', { name: 'Add the row' }))
    expect(screen.getByText(/Never a name/)).toBeDefined()
    await userEvent.clear(box)
    await userEvent.type(box, '001234567890')
    expect(screen.getByText(/Never write a certificate number/)).toBeDefined()
    const day = screen.getByRole('textbox', { name: 'Date: Identity, SCR-01' })
    await userEvent.clear(day)
    await userEvent.type(day, 'P Inkwell')
    await userEvent.tab()
    expect(screen.getByText(/Not a date/)).toBeDefined()
    const kept = JSON.stringify(rawRecords((await desk.documents.open(DOC)).doc))
    expect(kept).not.toMatch(/Inkwell|0012345/)
  })
})

describe('C43: errors of a row', () => {
  it('show at once, are answered from the keyboard, and their counts go to those who see the result', async () => {
    const desk = await openAs('p09', 'Compliance Manager', null, null)
    await userEvent.click(await screen.findByRole('button', { name: 'Yes to the rest, same day' }))
    const cell = (name: string) => within(screen.getByRole('group', { name: `${name}, SCR-01` }))
    cell('Section 128').getByRole('radio', { name: 'Yes' }).focus()
    await userEvent.keyboard('n')
    expect(cell('Section 128').getByText('Check missing')).toBeDefined()
    const day = screen.getByRole('textbox', { name: 'Date: Right to work, SCR-01' })
    await userEvent.clear(day)
    expect(cell('Right to work').getByText('Date missing')).toBeDefined()
    await userEvent.type(day, '010927')
    expect(cell('Right to work').getByText('Date in the future')).toBeDefined()
    expect(screen.getByRole('heading', { name: 'Errors (2)' })).toBeDefined()
    await userEvent.click(screen.getByRole('button', { name: 'Finish the check' }))
    await waitFor(async () =>
      expect(await recordsAt(desk, RESULT, scrResultRecord.type)).toMatchObject([
        { rows: 1, people: 14, clean: 0, checkMissing: 1, dateInFuture: 1, dateMissing: 0 },
      ]),
    )
    // Who found it does not say that it is put right.
    expect(screen.queryByRole('button', { name: /^Put right/ })).toBeNull()
    expect(screen.getAllByText('The school puts it right')).toHaveLength(2)
  })

  it('does not finish while a cell is open, and says which row', async () => {
    const desk = await openAs('p09', 'Compliance Manager', null, null)
    await userEvent.click(await screen.findByRole('button', { name: 'Finish the check' }))
    expect(screen.getByRole('alert').textContent).toContain('SCR-01: 7 of 8 still to answer.')
    expect(await recordsAt(desk, RESULT, scrResultRecord.type)).toEqual([])
  })

  it('are for nobody who sees only the result', async () => {
    await openAs('p02', 'EHT', null, 5)
    expect(await screen.findByText('This spot check is not open to you')).toBeDefined()
    expect(document.body.textContent).not.toContain('SCR-01')
  })
})
