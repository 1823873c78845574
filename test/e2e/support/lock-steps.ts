import { expect, type Page } from '@playwright/test'
import { goTo, type Person, FIRST_NAMES, expectInstalled, expectWhere } from './screens.ts'
import type { Tablet } from './tablet.ts'

/** The people of the demonstration, as if they were real: their key may not lie open. */
export async function asRealPeople(tablet: Tablet): Promise<void> {
  await tablet.context.route('**/api/session', async (route) => {
    const response = await route.fetch().catch(() => null)
    if (!response) return route.abort()
    if (response.status() !== 200) return route.fulfill({ response })
    const json = (await response.json()) as object
    return route.fulfill({ response, json: { ...json, demo: false } })
  })
}

export const heading = (page: Page, name: string): Promise<void> =>
  expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible()

export const passphraseBox = (page: Page) =>
  page.getByRole('textbox', { name: 'Passphrase', exact: true })

/** Takes the five words that the app suggests. @returns them */
export async function lockByPassphrase(page: Page): Promise<string> {
  const words = (await page.locator('[data-suggestion]').textContent()) ?? ''
  await passphraseBox(page).fill(words)
  await page.getByRole('textbox', { name: 'The same again' }).fill(words)
  await page.getByRole('button', { name: 'Lock with this passphrase' }).click()
  return words
}

/** A new tablet of a real person, up to the question how it is to be locked. */
export async function toFirstLock(tablet: Tablet, person: Person): Promise<Page> {
  const page = await tablet.on()
  await asRealPeople(tablet)
  await page.getByRole('button', { name: `Go in as ${FIRST_NAMES[person]}` }).click()
  await heading(page, 'Lock this device')
  return page
}

export async function expectReady(page: Page): Promise<void> {
  await heading(page, 'Today')
  await expectInstalled(page)
  await expectWhere(page, /^Safe at the trust/, 20_000)
}

export async function lockNow(page: Page): Promise<void> {
  await goTo(page, 'This device')
  await page.getByRole('button', { name: 'Lock now' }).click()
  await heading(page, 'Locked')
}

export async function unlock(page: Page, words: string): Promise<void> {
  await passphraseBox(page).fill(words)
  await page.getByRole('button', { name: 'Unlock', exact: true }).click()
}

/** To an address without loading the app again, which would lock it. */
export const goInApp = (page: Page, path: string): Promise<void> =>
  page.evaluate((to) => history.pushState({}, '', to), path)
