// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { type QlaCase, qlaCase } from '../../../../test/helpers/qla-case.ts'
import {
  AT,
  laySitting,
  type Laid,
  qlaDesk,
  type QlaDesk,
  showAt,
  SITTING,
} from '../../../../test/helpers/qla-desk.tsx'
import { areaRecord, reteachRecord, retestRecord } from '../../../domain/qla/follow-up.ts'
import { qlaSettingsRecord } from '../../../domain/qla/settings.ts'
import { enteredRecord, gradeRecord } from '../../../domain/qla/grades.ts'
import GradesScreen from './grades-screen.tsx'

afterEach(cleanup)

const PATH = { '/qla/$urn/$year/$sitting/grades': GradesScreen }

/** An area taught again, and asked again with its last mark in. */
async function followUp(desk: QlaDesk, { first }: QlaCase) {
  const items = [first.items[0]?.key ?? '']
  await desk.put(SITTING, areaRecord, 'area1', { name: 'Areas', items, way: 'whole_class' })
  const taught = { area: 'area1', items, group: [], on: '2026-11-18', teacher: 'p03' }
  await desk.put(SITTING, reteachRecord, 'reteach1', taught)
  await desk.put(SITTING, retestRecord, 'retest1', { items, open: {}, on: '2026-11-20', doneAt: 1 })
}

async function open(folder: string, how: Laid & { followed?: boolean } = {}) {
  const desk = await qlaDesk('p03', 'Head')
  const of = await qlaCase(folder)
  await laySitting(desk, of, { retested: true, ...how })
  if (how.followed !== false) await followUp(desk, of)
  await showAt(desk, `${AT}/grades`, PATH)
  await screen.findByRole('heading', { level: 1, name: 'Grades' })
  return { desk, of }
}

/** Rows of the grades by pupil, cell by cell. */
const rows = (): HTMLTableRowElement[] =>
  [...document.querySelectorAll('table')]
    .filter(({ caption }) => caption?.textContent === 'Pupils who sat the paper')
    .flatMap((table) => [...(table.tBodies[0]?.rows ?? [])])
const update = async () =>
  userEvent.click(
    (await screen.findAllByRole('button', { name: 'Update the grades' }))[0] as Element,
  )
const counted = (values: readonly string[]) =>
  Object.fromEntries([...new Set(values)].map((v) => [v, values.filter((w) => w === v).length]))

describe('grades of a paper', () => {
  it.each([
    ['y8-science', 3],
    ['gcse-maths-higher', 4],
  ] as const)('%s: as many of each grade as were worked out apart', async (folder, at) => {
    const { of, desk } = await open(folder, { retested: false })
    await update()
    expect(counted(rows().map((row) => row.cells[at]?.textContent.trim() ?? ''))).toEqual(
      of.expected.grades,
    )
    expect(await desk.kept(SITTING, gradeRecord)).toHaveLength(of.expected.sat)
  })

  it.each(['ks2-maths', 'y8-science', 'gcse-maths-higher'])(
    '%s: the retest counts by its rule, pupil by pupil, and grades wait to be updated for it',
    async (folder) => {
      const { of } = await open(folder)
      const { totalAfter, meanAfter, sat } = of.expected
      const after = rows().map((row) => Number(row.cells[2]?.textContent))
      expect(after.toSorted((a, b) => a - b)).toEqual(
        Object.values(totalAfter).toSorted((a, b) => a - b),
      )
      const mean = after.reduce((sum, total) => sum + total, 0) / sat
      expect(Math.round(mean * 100) / 100).toBe(meanAfter)
      expect(screen.getByText(/^\d+ grades not as the marks have it: press/)).toBeTruthy()
    },
  )

  it('C48: says how many reached the standard of those who sat it and of the cohort', async () => {
    await open('ks2-maths')
    expect(screen.getByText('26.32 of 40')).toBeTruthy()
    cleanup()
    const { of } = await open('ks2-maths', { retested: false })
    const { atStandard, sat, pctOfSat, cohort, pctOfCohort, near } = of.expected
    expect(
      screen.getByText(
        `${atStandard} of ${sat} who sat it (${pctOfSat.toFixed(1)}%), of ${cohort} in the cohort (${pctOfCohort.toFixed(1)}%)`,
      ),
    ).toBeTruthy()
    const named = screen.getByText('Within 6 marks of it').nextElementSibling?.textContent ?? ''
    expect(named.split(/, | and /)).toHaveLength(near?.pupils.length ?? 0)
  })

  it('names who is near the standard, within the band that the trust set', async () => {
    const { desk } = await open('ks2-maths', { retested: false })
    expect(screen.getByText('Within 6 marks of it')).toBeTruthy()
    await desk.put('achievement', qlaSettingsRecord, 'settings', { nearBand: 1 })
    const label = await screen.findByText('Within 1 mark of it')
    // 56 of 110 are the standard: 55 are within one mark of it, 54 are not.
    expect(label.nextElementSibling?.textContent).toBe('Xylo Xylophone')
  })

  it('C28: with a step missing there is no file and no way to say that grades are entered', async () => {
    await open('y8-science', { followed: false, retested: false })
    await update()
    expect(screen.getByText('Grades cannot be entered yet')).toBeTruthy()
    for (const name of ['Save for the mark book', 'The grades are in the mark book'])
      expect(screen.getByRole('button', { name }).hasAttribute('disabled')).toBe(true)
  })

  it('C30: without checked boundaries no grade is worked out, and the gate says why', async () => {
    await open('y8-science', { boundaries: false })
    expect(screen.getByText(/^No grade boundaries that the Assistant Principal/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Update the grades' })).toBeNull()
    expect(rows()[0]?.textContent).toContain('No checked boundaries')
  })

  it('C31: projected far from current asks for evidence before grades go on', async () => {
    const { desk } = await open('y8-science', { head: { spiral: false } })
    await update()
    const low = rows().find((row) => row.cells[3]?.textContent.trim() === 'WT')
    if (!low) throw new Error('Nobody has WT')
    const [projected] = within(low).getAllByRole('combobox')
    await userEvent.selectOptions(projected as Element, 'GD+')
    expect(screen.getByText(/^Projected far from current without evidence/)).toBeTruthy()
    await userEvent.type(screen.getByRole('textbox', { name: /^Evidence: / }), 'Mock paper')
    expect(screen.queryByText('Grades cannot be entered yet')).toBeNull()
    await userEvent.click(screen.getByRole('radio', { name: 'Go4Schools' }))
    await userEvent.click(screen.getByRole('button', { name: 'The grades are in the mark book' }))
    expect(await screen.findByText('Entered in Go4Schools')).toBeTruthy()
    expect(await desk.kept(SITTING, enteredRecord)).toMatchObject([
      { sentTo: 'Go4Schools', on: '2026-11-24', count: 24, by: 'p03' },
    ])
  })

  it('C35: the matrix of attainers has the nine movements with their labels', async () => {
    await open('y8-science')
    const matrix = within(screen.getByRole('region', { name: 'Movements of attainers' }))
    expect(matrix.getAllByText(/Double positive|Double negative/)).toHaveLength(2)
    expect(matrix.getAllByText(/No gain/)).toHaveLength(3)
  })
})
