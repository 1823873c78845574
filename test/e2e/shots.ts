import { mkdirSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { everyScreen, someNotes } from './support/every-screen.ts'
import { expectChecked, expectWhere, noteBox, openCapture, signIn } from './support/screens.ts'
import { World } from './support/world.ts'

/*
 * Every screen at three sizes, light and dark, into screenshots/: npm run shots [-- NAME]
 * With a name, only the screens whose name holds it.
 */
const SIZES = [
  [1024, 768],
  [768, 1024],
  [390, 844],
] as const
const only = process.argv[2] ?? ''

async function shoot(page: Page, name: string) {
  if (!name.includes(only)) return
  for (const [width, height] of SIZES) {
    await page.setViewportSize({ width, height })
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.screenshot({ path: `screenshots/${name}-${width}-${colorScheme}.png` })
    }
    if (width === 390) {
      await page.emulateMedia({ colorScheme: 'light' })
      await page.screenshot({ path: `screenshots/${name}-${width}-whole.png`, fullPage: true })
    }
  }
  await page.setViewportSize({ width: 1024, height: 768 })
}

mkdirSync('screenshots', { recursive: true })
const world = await World.begin({ time: '09:32' })
try {
  const tablet = await world.tablet()
  const fresh = await tablet.on()
  await fresh.getByRole('button', { name: 'Go in as Rufus' }).waitFor()
  await shoot(fresh, 'sign-in')
  const page = fresh
  await signIn(page, 'p04')
  await expectChecked(page)
  await shoot(page, 'today-empty')
  await someNotes(page)
  for (const { name, open } of everyScreen(world.review)) {
    await open(page)
    await shoot(page, name)
  }
  tablet.air.set('cut')
  await openCapture(page)
  await noteBox(page).pressSequentially('Typed in the playground with no signal at all.')
  await expectWhere(page, /^On this device/)
  await shoot(page, 'capture-offline')
  await page.getByRole('navigation').getByRole('link', { name: 'This device' }).click()
  await shoot(page, 'this-device-offline')
  await page.getByRole('navigation').getByRole('link', { name: 'Today' }).click()
  await page.getByRole('button', { name: 'Tell the DSL now' }).first().click()
  await shoot(page, 'tell-the-dsl')
  const other = await world.tablet()
  const outsider = await other.on()
  await outsider.getByRole('button', { name: 'Go in as Juno' }).click()
  await outsider.getByRole('heading', { level: 1, name: 'Today' }).waitFor()
  await shoot(outsider, 'today-no-review')
} finally {
  await world.end()
}
