import type { Page } from '@playwright/test'
import { recordsAt } from './support/relay-rows.ts'
import { filesWith, placesWith } from './support/scan.ts'
import {
  expectChecked,
  expectSaved,
  noteBox,
  openCapture,
  readyWithPack,
} from './support/screens.ts'
import type { Tablet } from './support/tablet.ts'
import { expect, test } from './support/world.ts'

const ORDINARY = 'Quixotelantern'
const CONCERN = 'Zephyrbramblewick'
const ABOUT_HEAD = 'Marzipanthistledown'
const CONTROL = 'Pumpernickelcontrol'

const dialog = (page: Page) => page.getByRole('dialog')

async function takeWordsAway(page: Page) {
  await dialog(page).getByRole('button', { name: 'Take these words away' }).click()
  await expect(dialog(page).getByText('The words on your card are gone')).toBeVisible()
}

/** Something of the test's own in the browser's stores: the scan of the files must be able to find it. */
const leaveControl = (page: Page) =>
  page.evaluate(async (words) => {
    localStorage.setItem('control', words)
    const request = indexedDB.open('control', 1)
    request.onupgradeneeded = () => request.result.createObjectStore('rows')
    await new Promise((resolve) => (request.onsuccess = resolve))
    const tx = request.result.transaction('rows', 'readwrite', { durability: 'strict' })
    tx.objectStore('rows').put(new TextEncoder().encode(words), 1)
    await new Promise((resolve) => (tx.oncomplete = resolve))
    request.result.close()
  }, CONTROL)

test('T29 C11 HC11 HC12: words begun on a card before the way out was taken are nowhere any more', async ({
  world,
}) => {
  test.setTimeout(240_000)
  const author: Tablet = await world.tablet()
  const reader: Tablet = await world.tablet()
  const page = await readyWithPack(author, 'p04')
  const team = await readyWithPack(reader, 'p07')
  await reader.go(`/reviews/${world.review}/team`)

  await openCapture(page)
  await noteBox(page).fill(`26 of 28 folders had the ${ORDINARY} sheet`)
  await expectSaved(page)
  // A concern is begun, letter by letter, and has gone everywhere before its writer thinks of the way out.
  await openCapture(page)
  await noteBox(page).pressSequentially('A pupil told me ')
  // In one stroke: a slow machine would else keep the word in pieces that no scan can find.
  await page.keyboard.insertText(CONCERN)
  await noteBox(page).pressSequentially(' at')
  await expectChecked(page)
  await expect(team.getByText(new RegExp(CONCERN))).toBeVisible({ timeout: 20_000 })
  expect(filesWith(world.relay.dataDir, ORDINARY)).not.toEqual([])
  expect(filesWith(world.relay.dataDir, CONCERN)).not.toEqual([])

  // First tap: whom to tell, with the number, as on a day with no signal.
  await page.getByRole('button', { name: 'Tell the DSL now' }).click()
  await expect(dialog(page).getByText('Dorothea Lanyard')).toBeVisible()
  await expect(dialog(page).getByRole('link', { name: '01632 960 118' })).toBeVisible()
  await takeWordsAway(page)
  await dialog(page).getByRole('button', { name: 'I have told them' }).click()
  await expect(page.getByText('Kept: the time and whom you told')).toBeVisible()
  await dialog(page).getByRole('button', { name: 'Close' }).click()
  await expect(noteBox(page)).toHaveValue('')

  // About the head, with no signal: nothing is kept at all, and no word goes out later.
  await expectChecked(page)
  author.air.set('cut')
  await noteBox(page).fill(`The head ${ABOUT_HEAD}`)
  await expectSaved(page)
  await page.getByRole('button', { name: 'Tell the DSL now' }).click()
  await dialog(page).getByRole('button', { name: 'It is about the headteacher' }).click()
  await expect(dialog(page).getByRole('link', { name: '01632 960 147' })).toBeVisible()
  await takeWordsAway(page)
  await dialog(page).getByRole('button', { name: 'Close' }).click()
  await expect(noteBox(page)).toHaveValue('')
  author.air.set('open')
  for (const one of [page, team]) await expectChecked(one, 40_000)

  // What people and the browser can still read.
  await expect(team.getByText(new RegExp(ORDINARY))).toBeVisible()
  await expect(team.getByText(new RegExp(CONCERN))).toHaveCount(0)
  const notes = world.notesOf('p04')
  expect(recordsAt(world.relay, notes, 'note').map(({ text }) => text)).toEqual([
    `26 of 28 folders had the ${ORDINARY} sheet`,
  ])
  const [route, ...others] = recordsAt(world.relay, notes, 'dsl-route')
  expect(others).toEqual([])
  expect(Object.keys(route ?? {}).sort()).toEqual(['by', 'id', 'madeAt', 'slot', 'to', 'type', 'v'])
  for (const one of [page, team]) {
    expect(await placesWith(one, CONCERN)).toEqual([])
    expect(await placesWith(one, ABOUT_HEAD)).toEqual([])
    await leaveControl(one)
    expect(await placesWith(one, CONTROL)).toEqual(['control: rows', 'localStorage'])
  }

  // Every file: the relay's while it runs and after, its log, and both browsers' profiles.
  for (const words of [CONCERN, ABOUT_HEAD]) {
    expect(filesWith(world.relay.dataDir, words)).toEqual([])
    expect(world.relay.log).not.toContain(words)
  }
  for (const tablet of [author, reader]) {
    await tablet.off()
    expect(filesWith(tablet.profile, CONTROL)).not.toEqual([])
    for (const words of [CONCERN, ABOUT_HEAD])
      expect({ words, files: filesWith(tablet.profile, words) }).toEqual({ words, files: [] })
  }
  await world.relay.stop()
  expect(filesWith(world.relay.dataDir, ORDINARY)).not.toEqual([])
  for (const words of [CONCERN, ABOUT_HEAD])
    expect(filesWith(world.relay.dataDir, words)).toEqual([])
})
