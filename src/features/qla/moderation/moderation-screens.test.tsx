// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { CLASS, qlaDesk, SAMPLES, showAt, YEAR } from '../../../../test/helpers/qla-desk.tsx'
import { HERE } from '../../../../test/helpers/planning-desk.tsx'
import { classRecord, pupilRecord } from '../../../domain/qla/classes.ts'
import { judgementRecord, moderationRecord } from '../../../domain/qla/moderation.ts'
import RoundScreen from './round-screen.tsx'
import RoundsScreen from './rounds-screen.tsx'

afterEach(cleanup)
vi.stubGlobal('CSS', { escape: (text: string) => text })

const SCREENS = {
  '/qla/moderation': RoundsScreen,
  '/qla/moderation/$urn/$year/$round': RoundScreen,
}
const BANDS = ['L', 'M', 'H'] as const

async function deskWith(cohort: number, yearGroup = 6) {
  const desk = await qlaDesk('p23', 'Subject lead')
  await desk.put(CLASS, classRecord, 'class1', { name: 'Alder', yearGroup })
  for (let n = 0; n < cohort; n++)
    await desk.put(CLASS, pupilRecord, `pupil${n}`, {
      localId: `P-${n}`,
      first: 'Moss',
      last: `Marblebag ${n}`,
      yearGroup,
      prior: BANDS[n % 3],
    })
  return desk
}

async function drawIn(subject: string, year = 'Year 6') {
  await userEvent.type(await screen.findByRole('textbox', { name: 'Subject' }), subject)
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Year group' }), year)
}

describe('moderation', () => {
  it('C33: primary maths takes one script in ten, rounded up, each by number and not by name', async () => {
    const desk = await deskWith(21)
    const { where } = await showAt(desk, '/qla/moderation', SCREENS)
    await drawIn('Maths')
    expect(screen.getByRole<HTMLInputElement>('radio', { name: '10%' }).checked).toBe(true)
    expect(screen.queryByRole('checkbox', { name: /^A trend of concern/ })).toBeNull()
    await userEvent.click(await screen.findByRole('button', { name: 'Draw 3 scripts of 21' }))
    await screen.findByRole('heading', { level: 1, name: 'Maths, Year 6' })
    expect(where()).toMatch(new RegExp(`^/qla/moderation/${HERE}/${YEAR}/`))
    expect(await desk.kept(SAMPLES, judgementRecord)).toHaveLength(3)
    expect(
      screen.getAllByRole('rowheader').every((row) => /^P-\d+$/.test(row.textContent.trim())),
    ).toBe(true)
    expect(document.body.textContent).not.toContain('Marblebag')
  })

  it('C34: a subject of concern takes more than one in ten, marked outside the trust too', async () => {
    await showAt(await deskWith(20, 9), '/qla/moderation', SCREENS)
    await drawIn('History', 'Year 9')
    expect(screen.getByText(/^The trust asks for no sample here/)).toBeTruthy()
    await userEvent.click(screen.getByRole('checkbox', { name: /^A trend of concern/ }))
    const external = { name: 'Over 10%, and external' }
    expect(screen.getByRole<HTMLInputElement>('radio', external).checked).toBe(true)
    expect(await screen.findByRole('button', { name: 'Draw 3 scripts of 20' })).toBeTruthy()
  })

  it('where two judgements differ it says so, and more scripts may be drawn', async () => {
    const desk = await deskWith(20)
    const round = { subject: 'Maths', yearGroup: 6, cohort: 20, rule: '10', drawnOn: '2026-11-24' }
    await desk.put(SAMPLES, moderationRecord, 'round1', { ...round, method: 'Random' })
    for (const n of [3, 4])
      await desk.put(SAMPLES, judgementRecord, `j${n}`, { round: 'round1', localId: `P-${n}` })
    await showAt(desk, `/qla/moderation/${HERE}/${YEAR}/round1`, SCREENS)
    const pick = async (who: string, id: string, label: string) =>
      userEvent.selectOptions(await screen.findByRole('combobox', { name: `${who}: ${id}` }), label)
    await pick('Teacher', 'P-3', 'EXS')
    await pick('Moderator', 'P-3', 'WTS')
    const script = screen.getByRole('rowheader', { name: /^P-3/ })
    expect(within(script).getByText('They differ')).toBeTruthy()
    expect(screen.getByText(/^Agreed on 0 of 1 \(0\.0%\)/)).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: 'Extend the sample by 2 scripts' }))
    expect(screen.getAllByText('Extended')).toHaveLength(2)
    expect(await desk.kept(SAMPLES, judgementRecord)).toHaveLength(4)
  })

  it('a sample of another school, or none, says so and leads back', async () => {
    await showAt(await deskWith(0), `/qla/moderation/900002/${YEAR}/round1`, SCREENS)
    const link = await screen.findByRole('link', { name: 'See the samples' })
    expect(link.getAttribute('href')).toBe('/qla/moderation')
  })
})
