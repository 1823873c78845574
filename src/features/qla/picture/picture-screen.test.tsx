// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { qlaCase } from '../../../../test/helpers/qla-case.ts'
import {
  AT,
  COUNTS,
  laySitting,
  qlaDesk,
  showAt,
  SITTING,
} from '../../../../test/helpers/qla-desk.tsx'
import { qlaCountRecord } from '../../../domain/qla/counts.ts'
import { qlaSettingsRecord } from '../../../domain/qla/settings.ts'
import PictureScreen from './picture-screen.tsx'

afterEach(cleanup)

const PATH = { '/qla/$urn/$year/$sitting/picture': PictureScreen }

async function open(folder: string, role = 'Head') {
  const desk = await qlaDesk('p03', role)
  const of = await qlaCase(folder)
  await laySitting(desk, of)
  await showAt(desk, `${AT}/picture`, PATH)
  await screen.findByRole('heading', { level: 1, name: 'The picture' })
  return { desk, of }
}

/** Rows of a table by the first word of their heading: roles of a thousand cells take seconds to ask for. */
function rowsOf(table: string): Map<string, HTMLTableRowElement> {
  const region = screen.getByRole('region', { name: table })
  return new Map(
    [...region.querySelectorAll<HTMLTableRowElement>('tbody tr')].map((row) => [
      row.cells[0]?.firstChild?.textContent ?? '',
      row,
    ]),
  )
}
const textOf = (row: HTMLTableRowElement | undefined, cell: number): string =>
  row?.cells[cell]?.textContent ?? ''

describe('the picture of a paper', () => {
  it('C48: says the mean of those who sat it, beside how many of the cohort those are', async () => {
    await open('ks2-maths')
    expect(screen.getByText('28 of 30 pupils')).toBeTruthy()
    expect(screen.getByText('25.04 of 40, of 28 pupils marked to the end')).toBeTruthy()
  })

  it.each(['ks2-maths', 'y8-science', 'gcse-maths-higher'])(
    '%s: each question and each area carry the share that was worked out apart',
    async (folder) => {
      const { of } = await open(folder)
      const { facility, domain } = of.expected
      // The file has three decimals, the screen three figures.
      const apart = (row: HTMLTableRowElement | undefined, cell: number, share: number): number =>
        Math.abs(Number(/^(\d+\.\d)%/.exec(textOf(row, cell))?.[1]) - share * 100)
      const questions = rowsOf('Questions of the paper')
      const areas = rowsOf('Areas of the paper')
      const differences = [
        ...Object.entries(facility).map(([q, share]) => apart(questions.get(q), 2, share)),
        ...Object.entries(domain).map(([code, area]) => apart(areas.get(code), 1, area.facility)),
      ]
      expect(Math.max(...differences)).toBeLessThan(0.11)
      const marks = Object.entries(domain).map(([code, area]) => [code, String(area.marks)])
      expect(Object.fromEntries([...areas].map(([code, row]) => [code, textOf(row, 2)]))).toEqual(
        Object.fromEntries(marks),
      )
    },
  )

  it('lists the weakest area first, each that is weak by a word besides its bar', async () => {
    const { of } = await open('gcse-maths-higher')
    const areas = within(screen.getByRole('region', { name: 'Areas of the paper' }))
    const names = areas.getAllByRole('rowheader').map(({ textContent }) => textContent)
    expect(names.map((name) => name.slice(0, 3))).toEqual(of.expected.focus)
    expect(areas.getAllByText('Weak area')).toHaveLength(3)
    expect(areas.getByText('29.5%')).toBeTruthy()
  })

  it('greys an area with too few marks to say, puts it last and calls it nothing else', async () => {
    const desk = await qlaDesk('p03', 'Head')
    await desk.put('achievement', qlaSettingsRecord, 'settings', { fewMarks: 30 })
    await laySitting(desk, await qlaCase('ks2-maths'))
    await showAt(desk, `${AT}/picture`, PATH)
    await screen.findByRole('heading', { level: 1, name: 'The picture' })
    const few = await waitFor(() => {
      const [last] = [...rowsOf('Areas of the paper').values()].slice(-1)
      expect(textOf(last, 1)).toContain('Too few marks to say')
      return last
    })
    expect(textOf(few, 1)).not.toContain('Weak area')
    // 28 pupils and one mark: 4F10a would be the weakest.
    const names = [...rowsOf('Areas of the paper').keys()]
    expect(names.indexOf('4F10a')).toBeGreaterThan(names.indexOf('6C7b'))
  })

  it('says of a pile that is half marked that the picture is of half, and leads on', async () => {
    const desk = await qlaDesk('p03', 'Head')
    const of = await qlaCase('y8-science')
    const { first } = of
    const half = first.pupils.length / 2
    const cell = (pupil: number, item: number) =>
      pupil < half ? first.cell(pupil, item) : { value: null, omitted: false, clash: [], by: [] }
    await laySitting(desk, { ...of, first: { ...first, cell } })
    await showAt(desk, `${AT}/picture`, PATH)
    expect(await screen.findByText(/^\d+ of 24 papers are marked to the end$/)).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Go on with the marks' })).toBeTruthy()
    const steps = within(screen.getByRole('list', { name: 'From marks to grades' }))
    expect(steps.getByText('Marks').closest('li')?.textContent).not.toContain('Done')
  })

  it('shows pupils by initials and number, and each kind of cell by a word besides its colour', async () => {
    await open('ks2-maths')
    const map = within(screen.getByRole('region', { name: /^Marks of 28 pupils/ }))
    expect(map.getByRole('rowheader', { name: 'AA Y6-01' })).toBeTruthy()
    expect(map.queryByText(/Acornby/)).toBeNull()
    expect(map.getAllByText('left blank').length).toBeGreaterThan(0)
    expect(map.getAllByText(', full marks').length).toBeGreaterThan(0)
    await userEvent.click(screen.getByRole('radio', { name: 'By total, lowest first' }))
    const totals = map.getAllByRole('rowheader').map((head) => head.nextElementSibling?.textContent)
    const numbers = totals.map((text) => Number.parseInt(text ?? '', 10))
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
  })

  it('shows groups to those who lead, and not to whoever only teaches', async () => {
    await open('ks2-maths')
    const groups = within(screen.getByRole('region', { name: 'Groups of the class' }))
    expect(groups.getByRole('rowheader', { name: 'PPG' }).closest('tr')?.textContent).toContain('9')
    expect(groups.getAllByText(/Too few pupils to say/).length).toBeGreaterThan(0)
    cleanup()
    await open('ks2-maths', 'Teacher')
    expect(screen.queryByRole('region', { name: 'Groups of the class' })).toBeNull()
  })

  it('C51: what goes to the trust has no pupil in it, and small groups are masked', async () => {
    const { desk, of } = await open('y8-science')
    await userEvent.click(screen.getByRole('button', { name: 'Count for the trust' }))
    await screen.findByText(/^Counted /)
    const [count, ...more] = await desk.kept(COUNTS, qlaCountRecord)
    expect(more).toEqual([])
    expect(count).toMatchObject({
      sitting: 'p12-alder-autumn',
      sat: of.expected.sat,
      mean: of.expected.mean,
    })
    const groups = count?.['groups'] as { name: string; n: number | null; mean: number | null }[]
    // Five pupils have PPG: with the others known, five would be known too.
    for (const name of ['PPG', 'Not PPG'])
      expect(groups.find((group) => group.name === name)).toMatchObject({ n: null, mean: null })
    const said = JSON.stringify(count)
    for (const pupil of of.first.pupils)
      for (const word of [pupil.last, pupil.localId]) expect(said).not.toContain(word)
    expect(said).not.toContain(SITTING)
  })

  it('with no paper marked to its end it says so, and leads to the marks', async () => {
    const desk = await qlaDesk('p03', 'Head')
    const of = await qlaCase('y8-science')
    const empty = {
      ...of,
      first: { ...of.first, cell: () => ({ value: null, omitted: false, clash: [], by: [] }) },
    }
    await laySitting(desk, empty)
    await showAt(desk, `${AT}/picture`, PATH)
    const link = await screen.findByRole('link', { name: 'Go on with the marks' })
    expect(link.getAttribute('href')).toBe(`${AT}/enter`)
  })
})
