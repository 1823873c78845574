import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { contentDigest } from '../../src/crdt/canonical.ts'
import { DAMAGES } from './support/damage.ts'
import { digestsOn } from './support/device-store.ts'
import { digestAt, mergedOf, rowsOf, textsAt, textsIn } from './support/relay-rows.ts'
import {
  expectChecked,
  expectSaved,
  expectWhere,
  goTo,
  noteBox,
  openCapture,
  openMyNotes,
  readySinceYesterday,
  readyWithPack,
  ready,
  saved,
  writeNote,
} from './support/screens.ts'
import type { Tablet } from './support/tablet.ts'
import { expect, test } from './support/world.ts'

const TO_SEND = /^On this device: \d+ to send$/

/** Caps the browser's storage, or lifts the cap. */
async function quota(tablet: Tablet, quotaSize?: number) {
  const devtools = await tablet.devtools()
  const origin = tablet.air.url
  // The cap ends with the session that set it, so the session is left open.
  await devtools.send('Storage.overrideQuotaForOrigin', {
    origin,
    ...(quotaSize !== undefined && { quotaSize }),
  })
}

async function copyOut(page: Page): Promise<string> {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Copy out unsent work' }).click()
  return (await download).path()
}

/** A document as the rows in a copy make it. */
function carriedIn(file: string, doc: string) {
  const { rows } = JSON.parse(readFileSync(file, 'utf8')) as {
    rows: { doc: string; bytes: string }[]
  }
  const own = rows.filter((row) => row.doc === doc)
  return mergedOf(own.map(({ bytes }) => Buffer.from(bytes, 'base64')))
}

async function bringIn(page: Page, file: string) {
  await goTo(page, 'This device')
  await page.getByLabel('The copy to bring in').setInputFiles({
    name: 'corridor-copy.json',
    mimeType: 'application/json',
    buffer: readFileSync(file),
  })
}

test('Two windows: the second says so, takes over in the middle of a word, and nothing is lost', async ({
  world,
}) => {
  const tablet = await world.tablet()
  const first = await readyWithPack(tablet, 'p04')
  await openCapture(first)
  await noteBox(first).pressSequentially('Begun in the first win')
  const second = await tablet.secondTab('/')
  const notice = 'Corridor is open in another window'
  await expect(second.getByText(notice)).toBeVisible()
  await expect(first.getByText(notice)).toHaveCount(0)

  await noteBox(first).pressSequentially('dow')
  // At once: what was typed just now is still on its way to the disk.
  await second.getByRole('button', { name: 'Type here instead' }).click()
  await expect(second.getByText(notice)).toHaveCount(0)
  await expect(first.getByText(notice)).toBeVisible()
  await expect(noteBox(first)).not.toBeEditable()

  await openMyNotes(second)
  await second.getByRole('article').getByRole('link').click()
  await expect(noteBox(second)).toHaveValue('Begun in the first window')
  await noteBox(second).press('End')
  await noteBox(second).pressSequentially(', ended in the second.')
  await expectSaved(second)
  await expectChecked(second)
  const whole = 'Begun in the first window, ended in the second.'
  expect(textsAt(world.relay, world.notesOf('p04'))).toEqual([whole])
  await openMyNotes(first)
  await expect(first.getByRole('article')).toContainText(whole)
})

test('T11: the browser clears the store of an open app: it is said, and kept words are saved again', async ({
  world,
}) => {
  const tablet = await world.tablet()
  const page = await readySinceYesterday(tablet, 'p04')
  await expectChecked(page)
  tablet.air.set('cut')
  await writeNote(page, { text: 'Written before the store was cleared.' })
  const devtools = await tablet.devtools()
  const origin = tablet.air.url
  await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' })
  await expect(page.getByText(/^The browser cleared this device’s store/)).toBeVisible()

  await noteBox(page).press('End')
  await noteBox(page).pressSequentially(' And a word after.')
  await expectSaved(page)
  await expectWhere(page, TO_SEND)
  await tablet.off()
  await tablet.on()
  await openMyNotes(tablet.page)
  const whole = 'Written before the store was cleared. And a word after.'
  await expect(tablet.page.getByText(whole)).toBeVisible()
  tablet.air.set('open')
  await expectChecked(tablet.page, 40_000)
  expect(textsAt(world.relay, world.notesOf('p04'))).toEqual([whole])
})

for (const [what, damage] of Object.entries(DAMAGES))
  test(`T11: ${what}: the loss is seen and said, and the trust's copy comes back`, async ({
    world,
  }) => {
    const tablet = await world.tablet()
    const page = await readySinceYesterday(tablet, 'p04')
    await writeNote(page, { text: 'This one was sent.' })
    await expectChecked(page)
    tablet.air.set('cut')
    await writeNote(page, { text: 'This one was not.' })
    await expectWhere(page, TO_SEND)
    await tablet.off()

    damage(tablet)
    tablet.air.set('open')
    const again = await tablet.on()
    await expectWhere(again, 'Needs you: something is missing')
    await goTo(again, 'This device')
    await expect(
      again.getByText(/can no longer be read\. The browser lost or damaged them\.$/),
    ).toBeVisible()
    await openMyNotes(again)
    await expect(again.getByText('This one was sent.')).toBeVisible()
    await expect(again.getByText('This one was not.')).toHaveCount(0)

    await writeNote(again, { text: 'And work goes on.' })
    await expect
      .poll(() => textsAt(world.relay, world.notesOf('p04')).sort(), { timeout: 20_000 })
      .toEqual(['And work goes on.', 'This one was sent.'])
    const doc = world.notesOf('p04')
    await expect
      .poll(async () => (await digestsOn(again, 'p04'))[doc], { timeout: 20_000 })
      .toBe(digestAt(world.relay, doc))
  })

test('T12: a full device: it is said in words, the text stays, a copy can be carried out, and it is saved when there is room', async ({
  world,
}) => {
  const tablet = await world.tablet()
  const page = await readyWithPack(tablet, 'p04')
  tablet.air.set('cut')
  await writeNote(page, { text: 'Before the device was full.' })
  await quota(tablet, 1)
  await openCapture(page)
  // A browser goes by its last look at the disk for half a minute, and takes words until then.
  let text = 'Typed on a device that is full'
  await noteBox(page).pressSequentially(text)
  await expect(async () => {
    await noteBox(page).pressSequentially(' and full')
    text += ' and full'
    await expectWhere(page, 'Needs you: device is full', 500)
  }).toPass({ timeout: 60_000 })
  await expect(
    page.getByText('This device is full, so new words cannot be saved on it.'),
  ).toBeVisible()
  await expect(saved(page)).toHaveAttribute('data-saved', 'not-saved')
  await expect(noteBox(page)).toHaveValue(text)

  await page.getByRole('link', { name: 'Copy out' }).click()
  const doc = world.notesOf('p04')
  expect(textsIn(carriedIn(await copyOut(page), doc)).sort()).toEqual([
    'Before the device was full.',
    text,
  ])

  await quota(tablet)
  await expectWhere(page, TO_SEND)
  await page.reload()
  await openMyNotes(page)
  await expect(page.getByText(text)).toBeVisible()
  tablet.air.set('open')
  await expectChecked(page, 40_000)
  expect(textsAt(world.relay, doc).sort()).toEqual(['Before the device was full.', text])
})

test('A copy carried to another tablet is the same work, sent once, and only under its own name', async ({
  world,
}) => {
  const broken = await world.tablet()
  const page = await readyWithPack(broken, 'p04')
  broken.air.set('cut')
  await writeNote(page, { text: 'Carried in a file.', question: 1, kind: 'Read' })
  await writeNote(page, { text: 'And this one too.', question: 3 })
  await goTo(page, 'This device')
  const doc = world.notesOf('p04')
  const file = await copyOut(page)
  // From the file itself: the cache of the document may be a moment behind the journal.
  const before = contentDigest(carriedIn(file, doc))
  const copy = readFileSync(file)

  const other = await world.tablet()
  const somebody = await ready(other, 'p05')
  await bringIn(somebody, file)
  await expect(somebody.getByText(/^This copy holds the work of Rufus Candlestick\./)).toBeVisible()
  expect(rowsOf(world.relay, doc)).toEqual([])
  await other.end()
  expect(readFileSync(file).equals(copy)).toBe(true)

  const fresh = await world.tablet()
  const mine = await readyWithPack(fresh, 'p04')
  await bringIn(mine, file)
  await expect(mine.getByText(/^\d+ changes? brought in\.$/)).toBeVisible()
  await expectChecked(mine)
  expect(digestAt(world.relay, doc)).toBe(before)
  expect(textsAt(world.relay, doc).sort()).toEqual(['And this one too.', 'Carried in a file.'])

  const rows = rowsOf(world.relay, doc).length
  await bringIn(mine, file)
  await expect(mine.getByText(/^Nothing new in this copy\./)).toBeVisible()
  // The broken tablet finds its signal after all: nothing comes twice.
  broken.air.set('open')
  await expectChecked(page, 40_000)
  expect(rowsOf(world.relay, doc)).toHaveLength(rows)
  expect(digestAt(world.relay, doc)).toBe(before)
})
