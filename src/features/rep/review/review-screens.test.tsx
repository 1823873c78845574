// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { HERE } from '../../../../test/helpers/planning-desk.tsx'
import { NOW } from '../../../../test/helpers/qla-desk.tsx'
import { PLAN, planFor as planIn, WORK } from '../../../../test/helpers/review-of-plan.tsx'
import { repOwnerRecord, repReviewRecord, repStatusRecord } from '../../../domain/rep/progress.ts'
import { EMPTY_SEEN, repSeenRecord, repWordRecord } from '../../../domain/rep/work.ts'
import ReviewScreen from './review-screen.tsx'

afterEach(cleanup)
// jsdom has no CSS.escape, which the keyboard helper needs to find a radio's neighbours.
vi.stubGlobal('CSS', { escape: (text: string) => text })

const planFor = planIn.bind(null, { '/reps/$rep/review/$milestone': ReviewScreen })

const press = async (name: string | RegExp) =>
  userEvent.click(await screen.findByRole('button', { name }))
const card = async (name: RegExp) => {
  const heading = await screen.findByRole('heading', { level: 3, name })
  return within(heading.closest('article') ?? heading)
}
const title = (name: string) => screen.findByRole('heading', { level: 1, name })

describe('a milestone review', () => {
  it('C15 C16: not without the Head and every item set; held it counts, carries forward by name and waits for the trust', async () => {
    const { desk, proposed, at } = await planFor('p02', 'EHT')
    await at('review/w1')
    await press('Begin the review')
    await press('Hold the review')
    expect(screen.getByRole('alert').textContent).toContain('Not held yet')
    expect(screen.getByText(/reviewed with the Head: wait until/)).toBeTruthy()
    // None is hidden, those of a later milestone neither.
    expect(screen.getAllByRole('article')).toHaveLength(2)
    const others = screen.getByRole('list', { name: 'Other items: “Within 3 weeks”' })
    expect(within(others).getByRole('link', { name: 'Reading each day' })).toBeTruthy()
    await userEvent.click(screen.getByRole('checkbox', { name: /Primrose Inkwell/ }))
    const set = async (which: RegExp, status: string) =>
      userEvent.click((await card(which)).getByRole('button', { name: status }))
    await set(/Books open/, 'Met')
    await set(/Folders have/, 'Partly met')
    await userEvent.click(screen.getByRole('radio', { name: 'Continue' }))
    expect(screen.getByText('Carried forward: “Folders have the steps in”.')).toBeTruthy()
    expect(screen.getByText(/The mentor is not there\. The review counts/)).toBeTruthy()
    await press('Hold the review')
    await screen.findByText('This waits for the trust’s word')
    expect(proposed).toEqual([
      { machine: 'rep', subject: PLAN, from: 'issued', to: 'w1-reviewed', reason: null },
    ])
    const [review] = await desk.kept(PLAN, repReviewRecord)
    expect(review).toMatchObject({
      heldAt: NOW,
      by: 'p02',
      role: 'EHT',
      present: ['p03', 'p02'],
      carried: ['b'],
    })
    expect(await desk.kept(PLAN, repStatusRecord)).toMatchObject([
      { review: review?.['id'], role: 'EHT', by: 'p02' },
      { review: review?.['id'] },
    ])
    expect(
      within(screen.getByRole('list', { name: 'Items carried forward' })).getByText(
        'Folders have the steps in',
      ),
    ).toBeTruthy()
  })

  it('C17: extending shows how many there were', async () => {
    const { at } = await planFor('p02', 'EHT')
    await at('review/w1')
    await press('Begin the review')
    await userEvent.click(await screen.findByRole('radio', { name: 'Extend' }))
    expect(screen.getByText(/^1 REP and no extensions so far\. Say why/)).toBeTruthy()
  })

  it('the Head sets nothing, is told why, and says a word from their own tablet', async () => {
    const { desk, at } = await planFor('p03', 'Head', HERE)
    await desk.put(PLAN, repReviewRecord, 'r1', {
      role: 'EHT',
      milestone: 'w1',
      date: '2026-11-23',
      present: ['p02', 'p03'],
      decision: 'continue',
      note: '',
      headSays: '',
      heldAt: NOW - 1000,
      by: 'p02',
    })
    await at('review/w1')
    await title('Milestone review: Within 1 week')
    expect(screen.queryByRole('button', { name: 'Met' })).toBeNull()
    expect(screen.getAllByText(/It is set by the CEO or the EHT/)).toHaveLength(2)
    expect(screen.getByText('The trust has not confirmed this review')).toBeTruthy()
    await userEvent.type(
      screen.getByRole('textbox', { name: 'Your word on this review' }),
      'The course is in March.',
    )
    await press('I agree')
    expect(await desk.kept(WORK, repWordRecord)).toMatchObject([
      {
        of: { kind: 'review', id: 'r1' },
        agrees: true,
        text: 'The course is in March.',
        role: 'Head',
      },
    ])
    expect(await screen.findByText(/\(Primrose Inkwell, Head, /)).toBeTruthy()
  })
})

describe('what is set', () => {
  it('late, not failed needs its reason; a proposal is set as it was proposed in one press', async () => {
    const { desk, at } = await planFor('p02', 'EHT')
    await desk.put(WORK, repSeenRecord, 's1', {
      ...EMPTY_SEEN,
      role: 'Mentor',
      by: 'p08',
      item: 'a',
      on: '2026-11-20',
      text: 'Seen in six rooms.',
      proposed: 'met',
    })
    await at('review/w1')
    await title('Milestone review: Within 1 week')
    const books = await card(/Books open/)
    await userEvent.click(books.getByRole('button', { name: 'Set as proposed: Met' }))
    expect(await desk.kept(PLAN, repStatusRecord)).toMatchObject([
      { item: 'a', status: 'met', on: '2026-11-20', late: false },
    ])
    const folders = await card(/Folders have/)
    await userEvent.click(folders.getByRole('button', { name: 'Late, or on another day' }))
    await userEvent.click(folders.getByRole('checkbox', { name: /Late, not failed/ }))
    await userEvent.click(folders.getByRole('button', { name: 'Not met' }))
    expect(folders.getByRole('alert').textContent).toContain('Say why it is late')
    await userEvent.type(folders.getByRole('textbox', { name: 'Why it is late' }), 'Printer.')
    await userEvent.click(folders.getByRole('button', { name: 'Not met' }))
    expect(await folders.findByText('Not met: late, not failed')).toBeTruthy()
  })

  it('set apart by two, both stand until it is set again; owners keep both names', async () => {
    const { desk, at } = await planFor('p02', 'EHT')
    const said = { item: 'a', on: '2026-11-20', role: 'EHT', replaces: [] }
    await desk.put(PLAN, repStatusRecord, 't1', { ...said, status: 'met' })
    await desk.put(PLAN, repStatusRecord, 't2', {
      ...said,
      status: 'not_met',
      by: 'p01',
      role: 'CEO',
    })
    await at('review/w1')
    await title('Milestone review: Within 1 week')
    const books = await card(/Books open/)
    expect(books.getByText('Two people set this differently')).toBeTruthy()
    expect(
      await books.findByText(/Not met on 20\/11\/2026: set by Barnaby Quillfeather, CEO/),
    ).toBeTruthy()
    await userEvent.click(books.getByRole('button', { name: 'Partly met' }))
    await waitFor(() => expect(books.queryByText('Two people set this differently')).toBeNull())
    const all = await desk.kept(PLAN, repStatusRecord)
    expect(all).toHaveLength(3)
    expect(all.find(({ status }) => status === 'partly_met')).toMatchObject({
      replaces: expect.arrayContaining(['t1', 't2']),
    })
    await userEvent.click(books.getByRole('button', { name: 'Change the owner' }))
    await userEvent.selectOptions(books.getByRole('combobox', { name: 'New owner' }), 'p23')
    await userEvent.click(books.getByRole('button', { name: 'Hand it to Percival Nib' }))
    expect(await books.findByText(/^From Primrose Inkwell to Percival Nib: Hettie/)).toBeTruthy()
    expect(await desk.kept(PLAN, repOwnerRecord)).toMatchObject([{ from: 'p03', to: 'p23' }])
  })
})
