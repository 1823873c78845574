// @vitest-environment jsdom
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import {
  REVIEW,
  reviewDesk,
  type ReviewDesk,
  type Who,
} from '../../../../test/helpers/review-desk.ts'
import { keyQuestionRecord, reviewRecord } from '../../../domain/peer-review/pack.ts'
import { DeskProvider } from '../../../store/react.tsx'
import { QuestionsPart } from './questions-part.tsx'
import { usePreparation } from './use-preparation.ts'

// Where jsdom has no modal dialog, opening it plainly is enough to read it.
HTMLDialogElement.prototype.showModal ??= function show(this: HTMLDialogElement) {
  this.open = true
}
HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
  this.open = false
}

const AT = Date.UTC(2026, 10, 17, 8, 20)

async function deskOf(who: Who): Promise<ReviewDesk> {
  const desk = await reviewDesk(who, AT)
  await desk.put(reviewRecord, 'head', {
    urn: REVIEW.urn,
    schoolName: 'Rookery Pond Primary School',
    date: REVIEW.date,
    focus: 'Reading',
  })
  for (const n of [1, 2, 3])
    await desk.put(keyQuestionRecord, `q${n}`, { n, text: `How ${n}?`, proposedBy: 'p03' })
  return desk
}

function Questions() {
  const preparation = usePreparation(REVIEW)
  const { pack } = preparation
  return pack ? <QuestionsPart pack={pack} preparation={preparation} /> : null
}

async function show(desk: ReviewDesk) {
  render(
    <DeskProvider value={desk}>
      <Questions />
    </DeskProvider>,
  )
  await screen.findByRole('textbox', { name: 'Question 1' })
}
const box = (name: string) => screen.getByRole<HTMLTextAreaElement>('textbox', { name })
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))

it('C7 what the CEO writes is marked by itself, with no tick; the school’s is not', async () => {
  const ceo = await deskOf('p01')
  await show(ceo)
  expect(screen.queryByText(/by the CEO/)).toBeNull()
  await press('Add a key question')
  await userEvent.type(box('Question 4'), 'How so?')
  expect(await screen.findAllByText(/by the CEO/)).toHaveLength(1)
  await userEvent.type(box('Question 1'), ' 5')
  expect(await screen.findAllByText(/by the CEO/)).toHaveLength(2)
  expect(screen.queryByRole('checkbox')).toBeNull()
})

it('C7 the school’s own words carry no mark', async () => {
  await show(await deskOf('p03'))
  await press('Add a key question')
  await userEvent.type(box('Question 4'), 'How?')
  expect(screen.queryByText(/by the CEO/)).toBeNull()
})

it('HC10 withdrawing asks first, keeps who and when, and gives the number to no other', async () => {
  await show(await deskOf('p03'))
  await press('Withdraw question 3')
  await press('Keep it')
  expect(box('Question 3').value).toBe('How 3?')
  await press('Withdraw question 3')
  await userEvent.click(
    within(screen.getByRole('dialog')).getByRole('button', { name: 'Withdraw question 3' }),
  )
  expect(screen.queryByRole('textbox', { name: 'Question 3' })).toBeNull()
  expect(await screen.findByText('Withdrawn by Primrose Inkwell, Tue 17 Nov, 08:20')).toBeTruthy()
  await press('Add a key question')
  expect(box('Question 4').value).toBe('')
})

it('HC10 while it is planned a withdrawn question can be brought back', async () => {
  await show(await deskOf('p03'))
  await press('Withdraw question 2')
  await userEvent.click(
    within(screen.getByRole('dialog')).getByRole('button', { name: 'Withdraw question 2' }),
  )
  await press('Bring question 2 back')
  expect(box('Question 2').value).toBe('How 2?')
})

it('an empty question is used before another number is', async () => {
  await show(await deskOf('p03'))
  await press('Add a key question')
  await press('Add a key question')
  expect(screen.getAllByRole('textbox')).toHaveLength(4)
  expect(document.activeElement).toBe(box('Question 4'))
})

it('five are the most', async () => {
  const desk = await deskOf('p03')
  for (const n of [4, 5])
    await desk.put(keyQuestionRecord, `q${n}`, { n, text: `How ${n}?`, proposedBy: 'p03' })
  await show(desk)
  expect(screen.queryByRole('button', { name: 'Add a key question' })).toBeNull()
  expect(screen.getByText(/Five key questions are the most/)).toBeTruthy()
})

it('the keyboard moves a question and stays on it', async () => {
  await show(await deskOf('p03'))
  screen.getByRole('button', { name: 'Move question 2 up' }).focus()
  await userEvent.keyboard('{Enter}')
  expect(box('Question 1').value).toBe('How 2?')
  await waitFor(() =>
    expect(document.activeElement).toBe(
      screen.getByRole('button', { name: 'Move question 1 down' }),
    ),
  )
  expect(screen.getByText('Moved up: it is now question 1.')).toBeTruthy()
})

it('a reviewer reads and changes nothing', async () => {
  await show(await deskOf('p04'))
  expect(screen.getAllByRole<HTMLTextAreaElement>('textbox').every((b) => b.readOnly)).toBe(true)
  expect(screen.queryByRole('button')).toBeNull()
})

it('a nudge comes when the writer pauses, and stops nobody', async () => {
  await show(await deskOf('p03'))
  fireEvent.change(box('Question 1'), { target: { value: 'Is reading good?' } })
  expect(screen.queryByText(/yes or no/)).toBeNull()
  expect(await screen.findByText(/yes or no/, undefined, { timeout: 3000 })).toBeTruthy()
  expect(box('Question 1').getAttribute('aria-invalid')).toBeNull()
})
