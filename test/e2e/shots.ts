import { mkdirSync } from 'node:fs'
import type { Page } from '@playwright/test'
import {
  everyScreen,
  headScreens,
  leadScreens,
  paint,
  type Screen,
  someNotes,
} from './support/every-screen.ts'
import { hardStates } from './support/hard-states.ts'
import { qlaScreens } from './support/qla-screens.ts'
import { expectChecked, expectInstalled, ready, readyWithPack, signIn } from './support/screens.ts'
import { repScreens } from './support/rep-screens.ts'
import { workScreens } from './support/work-screens.ts'
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
const wanted = ({ name }: Pick<Screen, 'name'>): boolean => name.includes(only)

async function shoot(page: Page, name: string) {
  if (!wanted({ name })) return
  for (const [width, height] of SIZES) {
    await page.setViewportSize({ width, height })
    for (const colorScheme of ['light', 'dark'] as const) {
      await paint(page, colorScheme)
      await page.screenshot({ path: `screenshots/${name}-${width}-${colorScheme}.png` })
    }
    if (width === 390) {
      await paint(page, 'light')
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
  await expectInstalled(page)
  await expectChecked(page)
  await shoot(page, 'today-empty')
  await someNotes(page)
  for (const { name, open } of everyScreen(world.review).filter(wanted)) {
    await open(page)
    await shoot(page, name)
  }
  await tablet.go('/')
  if (hardStates.some(wanted))
    for (const { name, reach } of hardStates) await shoot(await reach(tablet, world.review), name)
  for (const [person, screens] of [
    ['p03', headScreens(world.review)],
    ['p07', leadScreens(world.review)],
  ] as const) {
    if (!screens.some(wanted)) continue
    const own = await world.tablet()
    const their = await readyWithPack(own, person)
    for (const { name, open } of screens.filter(wanted)) {
      await open(their)
      await shoot(their, name)
    }
  }
  for (const [person, screens] of [...workScreens, ...qlaScreens, ...repScreens]) {
    if (!screens.some(wanted)) continue
    const their = await ready(await world.tablet(), person)
    await expectChecked(their)
    for (const { name, open } of screens.filter(wanted)) {
      await open(their)
      await shoot(their, name)
    }
  }
  const other = await world.tablet()
  const outsider = await other.on()
  await outsider.getByRole('button', { name: 'Go in as Juno' }).click()
  await outsider.getByRole('heading', { level: 1, name: 'Today' }).waitFor()
  await shoot(outsider, 'today-no-review')
} finally {
  await world.end()
}
