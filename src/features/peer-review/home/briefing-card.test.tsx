// @vitest-environment jsdom
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { REVIEW, reviewDesk, type ReviewDesk } from '../../../../test/helpers/review-desk.ts'
import { rawRecords } from '../../../crdt/records.ts'
import { memberRecord } from '../../../domain/peer-review/members.ts'
import { DeskProvider } from '../../../store/react.tsx'
import { Briefing } from './briefing-card.tsx'

const AT = Date.UTC(2026, 10, 17, 8, 31)
const show = (desk: ReviewDesk) =>
  render(
    <DeskProvider value={desk}>
      <Briefing access={REVIEW} />
    </DeskProvider>,
  )
const tick = async (name: string) => {
  const box = await screen.findByRole<HTMLInputElement>('checkbox', { name })
  await waitFor(() => expect(box.disabled).toBe(false))
  await userEvent.click(box)
}
const member = async (desk: ReviewDesk) =>
  rawRecords((await desk.documents.open('review/r-1')).doc).filter(
    ({ type }) => type === memberRecord.type,
  )

it('ticks stay when the screen goes; the third makes the reviewer briefed and the card goes', async () => {
  const desk = await reviewDesk('p04', AT)
  const first = show(desk)
  await tick('Signed in')
  await tick('Remit heard')
  first.unmount()
  expect(await member(desk)).toEqual([])
  show(desk)
  await waitFor(() =>
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Remit heard' }).checked).toBe(
      true,
    ),
  )
  await tick('Safeguarding briefing heard')
  expect(await member(desk)).toMatchObject([{ person: 'p04', briefedAt: AT }])
  await waitFor(() => expect(screen.queryByRole('checkbox')).toBeNull(), { timeout: 3000 })
})

it('what a reviewer had said of themselves stays', async () => {
  const desk = await reviewDesk('p04', AT)
  await desk.put(memberRecord, 'm1', { person: 'p04', strengths: 'Early reading' })
  show(desk)
  for (const name of ['Safeguarding briefing heard', 'Signed in', 'Remit heard']) await tick(name)
  expect(await member(desk)).toMatchObject([{ strengths: 'Early reading', briefedAt: AT }])
})

it('the lead sees how many are briefed and who is not', async () => {
  const desk = await reviewDesk('p07', AT)
  for (const person of ['p07', 'p01', 'p03'])
    await desk.put(memberRecord, `m-${person}`, { person, briefedAt: AT })
  show(desk)
  expect(await screen.findByText('3 of 4 briefed.')).toBeTruthy()
  expect(screen.getByText(/Not yet:/)).toBeTruthy()
  expect(screen.queryByRole('checkbox')).toBeNull()
})
