import type { Page } from '@playwright/test'
import { ready } from './support/screens.ts'
import { expect, test } from './support/world.ts'

const NAME = 'Signature of the site manager'
const glass = (page: Page, state: string) => page.getByRole('img', { name: `${NAME}: ${state}` })
/** Strokes that are kept, one letter M each. */
const strokes = async (page: Page) =>
  (await page.locator('svg[viewBox="0 0 600 200"] path').getAttribute('d'))?.match(/M/g)?.length

test('a finger and the mouse each leave a line on the glass; it stays when the tablet is turned, and is cleared', async ({
  world,
}) => {
  const tablet = await world.tablet({ touch: true })
  const page = await ready(tablet, 'p13')
  await tablet.go('/kit')
  const pad = glass(page, 'nothing drawn yet')
  await pad.scrollIntoViewIfNeeded()
  const box = await pad.boundingBox()
  if (!box) throw new Error('No glass')
  const [x, y] = [box.x + 40, box.y + 100]

  const finger = await tablet.context.newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', across: number, down: number) =>
    finger.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: type === 'touchEnd' ? [] : [{ x: x + across, y: y + down }],
    })
  await touch('touchStart', 0, 0)
  for (let step = 1; step <= 8; step++) await touch('touchMove', step * 20, step % 2 ? -40 : 20)
  await touch('touchEnd', 0, 0)
  await expect(glass(page, 'signed')).toBeVisible()
  expect(await strokes(page)).toBe(1)

  await page.mouse.move(x + 220, y)
  await page.mouse.down()
  await page.mouse.move(x + 320, y - 30, { steps: 6 })
  await page.mouse.up()
  await expect.poll(() => strokes(page)).toBe(2)

  await page.setViewportSize({ width: 390, height: 844 })
  expect(await strokes(page)).toBe(2)
  // By mouse: on a busy machine a tap is held long enough to become a press that opens a menu.
  await page.getByRole('button', { name: 'Clear the signature' }).click()
  await expect(pad).toBeVisible()
})
