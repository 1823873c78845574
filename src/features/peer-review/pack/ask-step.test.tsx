// @vitest-environment jsdom
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { REVIEW, reviewDesk, type ReviewDesk } from '../../../../test/helpers/review-desk.ts'
import { rawRecords } from '../../../crdt/records.ts'
import { keyQuestionRecord, reviewRecord } from '../../../domain/peer-review/pack.ts'
import { reviewMachine } from '../../../domain/peer-review/stages.ts'
import { DeskProvider } from '../../../store/react.tsx'
import { AskStep } from './ask-step.tsx'

HTMLDialogElement.prototype.showModal ??= function show(this: HTMLDialogElement) {
  this.open = true
}
HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
  this.open = false
}

const SUNDAY = Date.UTC(2026, 10, 15, 12)
const MONDAY = Date.UTC(2026, 10, 16, 12)

async function deskAt(at: number, focus: string): Promise<ReviewDesk> {
  const desk = await reviewDesk('p03', at)
  await desk.put(reviewRecord, 'head', {
    urn: REVIEW.urn,
    schoolName: 'Rookery Pond Primary School',
    date: REVIEW.date,
    dslName: 'Named',
    focus,
  })
  for (const n of [1, 2])
    await desk.put(keyQuestionRecord, `q${n}`, { n, text: 'How?', proposedBy: 'p03' })
  return desk
}

const SENDING = { stage: 'planned', to: 'focus_sent', verb: 'Send the focus' }

function ask(desk: ReviewDesk, { stage, to, verb } = SENDING) {
  const step = reviewMachine.steps.find((one) => one.to === to)
  if (!step) throw new Error('There is no such step')
  const onClose = vi.fn<() => void>()
  render(
    <DeskProvider value={desk}>
      <AskStep access={REVIEW} stage={stage} step={step} verb={verb} onClose={onClose} />
    </DeskProvider>,
  )
  return onClose
}
const confirm = () => screen.findByRole('button', { name: 'Send the focus' })

it('a stop shows what to do and leaves no way on', async () => {
  ask(await deskAt(SUNDAY, ''))
  expect(await screen.findByText(/There is no focus yet/)).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Open Prepare' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Send the focus' })).toBeNull()
})

it('C6 in time there is no question and no reason', async () => {
  const desk = await deskAt(SUNDAY, 'Reading')
  const onClose = ask(desk)
  await userEvent.click(await confirm())
  expect(desk.proposed).toMatchObject([{ to: 'focus_sent', reason: null }])
  expect(onClose).toHaveBeenCalledOnce()
})

it('C6 late it wants a reason, which is kept with the decision and beside the focus', async () => {
  const desk = await deskAt(MONDAY, 'Reading')
  ask(desk)
  expect(await screen.findByText(/due by Sunday 15\/11\/2026/)).toBeTruthy()
  await userEvent.click(await confirm())
  expect(desk.proposed).toEqual([])
  expect(screen.getByText(/Give the reason/)).toBeTruthy()
  await userEvent.type(screen.getByRole('textbox', { name: 'Reason' }), 'Away')
  await userEvent.click(await confirm())
  expect(desk.proposed).toMatchObject([{ to: 'focus_sent', reason: 'Away' }])
  const { doc } = await desk.documents.open('review/r-1')
  expect(rawRecords(doc).find(({ id }) => id === 'head')).toMatchObject({
    lateReason: 'Away',
  })
})

it('C4 a review is not closed while a device says that it holds notes of it', async () => {
  const desk = await deskAt(MONDAY, 'Reading')
  const held = { unsent: 0, notes: { [REVIEW.id]: 2 } }
  await desk.db.devices.put({ person: 'p04', device: 'a'.repeat(32), held, at: 1 })
  ask(desk, { stage: 'session_held', to: 'closed', verb: 'Close the review' })
  expect(await screen.findByText(/1 device still holds notes of this review/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Close the review' })).toBeNull()
})
