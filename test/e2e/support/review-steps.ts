import { expect, type Page } from '@playwright/test'
import { FIRST_NAMES, goTo, type Person } from './screens.ts'

const main = (page: Page) => page.getByRole('main')

export const SCHOOL = 'Rookery Pond Primary School'

/** Opens a review from the list. There may be several of one school: the day tells them apart. */
export async function openReview(page: Page, review: string): Promise<void> {
  await goTo(page, 'Reviews')
  await main(page).locator(`a[href="/reviews/${review}"]`).first().click()
  await expect(page.getByRole('heading', { level: 1, name: SCHOOL })).toBeVisible()
}

export interface Plan {
  /** dd/mm/yyyy */
  readonly date: string
  readonly team: readonly Person[]
  readonly lead: Person
  readonly blindFirst?: boolean
}

/** Plans a review as the head of its school. @returns its id */
export async function planReview(page: Page, plan: Plan): Promise<string> {
  await goTo(page, 'Reviews')
  await main(page).getByRole('link', { name: 'Plan a review' }).first().click()
  await page.getByRole('textbox', { name: /^Date of the review/ }).fill(plan.date)
  const team = page.getByRole('group', { name: 'Who is on the team' })
  for (const person of plan.team) {
    const chip = team.locator('label').filter({ hasText: FIRST_NAMES[person] })
    if (!(await chip.getByRole('checkbox').isChecked())) await chip.click()
  }
  const lead = page.getByRole('combobox', { name: /^Who leads the review/ })
  const label = await lead
    .locator('option')
    .filter({ hasText: FIRST_NAMES[plan.lead] })
    .textContent()
  await lead.selectOption({ label: label ?? '' })
  if (plan.blindFirst === true)
    await page.locator('label').filter({ hasText: 'Blind first' }).click()
  await page.getByRole('button', { name: 'Plan the review' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'The review is planned' })).toBeVisible()
  await page.getByRole('link', { name: 'Open the review' }).click()
  await expect(page.getByRole('heading', { level: 1, name: SCHOOL })).toBeVisible()
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

/** Makes one step of the review from its stages, with a reason where one is asked for. */
export async function makeStep(page: Page, verb: string, reason?: string): Promise<void> {
  await main(page).getByRole('button', { name: verb, exact: true }).click()
  const dialog = page.getByRole('dialog')
  // Where something stands before the step, the failure prints what.
  await expect(dialog).toContainText(`${verb}?`)
  // What colleagues' devices last said takes a moment to come; a person would wait for it too.
  if (reason === undefined) await expect(dialog).not.toContainText('go on?', { timeout: 20_000 })
  else await dialog.getByRole('textbox', { name: 'Reason' }).fill(reason)
  await dialog.getByRole('button', { name: verb, exact: true }).click()
  await expect(dialog).toHaveCount(0)
}

export const expectStage = (page: Page, words: string): Promise<void> =>
  expect(main(page).getByText(words, { exact: true }).first()).toBeVisible({ timeout: 20_000 })

export async function write(page: Page, box: string, text: string): Promise<void> {
  await page.getByRole('textbox', { name: box, exact: true }).fill(text)
}
