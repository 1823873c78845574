import type { Page } from '@playwright/test'
import { marksOf } from '../../src/crdt/marks.ts'
import { documentAt } from './support/relay-rows.ts'
import { expectChecked, expectWhere, ready } from './support/screens.ts'
import { expect, test } from './support/world.ts'

const PAPER = 'KS2 maths 2023, Paper 1: arithmetic'

const tap = (page: Page, role: 'link' | 'button', name: string | RegExp) =>
  page
    .getByRole('main')
    .getByRole(role, { name, exact: typeof name === 'string' })
    .first()
    .tap()
const keys = (page: Page, question: number) =>
  page.getByRole('group', { name: `Marks for question ${question}`, exact: true })

/** By how much the page is wider than the phone. */
const wider = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth)

test('F4: a paper marked on a phone by thumb, with no signal, and the phone put away in the middle', async ({
  world,
}) => {
  test.setTimeout(240_000)
  const tablet = await world.tablet({ width: 390, height: 844, touch: true })
  let page = await ready(tablet, 'p12')
  await expectChecked(page, 60_000)
  await page.getByRole('navigation').getByRole('link', { name: 'Question analysis' }).tap()
  await tap(page, 'link', PAPER)
  await tap(page, 'link', 'Enter marks')
  await expect(page.getByText('504 of 1,008 marks in')).toBeVisible()
  await tablet.off()
  page = await tablet.on(new URL(page.url()).pathname)
  tablet.air.set('cut')

  // It goes on at the first paper that is not in, with a key for every mark there can be and no other.
  await expect(page.getByText('0 of 40, 0 of 36 questions marked')).toBeVisible({ timeout: 30_000 })
  await expect(keys(page, 1).getByRole('button', { name: /^\d/ })).toHaveText(['0', /^1\s*full$/])
  await keys(page, 1).getByRole('button', { name: '1, full marks' }).tap()
  await keys(page, 2).getByRole('button', { name: '0', exact: true }).tap()
  await keys(page, 3).getByRole('button', { name: 'Left blank' }).tap()
  await expect(page.getByText('1 of 40, 3 of 36 questions marked')).toBeVisible()
  await keys(page, 4).getByRole('button', { name: 'Undo' }).tap()
  await expect(page.getByText('1 of 40, 2 of 36 questions marked')).toBeVisible()
  await keys(page, 3).getByRole('button', { name: '1, full marks' }).tap()
  await expectWhere(page, /^On this device: \d+ to send$/)

  // Question 20 is out of 2; it is reached by its number.
  await page.getByRole('button', { name: 'Question 20: not marked' }).tap()
  await expect(keys(page, 20).getByRole('button', { name: /^\d/ })).toHaveCount(3)
  await keys(page, 20).getByRole('button', { name: '2, full marks' }).tap()
  await expect(page.getByText('4 of 40, 4 of 36 questions marked')).toBeVisible()
  // Nothing on the page is wider than the phone.
  expect(await wider(page)).toBe(0)
  const address = new URL(page.url()).pathname
  await expectWhere(page, /^On this device: \d+ to send$/)
  await tablet.kill()

  page = await tablet.on(address)
  await expect(page.getByText('508 of 1,008 marks in')).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText('4 of 40, 4 of 36 questions marked')).toBeVisible()
  await tap(page, 'button', 'Next pupil')
  await expect(page.getByText('0 of 40, 0 of 36 questions marked')).toBeVisible()
  await page.locator('label').filter({ hasText: 'Absent' }).tap()
  await expect(page.getByText(/^Absent: there are no marks to type/)).toBeVisible()
  // One pupil fewer sat it.
  await expect(page.getByText('508 of 972 marks in')).toBeVisible()
  tablet.air.set('open')
  await expectChecked(page, 60_000)
  const [, , urn, year, sitting] = address.split('/')
  const marks = marksOf(documentAt(world.relay, `qla/${urn}/${year}/${sitting}`), 'marks')
  // Keys of questions are of one letter; those of the other papers' totals are longer.
  expect([...marks.keys()].filter((key) => key.split('|')[1]?.length === 1)).toHaveLength(508)

  // A wide table moves inside its frame and says so; what is pressed is in reach without moving it.
  await tablet.go(address.replace(/enter$/, 'picture'))
  await expect(page.getByText(/There is more to the side/).first()).toBeVisible()
  expect(await wider(page)).toBe(0)
  await tablet.go(address.replace(/enter$/, 'decide'))
  const choose = page.getByRole('button', { name: /^Choose / }).first()
  await expect(choose).toBeVisible()
  const place = await choose.boundingBox()
  expect((place?.x ?? 390) + (place?.width ?? 0)).toBeLessThanOrEqual(390)
  expect(await wider(page)).toBe(0)
})
