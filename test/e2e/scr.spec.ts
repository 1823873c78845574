import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { schoolYearOf } from '../../src/domain/school-year.ts'
import { isoDate } from '../../src/domain/ids.ts'
import { readPdf } from '../helpers/read-pdf.ts'
import { londonDate } from './support/clock.ts'
import { recordsAt } from './support/relay-rows.ts'
import { expectChecked, expectWhere, ready } from './support/screens.ts'
import { expect, test } from './support/world.ts'

// Counted from nothing: what is there is what this test has written.
test.use({ bare: true })

const SCHOOL = 'Rookery Pond Primary School'
/** How many people of each group: 48 in all. */
const PEOPLE = {
  Teacher: 14,
  'Teaching assistant': 12,
  Headteacher: 1,
  Office: 3,
  'Site team': 2,
  Kitchen: 4,
  'Governor or trustee': 6,
  Supply: 3,
  'Trainee teacher': 1,
  Volunteer: 2,
}

const cell = (page: Page, check: string, row: string) =>
  page.getByRole('group', { name: `${check}, ${row}` })
const day = (page: Page, check: string, row: string) =>
  page.getByRole('textbox', { name: `Date: ${check}, ${row}` })

async function draw(page: Page) {
  await page
    .getByRole('region', { name: SCHOOL })
    .getByRole('link', { name: 'New spot check' })
    .click()
  for (const [group, count] of Object.entries(PEOPLE))
    await page.getByRole('textbox', { name: group, exact: true }).fill(String(count))
  await expect(page.getByText('10 of 48 at random, at least one of each group')).toBeVisible()
  await page.getByRole('button', { name: 'Draw the sample' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Spot check' })).toBeVisible()
}

/** Ten rows from the keyboard: one answer, one date, and the rest like it. */
async function fillRows(page: Page) {
  const fill = page.getByRole('button', { name: 'Yes to the rest, same day' })
  for (let row = 1; row <= 10; row++) {
    const ref = `SCR-${String(row).padStart(2, '0')}`
    await cell(page, 'Identity', ref).getByRole('radio', { name: 'No' }).focus()
    await page.keyboard.press('y')
    await day(page, 'Identity', ref).fill('01092021')
    await fill.click()
  }
}

test('C42 C43: fixture 16 with no signal, three errors on paper, put right by the school, and counts for the rest', async ({
  world,
}) => {
  test.setTimeout(240_000)
  const year = schoolYearOf(isoDate(londonDate(world.at('08:00'))))
  const tablet = await world.tablet()
  const page = await ready(tablet, 'p09')
  tablet.air.set('cut')
  await tablet.go('/checks/scr')
  await draw(page)
  await fillRows(page)
  await expect(page.locator('input[type=file], video, canvas')).toHaveCount(0)
  await expect(page.getByRole('button', { name: /photo|camera/i })).toHaveCount(0)

  await cell(page, 'Section 128', 'SCR-03').getByRole('radio', { name: 'Yes' }).focus()
  await page.keyboard.press('n')
  await day(page, 'Enhanced DBS', 'SCR-06').fill('')
  await day(page, 'Right to work', 'SCR-08').fill('01/09/2099')
  await expect(cell(page, 'Right to work', 'SCR-08').getByText('Date in the future')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Errors (3)' })).toBeVisible()
  await page.getByRole('button', { name: 'Finish the check' }).click()
  await expect(page.getByText('10 of 48 people looked at: 7 without an error.')).toBeVisible()

  // On paper, with no signal, under the policy that lets no text become a script.
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save as PDF' }).click()
  const paper = await readPdf(new Uint8Array(readFileSync(await (await saved).path())))
  expect(paper.text).toContain('3 errors: 1 check is missing, 1 date is missing')
  expect(paper.text).toMatch(/SCR-03.*Section 128.*Check missing.*SCR-06.*Date missing/)

  tablet.air.set('open')
  await expectChecked(page, 40_000)
  const results = recordsAt(world.relay, `school/900001/${year}`, 'scr-result')
  expect(results).toHaveLength(1)
  expect(JSON.stringify(results)).not.toContain('SCR-')

  const leader = await world.tablet()
  const theirs = await ready(leader, 'p02')
  await leader.go('/checks/scr')
  const result = theirs.getByRole('region', { name: SCHOOL })
  await expect(result.getByText('7 without an error')).toBeVisible()
  await leader.go(new URL(page.url()).pathname)
  await expect(theirs.getByText('This spot check is not open to you')).toBeVisible()

  const head = await world.tablet()
  const hers = await ready(head, 'p03')
  await head.go(new URL(page.url()).pathname)
  await hers.getByRole('button', { name: 'Put right: SCR-03, Section 128' }).click()
  await expectWhere(hers, /^Safe at the trust/, 20_000)
  await page.getByRole('button', { name: 'Looked at again: SCR-03, Section 128' }).click()
  await expect(page.getByText('Put right: 1 of 3. Looked at again: 1 of 3.')).toBeVisible()
})
