// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { chooseTable, LONG } from '../../../../test/helpers/bring-table.ts'
import { qlaDesk, type QlaDesk, showAt } from '../../../../test/helpers/qla-desk.tsx'
import { printOf } from '../../../domain/qla/boundaries.ts'
import {
  boundaryQaRecord,
  boundaryRecord,
  boundarySetRecord,
  comparisonRecord,
  paperItemRecord,
  paperRecord,
} from '../../../domain/qla/paper.ts'
import CompareScreen from './compare-screen.tsx'
import PaperScreen from './paper-screen.tsx'

afterEach(cleanup)

const AT = '/qla/papers/one/paper1'
const SCREENS = {
  '/qla/papers/one/$paper': PaperScreen,
  '/qla/papers/one/$paper/compare': CompareScreen,
}
const CHECKED = printOf({ scale: '9-1', outOf: 3, thresholds: [{ label: '4', min: 2 }] })

/** A paper of two questions, with boundaries. */
async function library(role: string): Promise<QlaDesk> {
  const desk = await qlaDesk('p20', role)
  await desk.put('papers', paperRecord, 'paper1', { name: 'Autumn', subject: 'Maths' })
  for (const [n, max] of [
    [0, 1],
    [1, 2],
  ] as const)
    await desk.put('papers', paperItemRecord, `item${n}`, {
      paper: 'paper1',
      n,
      q: `${n + 1}`,
      max,
    })
  const head = { name: 'Autumn', papers: ['paper1'], scale: '9-1', outOf: 3, year: '2026' }
  await desk.put('papers', boundarySetRecord, 'set1', head)
  await desk.put('papers', boundaryRecord, 'line1', { set: 'set1', label: '4', min: 2 })
  return desk
}

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))

describe('checks of boundaries', () => {
  it('C30 lie where only an AP Achievement writes; one among papers or settings counts for nothing', async () => {
    const desk = await library('AP Achievement')
    const check = { set: 'set1', checked: CHECKED, on: '2026-11-24' }
    await desk.put('papers', boundaryQaRecord, 'forged', check)
    await desk.put('achievement', boundaryQaRecord, 'forged', check)
    await showAt(desk, AT, SCREENS)
    expect(await screen.findByText('Not checked yet')).toBeTruthy()
    press('I have checked these')
    expect(await screen.findByText(/^Checked by /)).toBeTruthy()
    expect(await desk.kept('boundary-checks', boundaryQaRecord)).toMatchObject([
      { set: 'set1', checked: CHECKED, by: 'p20' },
    ])
    fireEvent.change(screen.getByRole('textbox', { name: /^Out of/ }), { target: { value: '4' } })
    expect(await screen.findByText('Not checked yet')).toBeTruthy()
  })

  it('C30 are not for a subject lead, who may write everything else of the paper', async () => {
    await showAt(await library('Subject lead'), AT, SCREENS)
    expect(await screen.findByText('Not checked yet')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'I have checked these' })).toBeNull()
    expect(screen.getByText(/An Assistant Principal in charge of achievement checks/)).toBeTruthy()
  })
})

describe('figures of others', () => {
  it('come from a table under the name of whose they are; what is not on the paper is left out and said', async () => {
    const desk = await library('Subject lead')
    await showAt(desk, `${AT}/compare`, SCREENS)
    expect(await screen.findByText('No figures of others yet')).toBeTruthy()
    fireEvent.change(screen.getByRole('textbox', { name: /^Whose figures/ }), {
      target: { value: 'National 2026' },
    })
    chooseTable('Question,National,Pupils\n1,64%,9000\n2,0.5,\n7,12%,\n')
    const bring = await screen.findByRole('button', { name: 'Bring in 2 figures' }, LONG)
    expect(screen.getByText('1 row names a question that is not on this paper')).toBeTruthy()
    fireEvent.click(bring)
    expect(await screen.findByText('2 figures of National 2026 brought in')).toBeTruthy()
    expect(await desk.kept('papers', comparisonRecord)).toMatchObject([
      { source: 'National 2026', item: 'item0', facility: 0.64, n: 9000 },
      { source: 'National 2026', item: 'item1', facility: 0.5, n: null },
    ])
    expect(screen.getByText('2 of 2 questions')).toBeTruthy()
  })

  it('are typed too; what cannot be read changes nothing, and taking them away empties the list', async () => {
    const desk = await library('Subject lead')
    const figure = { paper: 'paper1', source: 'Trust', item: 'item0', facility: 0.4 }
    await desk.put('papers', comparisonRecord, 'figure1', figure)
    await showAt(desk, `${AT}/compare`, SCREENS)
    const part = within(await screen.findByRole('region', { name: 'Trust' }))
    const box = part.getByRole('textbox', { name: 'Question 1', hidden: true })
    fireEvent.change(box, { target: { value: '1' } })
    expect(part.getByText(/could be 1% or all/)).toBeTruthy()
    expect(await desk.kept('papers', comparisonRecord)).toMatchObject([{ facility: 0.4 }])
    fireEvent.change(box, { target: { value: '45%' } })
    expect(await desk.kept('papers', comparisonRecord)).toMatchObject([{ facility: 0.45 }])
    press('Take away Trust')
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Trust' })).toBeNull())
  })

  it('are for reading to a teacher', async () => {
    const desk = await library('Teacher')
    const figure = { paper: 'paper1', source: 'Trust', item: 'item0', facility: 0.4 }
    await desk.put('papers', comparisonRecord, 'figure1', figure)
    await showAt(desk, `${AT}/compare`, SCREENS)
    expect(await screen.findByText('1: 40%')).toBeTruthy()
    expect(screen.queryByRole('textbox')).toBeNull()
    expect(screen.queryByRole('button', { name: /^Take away/ })).toBeNull()
  })
})
