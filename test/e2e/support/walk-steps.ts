import { expect, type Locator, type Page } from '@playwright/test'
import type { Tablet } from './tablet.ts'

const HOLD_MS = 2300

/** A finger that stays on something for as long as "all pass" wants. */
export async function hold(tablet: Tablet, on: Locator): Promise<void> {
  await on.scrollIntoViewIfNeeded()
  const box = await on.boundingBox()
  if (!box) throw new Error('Nothing to hold')
  const devtools = await tablet.devtools()
  const finger = [{ x: box.x + 40, y: box.y + box.height / 2 }]
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: finger })
  await tablet.page.waitForTimeout(HOLD_MS)
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await devtools.detach()
}

/** Starts a monthly walkaround at a school, from wherever one is. */
export async function startWalk(page: Page, school: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: 'Checks' }).tap()
  const card = page.getByRole('article').filter({ hasText: school })
  await card.getByRole('link', { name: 'Start a check' }).tap()
  await page.getByRole('button', { name: 'Start: Monthly walkaround' }).tap()
  await expect(page.getByRole('heading', { level: 1, name: 'Monthly walkaround' })).toBeVisible()
}

export const answer = (page: Page, prompt: string, word: string): Promise<void> =>
  page
    .getByRole('group', { name: new RegExp(`^${prompt}: `) })
    .locator('label')
    .filter({ hasText: new RegExp(`^${word}$`) })
    .tap()

export interface Hazard {
  readonly what: string
  readonly where: string
  readonly colour: 'Red' | 'Amber' | 'Green'
  readonly madeSafe: string
  readonly owner: RegExp
  readonly photos: number
}

/** A picture of the screen does for a photo: it is a real one. */
export async function takePhotos(page: Page, how: number): Promise<void> {
  for (let n = 1; n <= how; n++) {
    const buffer = await page.screenshot()
    const file = { name: `photo-${n}.png`, mimeType: 'image/png', buffer }
    await page.locator('input[type=file]').first().setInputFiles(file)
    await expect(page.getByRole('img', { name: new RegExp(`Photo ${n}\\b`) })).toBeVisible({
      timeout: 20_000,
    })
  }
}

/** The hazard card that a fail opens, filled in and left. */
export async function writeHazard(page: Page, prompt: string, hazard: Hazard): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: `Hazard: ${prompt}` })).toBeVisible()
  await takePhotos(page, hazard.photos)
  await page.getByRole('textbox', { name: 'What is wrong' }).fill(hazard.what)
  await page.getByRole('textbox', { name: 'Where' }).fill(hazard.where)
  await page
    .getByRole('group', { name: 'How bad is it' })
    .locator('label')
    .filter({ hasText: hazard.colour })
    .tap()
  if (hazard.madeSafe !== '')
    await page.getByRole('textbox', { name: 'Made safe now' }).fill(hazard.madeSafe)
  const owner = page.getByRole('combobox', { name: 'Who sees to it' })
  const label = await owner.locator('option').filter({ hasText: hazard.owner }).textContent()
  await owner.selectOption({ label: label ?? '' })
  await page.getByRole('link', { name: /^Back to / }).tap()
}
