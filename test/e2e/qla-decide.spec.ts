import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { enter, tabTo, title, type } from './support/keyboard.ts'
import { recordsAt } from './support/relay-rows.ts'
import { expectChecked, ready } from './support/screens.ts'
import { expect, test } from './support/world.ts'

const PAPER = 'Year 8 science, autumn spiral'
const PUPILS = 24
/** Marks of the retest by the keyboard alone: each box takes a mark, Enter goes on. */
async function typeRetest(page: Page): Promise<void> {
  const boxes = page.locator('table input[inputmode="decimal"]')
  await tabTo(page, boxes.first())
  await page.keyboard.press('9')
  await expect(page.getByText(/at most: 9 is too many/)).toBeVisible()
  await page.keyboard.press('Backspace')
  for (let left = await boxes.count(); left > 0; left--) {
    await page.keyboard.press('1')
    await page.keyboard.press('Enter')
  }
}

test('C28 C31 from a marked paper to the mark book by the keyboard alone, with no signal', async ({
  world,
}) => {
  test.setTimeout(360_000)
  const tablet = await world.tablet()
  const page = await ready(tablet, 'p20')
  await expectChecked(page, 60_000)
  await page.getByRole('navigation').getByRole('link', { name: 'Question analysis' }).focus()
  await page.keyboard.press('Enter')
  await enter(page, 'link', PAPER)
  await expect(page.getByText(`${PUPILS} of them sat the paper`)).toBeVisible({ timeout: 30_000 })
  await expectChecked(page, 60_000)
  const [, , urn, year, sitting] = new URL(page.url()).pathname.split('/')
  await tablet.airplane(true)

  await enter(page, 'link', 'See the picture')
  await title(page, 'The picture')
  await expect(page.getByText(`${PUPILS} of ${PUPILS} pupils`)).toBeVisible()
  await tabTo(page, page.getByRole('region', { name: new RegExp(`^Marks of ${PUPILS} pupils`) }))

  // The map scrolls inside itself; the page does not.
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
  await page.evaluate(() => document.querySelector('h1')?.focus())
  await enter(page, 'link', 'Decide what to do')
  await title(page, 'Decide')
  await expect(page.getByText('No area is chosen to teach again.')).toBeVisible()
  await enter(page, 'button', /^Choose /)
  await enter(page, 'link', /^Reteach and group: /)
  await title(page, /^Reteach: /)
  await enter(page, 'button', 'Plan the reteach')
  const [y, m, d] = world.date.split('-')
  await type(page, 'Day it was taught', `${d}/${m}/${y}`)
  await type(page, 'Resource', 'Cards with worked examples')
  await enter(page, 'link', 'Go on to the retest')

  await title(page, 'Retest')
  const first = page.getByRole('checkbox', { name: /^Question / }).first()
  await tabTo(page, first)
  await page.keyboard.press('Space')
  await enter(page, 'button', /^Open the retest: \d+ mark/)
  await type(page, 'Day of the retest', `${d}/${m}/${y}`)
  await typeRetest(page)
  await enter(page, 'button', 'The last mark is in')
  await expect(
    page.getByText(/more than chance|Chance could do this|Too few pupils/).first(),
  ).toBeVisible()
  await enter(page, 'link', 'Go on to the grades')

  await title(page, 'Grades')
  await expect(page.getByText('Nothing is missing')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Save for the mark book' })).toBeDisabled()
  await enter(page, 'button', 'Update the grades')
  const projected = page.getByRole('combobox', { name: /^Projected: / }).first()
  await tabTo(page, projected)
  // The highest grade there is, far above what the first pupil has.
  await page.keyboard.press('End')
  await expect(page.getByText(/^Projected far from current without evidence/)).toBeVisible()
  await type(page, /^Evidence: /, 'Mock paper and books of this half-term')
  await expect(page.getByText('Grades cannot be entered yet')).toBeHidden()
  // On a tablet held sideways the whole line of a pupil is seen, evidence and band too.
  await page.setViewportSize({ width: 1024, height: 768 })
  const table = page.getByRole('region', { name: 'Grades of the class' })
  expect(await table.evaluate((box) => box.scrollWidth - box.clientWidth)).toBeLessThanOrEqual(1)

  const saved = page.waitForEvent('download')
  await enter(page, 'button', 'Save for the mark book')
  const file = await (await saved).path()
  const rows = readFileSync(file, 'utf8').trim().split('\r\n')
  expect(rows).toHaveLength(1 + PUPILS)
  expect(rows[0]).toContain('After retest (of 40)')
  await tabTo(page, page.getByRole('radio', { name: 'Go4Schools' }))
  await page.keyboard.press('Space')
  await enter(page, 'button', 'The grades are in the mark book')
  await expect(page.getByText('Entered in Go4Schools')).toBeVisible()

  await tablet.airplane(false)
  await expectChecked(page, 60_000)
  const doc = `qla/${urn}/${year}/${sitting}`
  expect(recordsAt(world.relay, doc, 'qla-entered')).toHaveLength(1)
  expect(recordsAt(world.relay, doc, 'qla-grade')).toHaveLength(PUPILS)
})
