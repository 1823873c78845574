import type { Locator, Page } from '@playwright/test'
import { MINUTE } from './support/clock.ts'
import { Release } from './support/release.ts'
import { textsAt } from './support/relay-rows.ts'
import {
  expectSaved,
  expectWhere,
  goTo,
  noteBox,
  openCapture,
  openMyNotes,
  readyWithPack,
  writeNote,
} from './support/screens.ts'
import type { Tablet } from './support/tablet.ts'
import { expect, test as base, type World } from './support/world.ts'

const test = base.extend<{ release: Release }>({
  // eslint-disable-next-line no-empty-pattern
  release: async ({}, use) => {
    const release = new Release()
    await use(release)
    release.end()
  },
  app: async ({ release }, use) => use(release.dir),
})

/** Asks for a new version now, and says what came of it. */
const lookForUpdate = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration()
    try {
      await registration?.update()
    } catch {
      return 'no answer'
    }
    const { installing, waiting } = registration ?? {}
    if (!installing) return waiting ? 'waiting' : 'nothing new'
    return await new Promise<string>((resolve) => {
      installing.addEventListener('statechange', () => {
        if (installing.state === 'installed') resolve('waiting')
        if (installing.state === 'redundant') resolve('given up')
      })
    })
  })

/** Marks this very load of the page: a reload would take the mark away. */
const markLoad = (page: Page) =>
  page.evaluate(() => void Object.assign(window, { loadedBefore: true }))
const isSameLoad = (page: Page) => page.evaluate(() => 'loadedBefore' in window)

const prompt = (page: Page) => page.getByText('A new version is ready', { exact: true })
const offer = (page: Page) => page.getByRole('button', { name: 'Use it now' })

/** Takes the new version. A tap that came before the reload would be undone by it. */
async function putIn(page: Page, button: Locator) {
  await markLoad(page)
  await button.click()
  await expect.poll(() => isSameLoad(page).catch(() => true), { timeout: 20_000 }).toBe(false)
}

async function expectVersion(page: Page, what: { next: string }, runs: 'old' | 'new') {
  await goTo(page, 'This device')
  const shown = page.getByRole('main').getByText(what.next)
  await expect(page.getByText('Device number')).toBeVisible()
  await expect(shown).toHaveCount(runs === 'new' ? 1 : 0)
}

/** Every screen opens and is the screen, not an apology. */
async function expectWhole(tablet: Tablet, world: World, page = tablet.page) {
  await goTo(page, 'Reviews')
  await page.getByRole('link', { name: 'Rookery Pond Primary School' }).click()
  for (const [link, heading] of [
    ['Team’s notes', 'The team’s notes'],
    ['Who is in', 'Who is in'],
    ['My notes', 'My notes'],
  ] as const) {
    await goTo(page, 'Reviews')
    await page.getByRole('link', { name: 'Rookery Pond Primary School' }).click()
    await page.getByRole('main').getByRole('link', { name: link }).click()
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
  }
  expect(page.url()).toContain(world.review)
}

test('T14: an update of which one file cannot be had: the version before goes on whole', async ({
  world,
  release,
}) => {
  const tablet = await world.tablet()
  const page = await readyWithPack(tablet, 'p04')
  release.publish({ broken: true })
  expect(await lookForUpdate(page)).toBe('given up')
  await expect(prompt(page)).toHaveCount(0)

  tablet.air.set('cut')
  await tablet.newTab()
  await expectVersion(tablet.page, release, 'old')
  await expectWhole(tablet, world)
  await writeNote(tablet.page, { text: 'Written on the version before.' })

  release.mend()
  tablet.air.set('open')
  await expect
    .poll(() => lookForUpdate(tablet.page), { timeout: 30_000, intervals: [1000] })
    .toBe('waiting')
})

test('T14: an update during typing waits, and the last keystroke is there after it', async ({
  world,
  release,
}) => {
  const tablet = await world.tablet()
  const page = await readyWithPack(tablet, 'p04')
  await openCapture(page)
  await noteBox(page).pressSequentially('Begun before the new ver')
  await markLoad(page)
  release.publish()
  expect(await lookForUpdate(page)).toBe('waiting')

  // It is known, and says nothing here.
  const dot = page.getByRole('banner').getByRole('link', { name: 'A new version is ready' })
  await expect(dot).toBeVisible()
  await expect(offer(page)).toHaveCount(0)
  await noteBox(page).pressSequentially('sion, ended on it.')
  await goTo(page, 'Today')
  // Away from the card, but a moment after typing: still not.
  await tablet.setClock(tablet.now + MINUTE / 3)
  await expect(page.getByRole('main').getByRole('link', { name: 'New note' })).toBeVisible()
  await expect(offer(page)).toHaveCount(0)
  expect(await isSameLoad(page)).toBe(true)

  await tablet.setClock(tablet.now + MINUTE)
  await expect(offer(page)).toBeVisible()
  await putIn(page, offer(page))
  await expectVersion(page, release, 'new')
  await openMyNotes(page)
  const whole = 'Begun before the new version, ended on it.'
  await expect(page.getByText(whole)).toBeVisible()
  await expect
    .poll(() => textsAt(world.relay, world.notesOf('p04')), { timeout: 20_000 })
    .toEqual([whole])
})

test('T14: with no signal nothing is looked for in vain, and a version that is here can be put in', async ({
  world,
  release,
}) => {
  const tablet = await world.tablet()
  const page = await readyWithPack(tablet, 'p04')
  tablet.air.set('cut')
  release.publish()
  expect(await lookForUpdate(page)).toBe('no answer')
  await expectVersion(page, release, 'old')

  tablet.air.set('open')
  await expect
    .poll(() => lookForUpdate(page), { timeout: 30_000, intervals: [1000] })
    .toBe('waiting')
  tablet.air.set('cut')
  await writeNote(page, { text: 'Before it is put in.' })
  await goTo(page, 'Today')
  await tablet.setClock(tablet.now + MINUTE)
  await putIn(page, offer(page))
  await expectVersion(page, release, 'new')
  await expectWhole(tablet, world)
  await expectWhere(page, /^On this device: \d+ to send$/)
  await openMyNotes(page)
  await expect(page.getByText('Before it is put in.')).toBeVisible()
})

test('T14: two windows: the one where somebody types is not reloaded by the other', async ({
  world,
  release,
}) => {
  const tablet = await world.tablet()
  const typing = await readyWithPack(tablet, 'p04')
  await openCapture(typing)
  await noteBox(typing).pressSequentially('Typed while the other window ')
  await markLoad(typing)
  const other = await tablet.secondTab('/')
  await expect(other.getByText('Corridor is open in another window')).toBeVisible()
  release.publish()
  expect(await lookForUpdate(other)).toBe('waiting')
  await putIn(other, offer(other))
  await expectVersion(other, release, 'new')

  await noteBox(typing).pressSequentially('took the new version.')
  await expectSaved(typing)
  expect(await isSameLoad(typing)).toBe(true)
  await expect(typing.getByRole('button', { name: 'Load it here' })).toHaveCount(0)
  // The old version's files have gone from the cache: every screen it needs must be in hand.
  await expectWhole(tablet, world, typing)
  expect(await isSameLoad(typing)).toBe(true)

  await tablet.setClock(tablet.now + MINUTE)
  await putIn(typing, typing.getByRole('button', { name: 'Load it here' }))
  await expectVersion(typing, release, 'new')
  await openMyNotes(typing)
  await expect(typing.getByText('Typed while the other window took the new version.')).toBeVisible()
})
