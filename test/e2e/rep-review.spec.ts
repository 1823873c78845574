import type { Page } from '@playwright/test'
import { expectChecked, expectWhere, ready } from './support/screens.ts'
import { expect, test } from './support/world.ts'

const REVIEW = '/reps/rookery-pond-rep-1/review/w3'
const WAIT = { timeout: 30_000 }

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()
const chip = (page: Page, name: string) => page.locator('label').filter({ hasText: name }).click()

test('C15 C16: a milestone is reviewed with no signal, nothing is hidden, and the Head agrees from her own tablet', async ({
  world,
}) => {
  const [his, hers] = [await world.tablet(), await world.tablet({ width: 390, height: 844 })]
  const eht = await ready(his, 'p02')
  const head = await ready(hers, 'p03')
  await expectChecked(eht)
  await expectChecked(head)

  await world.relay.kill()
  await his.go(REVIEW)
  await press(eht, 'Begin the review')
  await press(eht, 'Hold the review')
  await expect(eht.getByText('Not held yet')).toBeVisible()
  await chip(eht, 'Primrose Inkwell')
  // Five of this milestone, and one that the review before carried forward.
  const items = eht.getByRole('article')
  await expect(items).toHaveCount(6)
  for (const [n, item] of (await items.all()).entries())
    await item.getByRole('button', { name: n === 3 ? 'Partly met' : 'Met', exact: true }).click()
  await expect(eht.getByRole('list', { name: /^Other items/ }).getByRole('listitem')).toHaveCount(
    10,
  )
  await chip(eht, 'Continue')
  await press(eht, 'Hold the review')
  await expect(eht.getByText('This waits for the trust’s word')).toBeVisible()
  await expect(
    eht.getByRole('list', { name: 'Items carried forward' }).getByRole('listitem'),
  ).toHaveCount(1)
  await expectWhere(eht, /^On this device/)

  await world.relay.run()
  await expect(eht.getByText('“Within 3 weeks” has been reviewed')).toBeVisible(WAIT)
  await hers.go(REVIEW)
  await expect(head.getByText('“Within 3 weeks” has been reviewed')).toBeVisible(WAIT)
  await expect(head.getByRole('button', { name: 'Met', exact: true })).toHaveCount(0)
  await head
    .getByRole('textbox', { name: 'Your word on this review' })
    .fill('The course is in March.')
  await press(head, 'I agree')
  await expect(eht.getByText('The course is in March.')).toBeVisible(WAIT)
  await hers.go('/reps/rookery-pond-rep-1/timeline')
  await expect(head.getByText('Review of “Within 3 weeks”: Continue')).toBeVisible()
})
