import { readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, type Locator, type Page } from '@playwright/test'

const FILES = path.join(import.meta.dirname, '../../fixtures/qla')
export const fileOf = (name: string, of = 'ks2-maths'): string => path.join(FILES, of, name)

/** A table of the fixtures as rows of cells, without its headings. */
export const cellsOf = (name: string, of?: string): string[][] =>
  readFileSync(fileOf(name, of), 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','))

export const PAPER = 'KS2 maths Paper 1'

const title = (page: Page, name: string): Promise<void> =>
  expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible()

async function bringIn(page: Page, file: string, done: string) {
  await page.getByLabel('Choose a spreadsheet').setInputFiles(fileOf(file))
  const bring = page.getByRole('button', { name: /^Bring in \d+ / })
  const ofClass = page.getByRole('textbox', { name: 'Class, for rows that do not say it' })
  await expect(bring.or(ofClass).first()).toBeVisible({ timeout: 30_000 })
  if (await ofClass.isVisible()) {
    await ofClass.fill('6 Alder')
    await page
      .getByRole('combobox', { name: 'Year group, for rows that do not say it' })
      .selectOption({ label: 'Year 6' })
  }
  await bring.click()
  await expect(page.getByText(done)).toBeVisible({ timeout: 30_000 })
}

export async function toQuestionAnalysis(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: 'Question analysis' }).click()
  await title(page, 'Question analysis')
}

/** A paper with its questions, in the library. */
export async function setUpPaper(page: Page): Promise<void> {
  await toQuestionAnalysis(page)
  await page.getByRole('link', { name: 'Papers' }).click()
  await page.getByRole('button', { name: 'New paper' }).click()
  await page.getByRole('textbox', { name: 'Name of the paper' }).fill(PAPER)
  await page.getByRole('link', { name: 'Bring in or paste questions' }).click()
  await title(page, 'Bring in questions')
  await bringIn(page, 'items.csv', '36 questions brought in')
}

/** The class of the fixture. */
export async function setUpClass(page: Page): Promise<void> {
  await toQuestionAnalysis(page)
  await page.getByRole('link', { name: 'Classes' }).click()
  await page.getByRole('link', { name: 'Bring in pupils' }).click()
  await bringIn(page, 'pupils.csv', '30 pupils brought in')
}

/** From anywhere to the empty grid of that paper and class. */
export async function beginSitting(page: Page): Promise<void> {
  await toQuestionAnalysis(page)
  await page.getByRole('link', { name: 'Start with a paper' }).first().click()
  await page.getByRole('combobox', { name: 'Paper' }).selectOption({ label: PAPER })
  await page.getByRole('combobox', { name: 'Class' }).selectOption({ label: '6 Alder' })
  await page.getByRole('button', { name: 'Enter marks' }).click()
  await title(page, 'Enter marks')
  await expect(page.getByRole('grid')).toBeVisible()
}

/** Says that the pupil in this place of the list did not sit the paper. */
export async function away(page: Page, place: number, pupil: string, status: string) {
  await cellInUse(page).focus()
  await page.keyboard.press('Control+Home')
  for (let row = 0; row < place; row++) await page.keyboard.press('ArrowDown')
  const about = page.getByRole('region', { name: pupil })
  await about.locator('label').filter({ hasText: status }).click()
  await expect(cellInUse(page)).toHaveAttribute('aria-label', status)
}

/** The cell that keys go to. */
export const cellInUse = (page: Page): Locator => page.getByRole('grid').locator('td[tabindex="0"]')

/** Types keys one by one at an even pace, whatever the page does meanwhile. */
export async function typeAt(page: Page, keys: readonly string[], perSecond: number) {
  const began = Date.now()
  for (const [at, key] of keys.entries()) {
    const due = began + (at * 1000) / perSecond
    if (due > Date.now()) await pause(due - Date.now())
    await page.keyboard.press(key)
  }
}
