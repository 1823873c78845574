// @vitest-environment jsdom
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { REVIEW, reviewDesk, type Who } from '../../../../test/helpers/review-desk.ts'
import { reviewRecord } from '../../../domain/peer-review/pack.ts'
import { DeskProvider } from '../../../store/react.tsx'
import { BeforeYouSend } from './before-you-send.tsx'
import { PracticalParts } from './practical-part.tsx'
import { usePreparation } from './use-preparation.ts'
import { FocusPart } from './words-part.tsx'

HTMLDialogElement.prototype.showModal ??= function show(this: HTMLDialogElement) {
  this.open = true
}
HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
  this.open = false
}

const MONDAY = Date.UTC(2026, 10, 16, 12)

function Preparing() {
  const preparation = usePreparation(REVIEW)
  const { pack } = preparation
  if (!pack) return null
  return (
    <>
      <BeforeYouSend access={REVIEW} pack={pack} preparation={preparation} />
      <FocusPart review={pack.review} preparation={preparation} />
      <PracticalParts review={pack.review} preparation={preparation} />
    </>
  )
}

async function show(who: Who) {
  const desk = await reviewDesk(who, MONDAY)
  // An older pack: the day of the review is what the trust keeps, not what stands in it.
  await desk.put(reviewRecord, 'head', { urn: REVIEW.urn, schoolName: 'S', date: '2027-03-01' })
  render(
    <DeskProvider value={desk}>
      <Preparing />
    </DeskProvider>,
  )
  await screen.findByRole('textbox', { name: 'Focus' })
}
const lines = () => screen.getAllByRole('link').map(({ textContent }) => textContent)

it('each line leads to its field, and goes when the field is written', async () => {
  await show('p03')
  expect(lines()).toHaveLength(4)
  await userEvent.click(screen.getByRole('link', { name: /no focus/ }))
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Focus' }))
  await userEvent.keyboard('R')
  expect(lines()).toHaveLength(3)
  await userEvent.click(screen.getByRole('link', { name: /safeguarding lead/ }))
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Name' }))
  await userEvent.keyboard('D')
  expect(lines()).toHaveLength(2)
})

it('C6 on the Monday of the review the reason is asked for and has a field', async () => {
  await show('p03')
  await userEvent.click(screen.getByRole('link', { name: /due by Sunday 15\/11\/2026/ }))
  await userEvent.keyboard('T')
  expect(screen.queryByRole('link', { name: /due by Sunday/ })).toBeNull()
})

it('the step says on this very screen what is missing, with no way that leads back to it', async () => {
  await show('p03')
  await userEvent.click(await screen.findByRole('button', { name: 'Send the focus' }))
  expect(await screen.findByRole('dialog', { name: 'Send the focus: not yet' })).toBeTruthy()
  expect(screen.queryByRole('link', { name: 'Open Prepare' })).toBeNull()
})

it('C7 the focus stays the school’s: the CEO reads it and writes the practical side', async () => {
  await show('p01')
  const box = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name })
  expect(box('Focus').readOnly).toBe(true)
  expect(box('Base room').readOnly).toBe(false)
})
