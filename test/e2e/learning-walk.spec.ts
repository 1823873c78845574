import type { Locator, Page } from '@playwright/test'
import { recordsAt } from './support/relay-rows.ts'
import { expectChecked, expectWhere, ready } from './support/screens.ts'
import { expect, test } from './support/world.ts'

// Counted from nothing: what is there is what this test has written.
test.use({ bare: true })

const URN = '900001'
const WAIT = { timeout: 20_000 }
const ROOMS = ['Year 4', 'Year 5', 'Year 6'] as const

const walks = (page: Page) => page.getByRole('navigation').getByRole('link', { name: 'Walks' })
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()
const part = (page: Page, name: string) =>
  page.getByRole('list', { name: 'Parts of this walk' }).getByRole('link', { name }).click()
const back = (page: Page, name: string) =>
  page.getByRole('main').getByRole('link', { name, exact: true }).first().click()
/** What somebody writes about the first prompt of a room. */
const firstPrompt = (page: Page): Locator => page.getByRole('article').first()
const rate = (page: Page, rating: string) =>
  firstPrompt(page).locator('label').filter({ hasText: rating }).click()
const note = (page: Page): Locator =>
  firstPrompt(page).getByRole('textbox', { name: 'What pupils did, said or made' })

/** Percival plans a walk on recap with Primrose, through three rooms, and tells staff. */
async function plan(page: Page): Promise<void> {
  await walks(page).click()
  await page.getByRole('link', { name: 'Start a walk' }).click()
  await page.locator('label').filter({ hasText: 'Recap at the start of lessons' }).click()
  await press(page, 'Plan this walk')
  await page
    .getByRole('combobox', { name: 'Walks too' })
    .selectOption({ label: 'Primrose Inkwell, Headteacher' })
  await press(page, 'Add a walker')
  for (const told of ['the date', 'the focus', 'who walks'])
    await press(page, `Staff are told: ${told}`)
  await page.getByRole('textbox', { name: 'Agreed with staff on' }).fill('16/11/2026')
  await page.getByRole('link', { name: 'Done with the plan' }).click()
  await press(page, 'It is agreed with staff')
  await part(page, 'Rooms')
  for (const room of ROOMS) await press(page, room)
  await expect(page.getByText('Next on the route: Year 4')).toBeVisible()
}

/** Each writes of every room, with no signal; in Year 6 they see it differently. */
async function walkAs(page: Page, ratings: readonly string[], words: string): Promise<void> {
  for (const [n, room] of ROOMS.entries()) {
    await page
      .getByRole('list', { name: 'Rooms in walking order' })
      .getByRole('link', { name: room })
      .click()
    await expect(page.getByRole('heading', { level: 1, name: room })).toBeVisible()
    const here = page.getByRole('button', { name: 'We are here now' })
    if (await here.isVisible()) await here.click()
    await rate(page, ratings[n] ?? '')
    await note(page).fill(`${words} ${room}`)
    await press(page, 'Done here')
  }
}

test('C13 C55 two people walk with no signal, share with whom they visited, and nothing is lost', async ({
  world,
}) => {
  test.setTimeout(240_000)
  const [lead, head, staff] = [
    await world.tablet(),
    await world.tablet(),
    await world.tablet({ width: 390, height: 844 }),
  ]
  const percival = await ready(lead, 'p23')
  await plan(percival)
  await expectChecked(percival)
  const primrose = await ready(head, 'p03')
  await walks(primrose).click()
  await primrose.getByRole('link', { name: /Learning walk: Recap/ }).click()
  await part(primrose, 'Rooms')
  await expectChecked(primrose, 40_000)

  await lead.airplane(true)
  await head.airplane(true)
  await walkAs(percival, ['Secure', 'Secure', 'Secure'], 'All wrote an answer,')
  await walkAs(primrose, ['Secure', 'Secure', 'Emerging'], 'Two explained the link,')

  await percival.getByRole('link', { name: 'Year 6' }).click()
  await note(percival).fill('An outstanding start.')
  await expect(percival.getByText('This reads as a grade: “outstanding”')).toBeVisible(WAIT)
  await note(percival).fill('All wrote an answer, Year 6')
  await expect(percival.getByText('This reads as a grade: “outstanding”')).toBeHidden()

  await back(percival, 'Rooms')
  await back(percival, 'The walk')
  await press(percival, 'The walk is done')
  await part(percival, 'Share')
  const inYear6 = (name: string) => percival.getByRole('textbox', { name: `${name}, Year 6` })
  await inYear6('Something kind').fill('Thank you for the welcome.')
  await inYear6('Something specific').fill('Two pupils explained the link to last term.')
  await inYear6('The next step as a question').fill('What would pupils say the recap is for?')
  await percival
    .getByRole('combobox', { name: 'Who was there, Year 6' })
    .selectOption({ label: 'Juno Paperclip, Class teacher, Year 6' })
  await press(percival, 'Share with Juno Paperclip')
  await expect(percival.getByText(/^Shared \w{3} \d/)).toBeVisible()
  await expectWhere(percival, /^On this device/)

  await lead.airplane(false)
  await head.airplane(false)
  await expectChecked(percival, 60_000)
  await expectChecked(primrose, 60_000)
  const doc = `walks/${URN}/2026-27`
  const notes = recordsAt(world.relay, doc, 'walk-seen').map((seen) => String(seen['note']))
  expect(notes.sort()).toEqual(
    ROOMS.flatMap((room) => [
      `All wrote an answer, ${room}`,
      `Two explained the link, ${room}`,
    ]).sort(),
  )

  await primrose.getByRole('link', { name: 'Year 6' }).click()
  await expect(primrose.getByText('You saw it differently')).toBeVisible(WAIT)
  await press(primrose, 'Pick emerging')
  await expect(primrose.getByText(/^Picked together: Emerging, Primrose Inkwell/)).toBeVisible()

  const juno = await ready(staff, 'p12')
  await walks(juno).click()
  await juno.getByRole('link', { name: 'Recap at the start of lessons' }).click()
  await expect(juno.getByText('Two pupils explained the link to last term.')).toBeVisible()
  await expect(juno.getByText('Secure')).toHaveCount(0)
  await juno
    .getByRole('textbox', { name: 'What you would add' })
    .fill('They asked for it themselves.')
  await expectChecked(juno)
  await juno.goto(new URL(`/walks/${URN}/2026-27/none`, juno.url()).href)
  await expect(juno.getByText('This walk is not open to you')).toBeVisible()

  await expect(percival.getByText('They asked for it themselves.')).toBeVisible(WAIT)
  await back(primrose, 'Rooms')
  await back(primrose, 'The walk')
  await part(primrose, 'Share')
  await expect(primrose.getByText('They asked for it themselves.')).toBeVisible(WAIT)
})
