import { expectChecked, ready } from './support/screens.ts'
import { recordsAt } from './support/relay-rows.ts'
import { expect, test } from './support/world.ts'
import { widthOf } from './support/picture.ts'

const SCRIPT = '<script>parent.harm = true</script><image href="https://elsewhere.example/x.png"/>'
const DRAWING = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 300" width="900" height="300">${SCRIPT}<rect width="900" height="300" fill="#264"/></svg>`
const drawing = { name: 'logo.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(DRAWING) }
const noPicture = { name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from('not a picture') }

test('the trust’s logo is set with no signal by a leader, redrawn, and taken away again', async ({
  world,
}) => {
  const tablet = await world.tablet()
  const page = await ready(tablet, 'p01')
  await tablet.go('/account')
  await page.getByRole('link', { name: 'Name and logo of the trust' }).click()
  const logo = page.getByRole('img', { name: 'The trust’s logo as it stands on letters' })
  await expect(logo).toBeVisible()
  const before = await logo.getAttribute('src')
  tablet.air.set('cut')

  const files = page.getByLabel('Choose another logo').and(page.locator('input'))
  await files.setInputFiles(noPicture)
  await expect(page.getByText('This file is no picture that the tablet can open.')).toBeVisible()
  await expect(logo).toHaveAttribute('src', before ?? '')

  await files.setInputFiles(drawing)
  await expect(logo).not.toHaveAttribute('src', before ?? '')
  await expect(page.getByText('This file is no picture')).toHaveCount(0)
  expect(await logo.getAttribute('width')).toBe('240')
  await expect.poll(widthOf(logo)).toBe(600)
  expect(await page.evaluate(() => 'harm' in globalThis)).toBe(false)

  tablet.air.set('open')
  await expectChecked(page, 40_000)
  const kept = () => recordsAt(world.relay, 'trust', 'trust-logo')
  expect(kept()).toMatchObject([{ width: 600, height: 200 }])
  expect(String(kept()[0]?.['picture'])).toMatch(/^data:image\/png;base64,/)

  await page.getByRole('button', { name: 'Take the logo away' }).click()
  await expect(page.getByText('No logo yet')).toBeVisible()
  await expectChecked(page, 40_000)
  expect(kept()).toMatchObject([{ picture: '' }])
})
