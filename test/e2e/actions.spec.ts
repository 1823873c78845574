import { readFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import Papa from 'papaparse'
import readWorkbook from 'read-excel-file/node'
import { expectChecked, expectWhere, ready } from './support/screens.ts'
import { expect, test } from './support/world.ts'

// Counted from nothing: what is there is what this test has written.
test.use({ bare: true })

const WAIT = { timeout: 20_000 }
const STRIP = 'Replace the worn strip on the hall doors'
const FORMULA = '=HYPERLINK("http://elsewhere.example","Open")'

const box = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true })
const chip = (within: Page | Locator, name: RegExp) =>
  within.locator('label').filter({ hasText: name })
const card = (page: Page, what: string) =>
  page.getByRole('list', { name: 'Actions', exact: true }).getByRole('article').filter({
    hasText: what,
  })

async function takeAway(page: Page, button: string): Promise<Buffer> {
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: button }).click()
  return readFileSync(await (await coming).path())
}

/** The draft that was added last. */
async function write(page: Page, n: number, what: string, colour: RegExp) {
  await page.getByRole('button', { name: /^Add (an|another) action$/ }).click()
  const draft = page.getByRole('list', { name: 'Actions added now' }).getByRole('listitem').nth(n)
  await draft.getByRole('textbox', { name: 'What is to be done' }).fill(what)
  await chip(draft, colour).click()
  await draft
    .getByRole('combobox', { name: 'Owner' })
    .selectOption({ label: 'Fergus Tickbox, Site manager' })
}

test('HC22 C24 C25 T23: an audit’s action is done with no signal, then seen and closed by somebody else, and leaves safely', async ({
  world,
}) => {
  test.setTimeout(240_000)
  const office = await world.tablet()
  const hers = await ready(office, 'p09')
  await office.go('/actions/add')
  await hers.getByRole('combobox', { name: 'School' }).selectOption('Rookery Pond Primary School')
  await hers.getByRole('combobox', { name: 'Audit' }).selectOption('Fire Safety')
  await write(hers, 0, STRIP, /^Red$/)
  await write(hers, 1, FORMULA, /^Amber$/)
  await expectChecked(hers, 40_000)

  const site = await world.tablet()
  const his = await ready(site, 'p13')
  await site.go('/actions')
  await expect(card(his, STRIP)).toContainText('Red', WAIT)
  await expectChecked(his, 40_000)
  site.air.set('cut')
  await his.getByRole('link', { name: STRIP }).click()
  await expect(his.getByRole('heading', { level: 1, name: STRIP })).toBeVisible()
  // The trust closes what an audit asked for, and the next step is said.
  const stands = his.getByRole('group', { name: 'Where it stands' })
  await chip(stands, /^Closed$/).click()
  await expect(his.getByText('The Compliance Manager closes what an audit asked for')).toBeVisible()
  await chip(stands, /^Done, the trust not told$/).click()
  await box(his, 'What was done').fill('New strip fitted on both leaves')
  await box(his, 'What came of it').fill('Doors close and latch')
  await his.getByRole('button', { name: 'Say: done, the trust not told' }).click()
  await expect(his.getByText(/Fergus Tickbox said “Done, the trust not told”/)).toBeVisible()
  await expectWhere(his, /^On this device/)
  site.air.set('open')
  await expectChecked(his, 60_000)

  await office.go('/actions')
  await chip(hers, /^Done, the trust not told: 1$/).click(WAIT)
  await expect(card(hers, STRIP)).toBeVisible(WAIT)
  await hers.getByRole('button', { name: 'I have seen it: close' }).click()
  await expect(hers.getByText('No action fits this')).toBeVisible(WAIT)
  await hers.getByRole('button', { name: 'Show every action' }).click()
  await hers.getByRole('link', { name: STRIP }).click()
  await expect(
    hers.getByRole('definition').filter({ hasText: /^Wilhelmina Fizzlewick, / }),
  ).toBeVisible()
  await expect(hers.getByText(/Wilhelmina Fizzlewick said “Closed”/)).toBeVisible()
  await hers.getByRole('link', { name: 'Actions', exact: true }).first().click()
  await expect(card(hers, STRIP)).toContainText('Closed')

  const csv = (await takeAway(hers, 'Save as CSV')).toString('utf8')
  const lines = Papa.parse<string[]>(csv, { skipEmptyLines: true }).data
  expect(lines).toHaveLength(3)
  expect(lines.flat()).toContain(STRIP)
  expect(lines.flat()).toContain(`'${FORMULA}`)
  expect(lines.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([])
  const [sheet] = await readWorkbook(await takeAway(hers, 'Save for Excel'))
  const column = sheet?.data[0]?.indexOf('Action') ?? -1
  expect(sheet?.data.map((row) => row[column])).toEqual(expect.arrayContaining([STRIP, FORMULA]))
  const days = (await takeAway(hers, 'Save for a calendar')).toString('utf8')
  expect(days.match(/BEGIN:VEVENT/g)).toHaveLength(1)
})
