import type { Page } from '@playwright/test'
import { expectInstalled, expectWhere } from './support/screens.ts'
import { expect, test } from './support/world.ts'

// Counted from nothing: what is there is what this test has written.
test.use({ bare: true })

const nav = (page: Page, name: string) =>
  page.getByRole('navigation').getByRole('link', { name, exact: true }).click()

const chip = (page: Page, name: string) => page.locator('label').filter({ hasText: name }).click()

test('C40: Compliance plans monthly walkarounds for every school, sees what is due, and marks one done with its evidence, offline', async ({
  world,
}) => {
  const tablet = await world.tablet()
  const page = await tablet.on()
  await page.getByRole('button', { name: 'Go in as Wilhelmina' }).click()
  await nav(page, 'Visits')
  await expect(page.getByRole('heading', { name: 'No visits are planned yet' })).toBeVisible()
  await page.getByRole('main').getByRole('link', { name: 'Plan visits' }).first().click()
  await page.getByRole('button', { name: 'Add: Health and safety walkaround' }).click()
  await expect(page.getByText('Every school. Every month, in the middle.')).toBeVisible()
  await expectWhere(page, /^Safe at the trust/, 20_000)
  await expectInstalled(page)

  await world.relay.kill()
  await nav(page, 'Visits')
  await chip(page, 'By month')
  await page.getByRole('combobox', { name: 'School' }).selectOption('Rookery Pond Primary School')
  const cards = page.getByRole('article')
  await expect(cards.first()).toContainText('Rookery Pond Primary School')
  await cards.first().getByRole('link').click()
  const visit = page.url()
  await page.getByRole('link', { name: 'Start the check' }).click()
  await expect(page.getByRole('button', { name: 'Start: Monthly walkaround' })).toBeVisible()
  await page.goto(visit)
  await chip(page, 'It is done')
  await page.getByRole('button', { name: 'Mark as done' }).click()
  await expect(page.getByRole('alert')).toContainText('Say what shows it')
  await page
    .getByRole('textbox', { name: 'What was done, and where it is kept' })
    .fill('Walked with the site manager; the signed sheet is in the office.')
  await page.getByRole('button', { name: 'Mark as done' }).click()
  await expect(page.getByText('the signed sheet is in the office')).toBeVisible()
  await expectWhere(page, /^On this device: \d+ to send$/)
  await nav(page, 'Visits')
  await chip(page, 'By month')
  await expect(page.getByRole('article').filter({ hasText: 'Done on' })).toHaveCount(1)

  await world.relay.run()
  await expectWhere(page, /^Safe at the trust/, 30_000)
})
