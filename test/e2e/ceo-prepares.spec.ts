import { leadTo } from './support/lead-to.ts'
import { expectChecked, ready } from './support/screens.ts'
import { expect, test } from './support/world.ts'

const PLAN = {
  id: 'nettle-copse-review',
  urn: '900002',
  lead: 'p07',
  reviewers: ['p03', 'p04', 'p05', 'p07', 'p08'],
  blindFirst: false,
}
const WAIT = { timeout: 20_000 }

test('C7 C3 a CEO who is not on the team finds the review, prepares it, and loses it with the day', async ({
  world,
}) => {
  test.setTimeout(180_000)
  const tablet = await world.tablet()
  const page = await ready(tablet, 'p01')
  const status = await page.evaluate(async (plan) => {
    const body = JSON.stringify({ ...plan, date: new Date(Date.now()).toISOString().slice(0, 10) })
    const headers = { 'content-type': 'application/json' }
    return (await fetch('/api/reviews', { method: 'POST', body, headers })).status
  }, PLAN)
  expect(status).toBe(201)
  await tablet.go('/reviews')
  await page.getByRole('link', { name: /Nettle Copse/ }).click()
  const ways = page.getByRole('navigation', { name: 'In this review' })
  await expect(ways.getByRole('link', { name: 'Prepare' })).toBeVisible(WAIT)
  await expect(ways.getByRole('link', { name: 'New note' })).toHaveCount(0)
  await expect(ways.getByRole('link', { name: 'Read-out' })).toHaveCount(0)
  await ways.getByRole('link', { name: 'Prepare' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await tablet.go(`/reviews/${PLAN.id}/answers`)
  await expect(page.getByRole('heading', { name: 'You are not on this review team' })).toBeVisible()
  await expectChecked(page, 40_000)

  await leadTo(world.relay, PLAN.id, 'on_the_day', world.at('08:05'))
  await tablet.go(`/reviews/${PLAN.id}`)
  await expect(page.getByRole('heading', { name: 'This review is not open to you' })).toBeVisible({
    timeout: 40_000,
  })
  await tablet.go('/reviews')
  await expect(page.getByText('Nettle Copse Primary School').first()).toBeVisible()
  await expect(page.getByRole('link', { name: /Nettle Copse/ })).toHaveCount(0)
})
