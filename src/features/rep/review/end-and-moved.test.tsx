// @vitest-environment jsdom
import { act, cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { HERE } from '../../../../test/helpers/planning-desk.tsx'
import { NOW } from '../../../../test/helpers/qla-desk.tsx'
import { PLAN, planFor as planIn } from '../../../../test/helpers/review-of-plan.tsx'
import { repStatusRecord } from '../../../domain/rep/progress.ts'
import { RepGate } from '../rep-gate.tsx'
import TimelineScreen from '../timeline/timeline-screen.tsx'
import EndScreen from './end-screen.tsx'
import { MovedLately } from './moved.tsx'

afterEach(() => {
  cleanup()
  localStorage.clear()
})

const moved = () => <RepGate>{(here, today) => <MovedLately here={here} today={today} />}</RepGate>
const planFor = planIn.bind(null, {
  '/reps/$rep/timeline': TimelineScreen,
  '/reps/$rep/end': EndScreen,
  '/reps/$rep/moved': moved,
})

const press = async (name: string | RegExp) =>
  userEvent.click(await screen.findByRole('button', { name }))
const title = (name: string) => screen.findByRole('heading', { level: 1, name })

describe('extending and ending', () => {
  it('C17: the reason carries the count; the EHT is told that only the Chief Executive ends it', async () => {
    const { proposed, at } = await planFor('p02', 'EHT')
    await at('end')
    await press('Extend the plan')
    expect(proposed).toEqual([])
    await userEvent.type(
      screen.getByRole('textbox', { name: /Why another extension/ }),
      'Two items wait.',
    )
    expect(screen.queryByRole('button', { name: 'End the plan' })).toBeNull()
    expect(screen.getByText('Only the Chief Executive ends a plan')).toBeTruthy()
    await press('Extend the plan')
    expect(proposed).toMatchObject([
      { to: 'extended', reason: '1 REP and no extensions so far. Two items wait.' },
    ])
  })

  it('ends in a CEO letter, with what is not met by name', async () => {
    const { proposed, at } = await planFor('p01', 'CEO')
    await at('end')
    expect(await screen.findByText('Not started: Folders have the steps in')).toBeTruthy()
    await press('End the plan')
    expect(proposed).toEqual([])
    await userEvent.type(screen.getByRole('textbox', { name: /CEO letter/ }), 'Autumn 2')
    await press('End the plan')
    expect(proposed).toMatchObject([{ to: 'ended', reason: 'CEO letter: Autumn 2' }])
    expect(await screen.findByText('This waits for the trust’s word')).toBeTruthy()
  })
})

describe('what moved', () => {
  it('tells what others moved, also what was written long before and came only now, until it is seen', async () => {
    const { desk, at } = await planFor('p03', 'Head', HERE)
    const said = { item: 'a', on: '2026-11-20', role: 'EHT', by: 'p02', replaces: [] }
    await desk.put(PLAN, repStatusRecord, 't1', { ...said, status: 'met', madeAt: NOW - 5000 })
    await at('moved')
    expect(
      await screen.findByText('From Not started to Met: “Books open on the right page”'),
    ).toBeTruthy()
    expect(await screen.findByText(/^Hettie Marmalade, EHT, /)).toBeTruthy()
    await press('I have seen this')
    expect(screen.getByText('Nothing that you have not seen.')).toBeTruthy()
    const late = { ...said, status: 'partly_met', madeAt: NOW - 40 * 86_400_000, item: 'b' }
    await act(() => desk.put(PLAN, repStatusRecord, 't2', late))
    expect(await screen.findByText(/to Partly met: “Folders have/)).toBeTruthy()
    expect(screen.queryByText(/to Met: “Books open/)).toBeNull()
  })

  it('the timeline says it day by day, and follows one item', async () => {
    const { desk, at } = await planFor('p03', 'Head', HERE)
    const said = { item: 'a', on: '2026-11-20', role: 'EHT', by: 'p02', replaces: [] }
    await desk.put(PLAN, repStatusRecord, 't1', { ...said, status: 'met' })
    await at('timeline')
    await title('Timeline')
    expect(screen.getByText('The plan is issued')).toBeTruthy()
    expect(screen.getByText('Due: By week 6')).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Folders have the steps in' })).toBeTruthy()
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Show' }), 'a')
    expect(screen.getByText(/From Not started to Met/)).toBeTruthy()
    expect(screen.queryByText('The plan is issued')).toBeNull()
  })
})
