import type { Page } from '@playwright/test'
import { marksOf } from '../../src/crdt/marks.ts'
import { qlaCase } from '../helpers/qla-case.ts'
import { documentAt } from './support/relay-rows.ts'
import { away, cellInUse, cellsOf, fileOf, toQuestionAnalysis } from './support/qla-steps.ts'
import { expectChecked, ready } from './support/screens.ts'
import { expect, test } from './support/world.ts'

// What is there is what these tests bring in.
test.use({ bare: true })

const GCSE = 'gcse-maths-higher'
const QUESTIONS = 28
const SAT = 30

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()
const box = (page: Page, name: string | RegExp) => page.getByRole('textbox', { name, exact: true })

async function bring(page: Page, file: string, what: string) {
  await page.getByLabel('Choose a spreadsheet').setInputFiles(fileOf(file, GCSE))
  await press(page, `Bring in ${what}`)
  await expect(page.getByText(`${what} brought in`)).toBeVisible()
}

/** A secondary paper with its objectives, graded together with two others. */
async function setUp(page: Page, paper: string) {
  await toQuestionAnalysis(page)
  await page.getByRole('link', { name: 'Papers' }).click()
  await press(page, 'New paper')
  await box(page, 'Name of the paper').fill(paper)
  await page.getByRole('link', { name: 'Bring in or paste questions' }).click()
  await bring(page, 'items.csv', `${QUESTIONS} questions`)
  await page.getByRole('link', { name: 'See the paper' }).click()
  await page
    .getByRole('combobox', { name: 'Scale of new boundaries' })
    .selectOption({ label: 'Grades 9 to 1' })
  await press(page, 'Add boundaries')
  await box(page, 'Out of').fill('240')
  for (const [grade = '', least = ''] of cellsOf('boundaries.csv', GCSE))
    await box(page, `${grade}: from`).fill(least)
  await press(page, 'I have checked these')
  await toQuestionAnalysis(page)
  await page.getByRole('link', { name: 'Classes' }).click()
  await page.getByRole('link', { name: 'Bring in pupils' }).click()
  await bring(page, 'pupils.csv', `${SAT + 1} pupils`)
}

async function begin(page: Page, paper: string) {
  await toQuestionAnalysis(page)
  await page.getByRole('link', { name: 'Start with a paper' }).first().click()
  await page.getByRole('combobox', { name: 'Paper' }).selectOption({ label: paper })
  await page.getByRole('combobox', { name: 'Class' }).selectOption({ label: '11A/Ma1' })
  await press(page, 'Enter marks')
  await expect(cellInUse(page)).toBeFocused()
  await page.getByRole('main').getByRole('link', { name: paper }).click()
  for (const name of ['Paper 2H', 'Paper 3H']) {
    await box(page, 'Name of the other paper').fill(name)
    await box(page, 'Its marks').fill('80')
    await press(page, 'Add this paper')
  }
  await page.getByRole('main').getByRole('link', { name: 'Enter marks' }).first().click()
  await expect(cellInUse(page)).toBeFocused()
}

/** The pile, and each pupil's totals of the other two papers. */
async function typeAll(page: Page) {
  const rows = cellsOf('pupils.csv', GCSE)
    .map(([id = '', last = '', first = '']) => ({ id, name: `${first} ${last}`, last, first }))
    .sort((a, b) => a.last.localeCompare(b.last) || a.first.localeCompare(b.first))
  const absent = rows.findIndex(({ id }) => id === 'QB11-09')
  await away(page, absent, rows[absent]?.name ?? '', 'Absent')
  const marks = new Map(cellsOf('marks.csv', GCSE).map(([id = '', ...row]) => [id, row]))
  const totals = new Map(cellsOf('totals.csv', GCSE).map(([id = '', ...row]) => [id, row]))
  await cellInUse(page).focus()
  await page.keyboard.press('Control+Home')
  for (const { id } of rows)
    for (const mark of marks.get(id) ?? []) if (mark !== '') await page.keyboard.press(mark)
  await expect(page.getByText(`${SAT * QUESTIONS} of ${SAT * QUESTIONS} marks in`)).toBeVisible()
  await page.keyboard.press('Control+Home')
  for (const { id, name } of rows) {
    const about = page.getByRole('region', { name })
    for (const [n, total] of (totals.get(id) ?? []).entries())
      if (total !== '')
        await about.getByRole('textbox', { name: `Paper ${n + 2}H: total, out of 80` }).fill(total)
    await cellInUse(page).focus()
    await page.keyboard.press('ArrowDown')
  }
}

test('any paper: a secondary one with its class and boundaries comes in by plain tables, and its figures are those worked out apart', async ({
  world,
}) => {
  test.setTimeout(300_000)
  const tablet = await world.tablet()
  const page = await ready(tablet, 'p20')
  const { paper, expected } = await qlaCase(GCSE)
  await setUp(page, paper.name)
  await begin(page, paper.name)
  await typeAll(page)
  const [, , urn, year, sitting] = new URL(page.url()).pathname.split('/')
  await page.getByRole('main').getByRole('link', { name: paper.name }).click()
  await page.getByRole('link', { name: 'See the picture' }).click()

  await expect(page.getByText(`${expected.sat} of ${expected.cohort} pupils`)).toBeVisible()
  await expect(page.getByText(`${expected.mean} of ${expected.max}, of`)).toBeVisible()
  const areas = page.getByRole('region', { name: 'Areas of the paper' }).getByRole('row')
  const said = (await areas.allInnerTexts()).slice(1)
  for (const [at, code] of expected.focus.entries()) {
    const share = Number(/(\d+\.\d)%/.exec(said[at] ?? '')?.[1])
    expect(said[at]).toMatch(new RegExp(`^${code}\\s`))
    expect(Math.abs(share - (expected.domain[code]?.facility ?? 0) * 100)).toBeLessThan(0.11)
  }
  const groups = page.getByRole('region', { name: 'Groups of the class' })
  for (const [name, { n, atStandard }] of Object.entries(expected.groups)) {
    const row = groups
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name, exact: true }) })
    await expect(row.getByRole('cell').first()).toHaveText(String(n))
    await expect(row.getByRole('cell').last()).toHaveText(`${atStandard} of ${n}`)
  }

  await page.getByRole('link', { name: 'Grades' }).click()
  await press(page, 'Update the grades')
  const rows = page.getByRole('region', { name: 'Grades of the class' }).getByRole('row')
  await expect(rows).toHaveCount(SAT + 1)
  const grades = new Map<string, number>()
  for (const row of (await rows.all()).slice(1)) {
    const grade = (await row.getByRole('cell').nth(3).innerText()).trim()
    grades.set(grade, (grades.get(grade) ?? 0) + 1)
  }
  expect(Object.fromEntries(grades)).toEqual(expected.grades)
  await expectChecked(page, 60_000)
  // Its own marks, and two totals of each pupil.
  const kept = marksOf(documentAt(world.relay, `qla/${urn}/${year}/${sitting}`), 'marks')
  expect(kept.size).toBe(SAT * QUESTIONS + SAT * 2)
})
