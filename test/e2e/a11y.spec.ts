import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { everyScreen, headScreens, leadScreens, paint, someNotes } from './support/every-screen.ts'
import { hardStates } from './support/hard-states.ts'
import { qlaScreens } from './support/qla-screens.ts'
import { recordsAt } from './support/relay-rows.ts'
import {
  expectChecked,
  expectInstalled,
  expectSaved,
  noteBox,
  ready,
  readyWithPack,
  signIn,
  where,
  writeNote,
} from './support/screens.ts'
import { repScreens } from './support/rep-screens.ts'
import { workScreens } from './support/work-screens.ts'
import { expect, test } from './support/world.ts'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** The rules that look at colours: in dark the page differs from the one in light by nothing else. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block']

type Scheme = 'light' | 'dark'
const BOTH: readonly Scheme[] = ['light', 'dark']

/** What axe finds on the page as it stands: by every rule in the first scheme, by those of colours in the next. */
async function findings(
  page: Page,
  screen: string,
  schemes: readonly Scheme[] = BOTH,
): Promise<string[]> {
  const found: string[] = []
  for (const [index, colorScheme] of schemes.entries()) {
    await paint(page, colorScheme)
    // What a bar that stays in sight half covers depends on how far the page happened to be scrolled.
    await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }))
    // No frames anywhere: what is for them opens a page more at each look.
    const axe = new AxeBuilder({ page }).setLegacyMode()
    const { violations } = await (
      index === 0 ? axe.withTags(TAGS) : axe.withRules(OF_COLOURS)
    ).analyze()
    for (const { id, nodes } of violations)
      found.push(
        `${screen}, ${colorScheme}: ${id} at ${nodes.map((n) => n.target.join(' ')).join(', ')}`,
      )
  }
  return found
}

/** In parts, so that no test takes minutes. */
const PARTS = [1, 2, 3, 4]

const LIGHT_FIRST = BOTH
const DARK_FIRST: readonly Scheme[] = ['dark', 'light']

/** Each screen in light and in dark; every other part of them with no signal. */
for (const part of PARTS) {
  const signal = part % 2 === 1
  test(`T37 axe finds nothing on any screen, in light and dark, ${signal ? 'with signal' : 'with no signal'}, part ${part} of ${PARTS.length}`, async ({
    world,
  }) => {
    test.slow()
    const tablet = await world.tablet()
    const page = await tablet.on()
    await expect(page.getByRole('button', { name: 'Go in as Rufus' })).toBeVisible()
    const schemes = signal ? LIGHT_FIRST : DARK_FIRST
    const found = part === 1 ? await findings(page, 'sign-in', schemes) : []
    await signIn(page, 'p04')
    await expectInstalled(page)
    await expectChecked(page)
    await someNotes(page)
    await expectChecked(page)
    if (!signal) tablet.air.set('cut')
    const all = everyScreen(world.review)
    const size = Math.ceil(all.length / PARTS.length)
    for (const { name, open } of all.slice((part - 1) * size, part * size)) {
      await open(page)
      found.push(...(await findings(page, name, schemes)))
    }
    expect(found).toEqual([])
  })
}

test('T37 axe finds nothing where a review is prepared, planned and answered', async ({
  world,
}) => {
  test.slow()
  const found: string[] = []
  for (const [person, screens] of [
    ['p03', headScreens(world.review)],
    ['p07', leadScreens(world.review)],
  ] as const) {
    const page = await readyWithPack(await world.tablet(), person)
    if (person === 'p07') await writeNote(page, { text: 'Two ladders on two walls.', question: 2 })
    for (const { name, open } of screens) {
      await open(page)
      found.push(...(await findings(page, name)))
    }
  }
  expect(found).toEqual([])
})

for (const [work, person, screens] of [
  ...workScreens.map((one) => ['walks, checks and visits', ...one] as const),
  ...qlaScreens.map((one) => ['marked papers', ...one] as const),
  ...repScreens.map((one) => ['improvement plans', ...one] as const),
])
  test(`T37 axe finds nothing on what ${work} have left, as ${person}`, async ({ world }) => {
    test.slow()
    const page = await ready(await world.tablet(), person)
    await expectChecked(page, 40_000)
    const found: string[] = []
    for (const { name, open } of screens) {
      await open(page)
      found.push(...(await findings(page, name)))
    }
    expect(found).toEqual([])
  })

test('T37 axe finds nothing where something has gone wrong', async ({ world }) => {
  test.slow()
  const tablet = await world.tablet()
  await readyWithPack(tablet, 'p04')
  const found: string[] = []
  for (const { name, reach } of hardStates)
    found.push(...(await findings(await reach(tablet, world.review), name)))
  expect(found).toEqual([])
  // A part that cannot be fetched and a store that cannot be opened are said in the console too.
  tablet.complaints.length = 0
})

test('T37 somebody who is not on the team finds a next step, and axe nothing', async ({
  world,
}) => {
  const tablet = await world.tablet()
  const page = await ready(tablet, 'p12')
  expect(await findings(page, 'today with no review')).toEqual([])
  await expect(page.getByRole('main').getByRole('link').first()).toBeVisible()
})

/** Presses Tab until the thing that has focus answers to a name. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const seen: string[] = []
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => {
      const at = document.activeElement
      if (at === document.body || at?.tagName === 'MAIN') return ''
      const label = at instanceof HTMLInputElement ? (at.labels?.[0]?.textContent ?? '') : ''
      return `${at?.getAttribute('aria-label') ?? ''} ${label} ${at?.textContent ?? ''}`
    })
    if (name.test(focused)) return
    seen.push(focused.trim().slice(0, 40))
  }
  expect(seen, `no way by keyboard to ${name.source}`).toEqual([])
}

test('T37 from sign-in to a filed note by keyboard alone', async ({ world }) => {
  const tablet = await world.tablet()
  const page = await tablet.on()
  await expect(page.getByRole('button', { name: 'Go in as Rufus' })).toBeVisible()
  await tabTo(page, /Rufus/)
  await page.keyboard.press('Enter')
  await expect(where(page)).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Rookery Pond Primary School' })).toBeVisible()
  await tabTo(page, /New note/)
  await page.keyboard.press('Enter')
  await expect(noteBox(page)).toBeFocused()
  await page.keyboard.type('Pupils named the next step.')
  // One stop for the group; arrows go round it, from the last chip to the first question.
  await tabTo(page, /File later/)
  await page.keyboard.press('ArrowDown')
  await expectSaved(page)
  await tabTo(page, /^\s*Done\s*$/)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation').getByRole('link', { name: 'Today' }).click()
  await page
    .getByRole('main')
    .getByRole('link', { name: /^My notes/ })
    .click()
  await expect(
    page.getByRole('article').filter({ hasText: 'Pupils named the next step.' }),
  ).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Question 1: 1' })).toBeVisible()
})

test('T37 a place of the timetable found and changed by keyboard alone', async ({ world }) => {
  const tablet = await world.tablet()
  const page = await readyWithPack(tablet, 'p07')
  await tablet.go(`/reviews/${world.review}/timetable`)
  await expect(page.getByRole('grid')).toBeVisible()
  // One stop for the whole board; arrows go about in it.
  await tabTo(page, /\d\d:\d\d–\d\d:\d\d|Year|Whole team/)
  for (let i = 0; i < 12; i++) await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: /^Group A, 08:45/ })).toBeFocused()
  await tabTo(page, /What group A does/)
  await page.keyboard.press('End')
  await page.keyboard.type(', from the field')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { name: /^Group A, 08:45/ })).toHaveCount(0)
  const cell = page.getByRole('button', { name: /from the field/ })
  await expect(cell).toBeFocused()
  await expectChecked(page)
  const groups = recordsAt(world.relay, `review/${world.review}`, 'group')
  expect(groups.filter((g) => String(g['activity']).endsWith(', from the field'))).toHaveLength(1)
})
