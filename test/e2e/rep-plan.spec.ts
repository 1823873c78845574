import type { Page } from '@playwright/test'
import { expectChecked, ready } from './support/screens.ts'
import { expect, test } from './support/world.ts'

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()
const chip = (page: Page, words: string) =>
  page.locator('label').filter({ hasText: words }).first().click()
const type = (page: Page, box: string, words: string) =>
  page.getByRole('textbox', { name: box }).fill(words)
const inDialog = (page: Page, name: string) =>
  page.getByRole('dialog').getByRole('button', { name }).click()

test('B9 C16 a plan is begun and written, issued with no signal, and then stands for everybody', async ({
  world,
}) => {
  test.setTimeout(240_000)
  const [first, second] = [await world.tablet(), await world.tablet({ width: 390, height: 844 })]
  const hettie = await ready(first, 'p02')
  await first.go('/reps')
  await hettie.getByRole('link', { name: 'Begin a plan' }).click()
  await hettie
    .getByRole('combobox', { name: 'School' })
    .selectOption({ label: 'Nettle Copse Primary School' })
  await chip(hettie, 'Education')
  await expect(
    hettie.getByText('This school has had no REPs and no extensions so far.'),
  ).toBeVisible()
  await chip(hettie, 'Otto Thimble')
  await press(hettie, 'Begin the plan')
  await hettie.getByRole('link', { name: 'Write the plan' }).click()
  await press(hettie, 'Begin from: Primary: calm rooms, reading and time')
  await type(hettie, 'Code', 'REP-NCP-1')
  await type(hettie, 'Why the school has this plan', 'What pupils meet differs from room to room.')
  await type(hettie, 'First priority', 'The same calm in every room')
  await type(hettie, 'Success by week 6, for pupils', 'Pupils can say what happens next.')
  await type(hettie, 'The weeks count from', '30/11/2026')
  await hettie.getByLabel('A mentor’s days in a week').selectOption({ label: '0.5 days a week' })
  await hettie
    .getByLabel('Owner of all items without one')
    .selectOption({ label: 'Hettie Marmalade, Executive Headteacher' })
  await press(hettie, 'Name as the owner of 16 items')
  await expect(hettie.getByText('Nothing is missing')).toBeVisible()
  await expect(hettie.getByText('The CEO issues it.', { exact: false })).toBeVisible()
  await expectChecked(hettie)

  const barnaby = await ready(second, 'p01')
  await second.go('/reps')
  await barnaby.getByRole('link', { name: 'REP-NCP-1' }).click()
  await barnaby.getByRole('link', { name: 'Go on writing' }).click()
  await expect(barnaby.getByText('Nothing is missing')).toBeVisible()
  await expectChecked(barnaby)
  await second.airplane(true)
  await press(barnaby, 'Issue the plan')
  await inDialog(barnaby, 'Issue it')
  await expect(barnaby.getByText('Issuing the plan: waits for the trust’s word')).toBeVisible()
  await second.airplane(false)
  await expect(barnaby.getByText('Items and dates are fixed')).toBeVisible({ timeout: 30_000 })

  await expect(hettie.getByText(/Issued by Barnaby Quillfeather, CEO/)).toBeVisible({
    timeout: 30_000,
  })
  await expect(hettie.getByRole('button', { name: /^Change item/ })).toHaveCount(0)
  await hettie.getByRole('main').getByRole('link', { name: 'REP-NCP-1' }).click()
  await expect(hettie.getByText('16 items: 16 not started.')).toBeVisible()
  await hettie.getByRole('link', { name: 'Plan on a page' }).click()
  await expect(hettie.getByRole('article').getByRole('row')).toHaveCount(16 + 3)
})
