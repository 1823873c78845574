import type { Page } from '@playwright/test'
import { asideAt } from './support/relay-rows.ts'
import { expectWhere, ready, readyWithPack, signIn, writeNote } from './support/screens.ts'
import { expect, test } from './support/world.ts'

const SAFE = /^Safe at the trust/

/** Everything that a browser keeps of an address. */
const leftIn = (page: Page) =>
  page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(({ name }) => name ?? ''),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    local: Object.keys(localStorage),
  }))
const NOTHING = { databases: [], caches: [], workers: 0, local: [] }

const account = async (page: Page) => {
  await page.getByRole('navigation').getByRole('link', { name: 'Account' }).click()
  await page.getByRole('main').getByRole('link', { name: 'A device is lost' }).click()
  await expect(page.getByRole('heading', { level: 2, name: 'My devices' })).toBeVisible()
}

test('T26 T27 a lost device: reported in under a minute, signed out at once, empty at its next contact', async ({
  world,
}) => {
  const lost = await world.tablet()
  const page = await readyWithPack(lost, 'p04')
  await writeNote(page, { text: 'Sent before the tablet was lost.' })
  await expectWhere(page, SAFE)
  const second = await lost.secondTab()
  await expect(second.getByText('Corridor is open in another window')).toBeVisible()
  await lost.airplane(true)
  await writeNote(page, { text: 'Written after it was lost.' })

  const office = await world.tablet()
  const leader = await ready(office, 'p07')
  const began = Date.now()
  await account(leader)
  await leader
    .getByRole('list', { name: 'Devices of other people' })
    .getByRole('article')
    .filter({ hasText: 'Rufus Candlestick' })
    .getByRole('link')
    .click()
  await leader.getByRole('button', { name: 'Report lost' }).click()
  await leader.getByRole('dialog').getByRole('button', { name: 'Report lost' }).click()
  await expect(leader.getByText(/^Reported lost /)).toBeVisible()
  expect(Date.now() - began).toBeLessThan(60_000)
  const main = leader.getByRole('main')
  await expect(main).toContainText('Notes of Rufus Candlestick: review of Rookery Pond')
  await expect(main).toContainText('used by Rufus Candlestick')
  await expect(leader.getByRole('button', { name: 'Save the report' })).toBeVisible()

  await lost.airplane(false)
  const told = page.getByRole('heading', { name: 'This device was reported lost' })
  await expect(told).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText('The work on this device is deleted')).toBeVisible({
    timeout: 20_000,
  })
  await expect(second.getByRole('heading', { name: 'Your work is off this device' })).toBeVisible()
  await expect.poll(() => leftIn(page)).toEqual(NOTHING)
  expect(await lost.context.cookies()).toEqual([])
  // What it had not sent lies in the quarantine, with the reason.
  const aside = asideAt(world.relay)
  expect(aside.map(({ reason }) => reason)).toContain('device-revoked')
  expect(aside.every(({ person }) => person === 'p04')).toBe(true)
  await leader.reload()
  await expect(leader.getByText(/It found signal and deleted everything/)).toBeVisible()
})

test('T27 on the person’s own word: warned of what is unsent, two windows, a busy store, no signal', async ({
  world,
}) => {
  const tablet = await world.tablet()
  const page = await readyWithPack(tablet, 'p04')
  const second = await tablet.secondTab()
  await expect(second.getByText('Corridor is open in another window')).toBeVisible()
  await tablet.airplane(true)
  await writeNote(page, { text: 'Never sent.' })
  // A store that is busy with something else for a while, in the other window.
  await second.evaluate(() => {
    const open = indexedDB.open('corridor-p04')
    open.onsuccess = () => {
      const db = open.result
      const until = Date.now() + 1500
      const again = () => {
        const tx = db.transaction('meta', 'readwrite')
        tx.objectStore('meta').count()
        tx.oncomplete = () => (Date.now() < until ? again() : db.close())
      }
      again()
    }
  })
  await page.getByRole('navigation').getByRole('link', { name: 'This device' }).click()
  await page.getByRole('button', { name: 'Remove my work from this device' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('heading')).toContainText('would be lost for good')
  await dialog.getByRole('button', { name: /^Delete \d+ change/ }).click()
  await expect(page.getByText('Nothing that you wrote or read')).toBeVisible({ timeout: 20_000 })
  // One thing is left to remember: the sign-in that the trust must still end.
  await expect.poll(() => leftIn(page)).toEqual({ ...NOTHING, local: ['corridor.last'] })
  await tablet.airplane(false)
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Who are you?' })).toBeVisible()
  await expect.poll(async () => (await tablet.context.cookies()).length).toBe(0)
})

test('T27 an anonymous request wipes nothing, and a signed-out device loses nothing', async ({
  world,
}) => {
  const tablet = await world.tablet()
  const page = await readyWithPack(tablet, 'p04')
  await writeNote(page, { text: 'Stays here.' })
  await expectWhere(page, SAFE)
  const answers = await page.evaluate(async () => {
    const device = 'a'.repeat(32)
    const asked = [`/api/devices/${device}/wiped?alone=yes`, `/api/devices/${device}/lost`]
    const all = await Promise.all(asked.map((path) => fetch(path, { method: 'POST' })))
    return all.map((answer) => [answer.status, answer.headers.get('clear-site-data')])
  })
  expect(answers).toEqual([
    [401, null],
    [404, null],
  ])
  await tablet.context.clearCookies()
  await tablet.go('/')
  await expect(page.getByText(/Your sign-in has ended/)).toBeVisible({ timeout: 30_000 })
  expect((await leftIn(page)).databases).toContain('corridor-p04')
  await page.getByRole('link', { name: 'Sign in' }).first().click()
  await signIn(page, 'p04')
  await expectWhere(page, SAFE)
})
