// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { deskFor, factsOf, HERE, show, TODAY } from '../../../../test/helpers/planning-desk.tsx'
import type { ReviewPlan } from '../../../domain/peer-review/planning.ts'
import { OwedSection } from './owed-section.tsx'
import PlanScreen from './plan-screen.tsx'

afterEach(() => vi.unstubAllGlobals())

const ceo = factsOf('p01', 'CEO', null)
const box = (name: string) => screen.findByRole<HTMLInputElement>('checkbox', { name })
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))
const pick = async (label: string, option: string) =>
  userEvent.selectOptions(await screen.findByLabelText(label), option)

describe('planning a review', () => {
  it('C5 puts the head of the school on the team, and shows it when they are taken off', async () => {
    show(await deskFor(ceo), <PlanScreen />)
    await pick('School', 'Rookery Pond')
    const head = await box('Primrose Inkwell')
    await waitFor(() => expect(head.checked).toBe(true))
    await userEvent.click(head)
    expect(await screen.findByText('Primrose Inkwell is not on the team')).toBeTruthy()
    await pick('School', 'Nettle Copse')
    await waitFor(async () => expect((await box('Rufus Candlestick')).checked).toBe(true))
    expect(screen.queryByText(/is not on the team$/)).toBeNull()
  })

  it('C6 asks why the team is not about six, sends it once, and keeps what was typed meanwhile', async () => {
    const sent: ReviewPlan[] = []
    let answer = new Response('{"error":"already-planned"}', { status: 409 })
    vi.stubGlobal('fetch', async (_where: string, init: { body: string }) => {
      sent.push(JSON.parse(init.body) as ReviewPlan)
      return answer
    })
    show(await deskFor(ceo), <PlanScreen />)
    await pick('School', 'Rookery Pond')
    await userEvent.click(await box('Clementine Hopscotch'))
    await userEvent.type(screen.getByLabelText('Date of the review'), '08/12/2026')
    await pick('Who leads the review', 'Clementine Hopscotch')
    await press('Plan the review')
    expect(await screen.findAllByText('Say why the team is not about six.')).toBeTruthy()
    expect(sent).toEqual([])
    await userEvent.type(screen.getByLabelText('Why the team is not about six'), 'Forty pupils')
    await press('Plan the review')
    expect(await screen.findByText('The trust did not take it')).toBeTruthy()
    answer = new Response('{}', { status: 201 })
    await press('Plan the review')
    expect(await screen.findByText('Rookery Pond, Tuesday 8 December 2026')).toBeTruthy()
    expect(sent[1]).toEqual(sent[0])
    expect(sent[1]).toMatchObject({
      urn: HERE,
      date: '2026-12-08',
      lead: 'p07',
      reviewers: expect.arrayContaining(['p03', 'p07']),
      teamReason: 'Forty pupils',
    })
  })

  it('says that there is no signal, and keeps the form when nobody answers', async () => {
    vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('no network')))
    show(await deskFor(factsOf('p03', 'Head', HERE), false), <PlanScreen />)
    expect(await screen.findByText('No signal: planning waits')).toBeTruthy()
    for (const name of ['Barnaby Quillfeather', 'Hettie Marmalade', 'Clementine Hopscotch'])
      await userEvent.click(await box(name))
    await userEvent.click(await box('Otto Thimble'))
    await userEvent.type(screen.getByLabelText('Date of the review'), '08/12/2026')
    await pick('Who leads the review', 'Otto Thimble')
    await press('Plan the review')
    expect(await screen.findByText('The trust could not be reached')).toBeTruthy()
    const date = screen.getByLabelText<HTMLInputElement>('Date of the review')
    expect(date.value).toBe('08/12/2026')
  })

  it('is not offered to who may not', async () => {
    show(await deskFor(factsOf('p12', 'Teacher', HERE)), <PlanScreen />)
    expect(
      await screen.findByText('Planning is done by the school’s head and the trust’s leaders'),
    ).toBeTruthy()
  })
})

it('C9 shows each school of a leader by name, and only their own to a head', async () => {
  const first = show(await deskFor(ceo), <OwedSection today={TODAY} />)
  const rows = await screen.findAllByRole('listitem')
  expect(rows.map((row) => row.textContent)).toEqual([
    expect.stringMatching(/^Nettle Copse.*Owed/),
    expect.stringMatching(/^Rookery Pond.*Tuesday 8 December 2026.*Planned/),
  ])
  first.unmount()
  show(await deskFor(factsOf('p04', 'Head', '900002')), <OwedSection today={TODAY} />)
  expect(await screen.findAllByRole('listitem')).toHaveLength(1)
})
