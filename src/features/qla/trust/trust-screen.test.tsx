// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { qlaDesk, showAt, YEAR } from '../../../../test/helpers/qla-desk.tsx'
import { qlaCountRecord } from '../../../domain/qla/counts.ts'
import TrustScreen from './trust-screen.tsx'

afterEach(cleanup)

const SCREENS = { '/qla/trust': TrustScreen }
const paper = { paper: 'paper1', paperName: 'Year 6 arithmetic', subject: 'Maths', outOf: 40 }
const area = (facility: number | null, n: number | null) => ({
  name: '4F10a',
  marks: 10,
  facility,
  n,
})
const countOf = (sitting: string, domain: ReturnType<typeof area>) => ({
  sitting,
  ...paper,
  yearGroup: 6,
  on: '2026-11-17',
  cohort: 30,
  sat: 28,
  mean: 25,
  standard: '100',
  atStandard: domain.n === null ? null : 15,
  items: [],
  domains: [domain],
  groups: [],
})

async function open(
  ...counts: readonly (readonly [urn: string, fields: ReturnType<typeof countOf>])[]
) {
  const desk = await qlaDesk('p01', 'CEO', null)
  for (const [at, [urn, fields]] of counts.entries())
    await desk.put(`qla-counts/${urn}/${YEAR}`, qlaCountRecord, `count${at}`, fields)
  await showAt(desk, '/qla/trust', SCREENS)
  await screen.findByRole('heading', { level: 1, name: 'Across schools' })
  if (counts.length > 0) await screen.findAllByText('Rookery Pond')
}
const areas = () => within(screen.getByRole('region', { name: 'Areas by school' }))

describe('a paper across schools', () => {
  it('says whom to visit, in the order of names, with no rank and no class', async () => {
    await open(['900001', countOf('s1', area(0.9, 28))], ['900002', countOf('s2', area(0.4, 28))])
    const heads = areas()
      .getAllByRole('columnheader')
      .map(({ textContent }) => textContent)
    expect(heads).toEqual(['Area', 'Nettle Copse', 'Rookery Pond', 'Worth a visit'])
    const [, weaker, stronger, visit] =
      areas().getByRole('rowheader', { name: '4F10a' }).closest('tr')?.cells ?? []
    expect(weaker?.textContent).toContain('40.0%, 28 pupils')
    expect(weaker?.textContent).toContain('Below the others by more than chance')
    expect(stronger?.textContent).toContain('90.0%, 28 pupils')
    expect(visit?.textContent).toBe('Rookery Pond')
  })

  it('C51: shows a masked group as masked, and with one school compares with nobody', async () => {
    await open(['900001', countOf('s1', area(null, null))])
    expect(areas().getByText('Too few pupils to show')).toBeTruthy()
    expect(areas().getByText(/No other school has counted this paper yet/)).toBeTruthy()
    expect(areas().queryByText('Worth a visit')).toBeNull()
    expect(areas().queryByText(/%/)).toBeNull()
    expect(screen.getByText('Masked')).toBeTruthy()
  })

  it('C39: has the lines of the academy card with their dates', async () => {
    await open(['900001', countOf('s1', area(0.9, 28))])
    const card = within(screen.getByRole('region', { name: 'Lines for the academy card' }))
    const row = card.getByRole('rowheader', { name: 'Rookery Pond' }).closest('tr')
    expect(row?.textContent).toContain('% of 28 pupils')
    expect(row?.textContent).toContain('17 November 2026')
    expect(screen.getByRole('button', { name: 'Save for the card' })).toBeTruthy()
  })

  it('with no counts says how they come, and leads on', async () => {
    await open()
    expect(screen.getByText('No school has counted a paper yet')).toBeTruthy()
    expect(screen.getByRole('link', { name: 'See the papers sat' })).toBeTruthy()
  })
})
