// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { qlaCase } from '../../../../test/helpers/qla-case.ts'
import {
  AT,
  CLASS,
  COUNTS,
  laySitting,
  NOW,
  qlaDesk,
  showAt,
  SITTING,
} from '../../../../test/helpers/qla-desk.tsx'
import { sittingRefRecord } from '../../../domain/qla/classes.ts'
import { qlaCountRecord } from '../../../domain/qla/counts.ts'
import { repPassRecord } from '../../../domain/qla/rep-pass.ts'
import { sittingRecord } from '../../../domain/qla/sitting.ts'
import SittingScreen from './sitting-screen.tsx'

afterEach(cleanup)

// jsdom draws dialogs and cannot open them.
HTMLDialogElement.prototype.showModal ??= function show(this: HTMLDialogElement) {
  this.open = true
}
HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
  this.open = false
}

const SCREENS = {
  '/qla': () => <h1>Papers sat</h1>,
  '/qla/$urn/$year/$sitting': SittingScreen,
}
const ID = 'p12-alder-autumn'

/** The sitting as its class, its list and the trust know it, on the device of somebody of the school. */
async function shown(person: string, role: string, teaching: readonly string[] = [CLASS]) {
  const made = await qlaDesk(person, role)
  const desk = { ...made, me: { ...made.me, teaching: [...teaching] } }
  await laySitting(desk, await qlaCase('y8-science'))
  const empty = { items: [], domains: [], groups: [], mean: null, atStandard: null }
  const counted = { sitting: ID, subject: 'Science', outOf: 36, cohort: 24, sat: 24, ...empty }
  const passed = { sitting: ID, area: 'a1', questions: [], before: null, after: null, n: null }
  await desk.put(CLASS, sittingRefRecord, 'ref1', { sitting: ID, paperName: 'Science', on: '' })
  await desk.put(CLASS, sittingRefRecord, 'ref2', { sitting: 'p12-alder-other', on: '' })
  await desk.put(COUNTS, qlaCountRecord, 'count1', counted)
  await desk.put(COUNTS, repPassRecord, 'pass1', passed)
  const { where } = await showAt(desk, AT, SCREENS)
  await screen.findByRole('heading', { level: 1 })
  return { desk, where }
}
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))

describe('a paper taken away', () => {
  it('asks why, goes from the class and from what the trust sees, and comes back with the same marks', async () => {
    const { desk, where } = await shown('p12', 'Teacher')
    press('Take this paper away')
    press('Take it away')
    expect(screen.getByRole('alert').textContent).toBe('Write why first.')
    expect(await desk.kept(SITTING, sittingRecord)).toMatchObject([{ id: 'sitting' }])
    fireEvent.change(screen.getByRole('textbox', { name: /^Why/ }), {
      target: { value: 'Begun for the wrong class' },
    })
    press('Take it away')
    await waitFor(() => expect(where()).toBe('/qla'))
    expect(await desk.kept(SITTING, sittingRecord)).toMatchObject([
      { removedAt: NOW, removedBy: 'p12', removedWhy: 'Begun for the wrong class' },
    ])
    const gone = async () => ({
      listed: (await desk.kept(CLASS, sittingRefRecord)).map(({ removedAt }) => removedAt ?? null),
      counted: (await desk.kept(COUNTS, qlaCountRecord)).map(({ removedAt }) => removedAt),
      passed: (await desk.kept(COUNTS, repPassRecord)).map(({ removedAt }) => removedAt),
    })
    expect(await gone()).toEqual({ listed: [NOW, null], counted: [NOW], passed: [NOW] })
    cleanup()
    await showAt(desk, AT, SCREENS)
    expect(await screen.findByText(/Begun for the wrong class/)).toBeTruthy()
    press('Bring it back')
    expect(await screen.findByText(/24 of them sat the paper/)).toBeTruthy()
    expect(await gone()).toMatchObject({ listed: [null, null], counted: [null] })
  })

  it('says when the storage does not answer, and is done by the same press later', async () => {
    const { desk, where } = await shown('p12', 'Teacher')
    const open = desk.documents.open.bind(desk.documents)
    let answers = false
    desk.documents.open = (name) => (answers ? open(name) : Promise.reject(new Error('closed')))
    press('Take this paper away')
    fireEvent.change(screen.getByRole('textbox', { name: /^Why/ }), {
      target: { value: 'Begun twice' },
    })
    press('Take it away')
    expect((await screen.findByRole('alert')).textContent).toMatch(/storage .* does not answer/)
    answers = true
    const [there] = await desk.kept(SITTING, sittingRecord)
    expect(there?.removedAt ?? null).toBeNull()
    press('Take it away')
    await waitFor(() => expect(where()).toBe('/qla'))
    expect(await desk.kept(SITTING, sittingRecord)).toMatchObject([{ removedWhy: 'Begun twice' }])
  })

  it('is not for a colleague who was only asked to mark', async () => {
    await shown('p13', 'TA', [SITTING])
    expect(screen.queryByRole('button', { name: 'Take this paper away' })).toBeNull()
  })
})
