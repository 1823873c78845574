import { readFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { expectChecked, ready } from './support/screens.ts'
import { expect, test } from './support/world.ts'
import { widthOf } from './support/picture.ts'

const box = (page: Page, name: string): Locator => page.getByRole('textbox', { name, exact: true })
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const heading = (page: Page, name: string) =>
  expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible()
const card = (page: Page, name: string) =>
  page.getByRole('main').getByRole('link', { name, exact: true })
const chip = (page: Page, group: string, words: string) =>
  page.getByRole('group', { name: group }).locator('label').filter({ hasText: words })

/** A checklist of three prompts in one section, one of them a choice with a follow-up. */
async function writeKitchen(page: Page) {
  await press(page, 'New checklist')
  await heading(page, 'New checklist')
  await expect(box(page, 'Name')).toBeFocused()
  await box(page, 'Name').pressSequentially('Kitchen check')
  await page.getByRole('combobox', { name: 'Used for' }).selectOption('Premises and safety')
  await box(page, 'Name of section 1').pressSequentially('Cold room')
  await press(page, 'Add several at once')
  await box(page, 'One prompt a line').fill('1. Door seals whole\n- Thermometer read today\n')
  await press(page, 'Add 2 prompts')
  await press(page, 'Add a prompt')
  await expect(box(page, 'Prompt 3')).toBeFocused()
  await box(page, 'Prompt 3').pressSequentially('Who was told')
  await page.getByRole('combobox', { name: 'Answered by' }).selectOption('Words')
  await press(page, 'More settings: Who was told')
  await page
    .getByRole('combobox', { name: 'Asked' })
    .selectOption('Only after: Thermometer read today')
}

/** A photo of what is meant, for the last prompt; a picture of the screen does for one. */
async function showExample(page: Page) {
  const files = page.locator('input[type=file]')
  await files.setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: Buffer.from('none') })
  await expect(page.getByText('This file is no picture')).toBeVisible()
  const buffer = await page.screenshot()
  await files.setInputFiles({ name: 'seal.png', mimeType: 'image/png', buffer })
  const photo = page.getByRole('img', { name: 'Example photo for: Who was told' })
  await expect(photo).toBeVisible()
  await expect.poll(widthOf(photo)).toBeGreaterThan(0)
  expect(await widthOf(photo)()).toBeLessThan(641)
}

async function orderByKeyboard(page: Page) {
  const up = page.getByRole('button', { name: 'Move up: Thermometer read today' })
  await up.focus()
  await page.keyboard.press('Enter')
  await expect(
    page.getByRole('list', { name: 'Prompts: Cold room' }).getByRole('listitem').first(),
  ).toContainText('Thermometer read today')
  await expect(up).toBeFocused()
}

async function tryOut(page: Page) {
  await chip(page, 'Write or look', 'See it as').click()
  await expect(page.getByText('Who was told')).toHaveCount(0)
  await chip(page, 'Thermometer read today', 'Fail').click()
  await expect(box(page, 'Who was told')).toBeVisible()
  await expect(page.getByRole('img', { name: 'Example photo for: Who was told' })).toBeVisible()
  await expect(page.getByText('Score so far: 0% of 1 answered.')).toBeVisible()
  await chip(page, 'Thermometer read today', 'Pass').click()
  await expect(page.getByText('Who was told')).toHaveCount(0)
  await chip(page, 'Write or look', 'Write').click()
}

const POOL = `Pool opening,,
Ref,What to check,Answers,Who
1,POOLSIDE,,
1.1,Depth sign can be read,Yes/No/N/A,Lifeguard
1.2,,OK / Not OK,Lifeguard
1.3,Throw bags in place,OK / Not OK,
`

test('T23: the compliance manager writes a checklist with no signal, changes it, and brings one in', async ({
  world,
}) => {
  test.setTimeout(180_000)
  const tablet = await world.tablet()
  const page = await ready(tablet, 'p09')
  await expectChecked(page, 40_000)
  tablet.air.set('cut')
  await tablet.go('/templates')
  await heading(page, 'Checklists')
  await writeKitchen(page)
  await showExample(page)
  await orderByKeyboard(page)
  await tryOut(page)
  await press(page, 'Publish it')
  await heading(page, 'Kitchen check')
  await expect(page.getByText('The first version: 3 prompts.')).toBeVisible()

  await press(page, 'Change it')
  await press(page, 'Change: Door seals whole')
  await box(page, 'Prompt 2').fill('Door seals whole and clean')
  await expect(page.getByRole('list', { name: 'What is different' })).toHaveText(
    'New words: “Door seals whole” is now “Door seals whole and clean”',
  )
  await press(page, 'Publish version 2')
  await expect(page.getByRole('heading', { name: /^Version 2, / })).toBeVisible()
  const saved = page.waitForEvent('download')
  await press(page, 'Save as CSV')
  const csv = readFileSync(await (await saved).path(), 'utf8')
  expect(csv).toContain('Cold room,Door seals whole and clean,Pass or fail')

  await tablet.go('/templates/bring-in')
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'pool.csv', mimeType: 'text/csv', buffer: Buffer.from(POOL) })
  await expect(page.getByText('It has no prompt.')).toBeVisible()
  await expect(box(page, 'Name')).toHaveValue('Pool opening')
  await press(page, 'Bring in 3 rows, 1 needs you')
  await heading(page, 'Pool opening')
  await expect(box(page, 'Name of section 1')).toHaveValue('POOLSIDE')
  await expect(page.getByText('Throw bags in place')).toBeVisible()
  tablet.air.set('open')
  await expectChecked(page, 40_000)

  const other = await ready(await world.tablet(), 'p12')
  await expectChecked(other, 40_000)
  await other.goto(new URL('/templates', other.url()).href)
  await expect(card(other, 'Kitchen check')).toBeVisible()
  await expect(other.getByRole('button', { name: 'New checklist' })).toHaveCount(0)

  // On another tablet the walker sees the example with the help, with no signal.
  const walker = await world.tablet()
  const walk = await ready(walker, 'p13')
  await expectChecked(walk, 40_000)
  walker.air.set('cut')
  await walker.go('/checks/start/900001')
  const list = walk.getByRole('combobox', { name: 'Checklist' })
  await list.selectOption({ label: 'Kitchen check, version 2' })
  await press(walk, 'Start: Kitchen check')
  await card(walk, 'Cold room').first().click()
  await chip(walk, 'Thermometer read today', 'Fail').click()
  await walk.getByRole('link', { name: /^Back to / }).click()
  await walk.getByRole('button', { name: 'What to look for' }).click()
  const photo = walk.getByRole('img', { name: 'Example photo for: Who was told' })
  await expect.poll(widthOf(photo)).toBeGreaterThan(100)
})
