import type { Page } from '@playwright/test'
import { jpegOf } from '../helpers/pictures.ts'
import { recordsAt } from './support/relay-rows.ts'
import { expectChecked, expectWhere, ready } from './support/screens.ts'
import { expect, test } from './support/world.ts'

const REP = 'rookery-pond-rep-1'
const WORK = `rep-work/${REP}`
const WAIT = { timeout: 20_000 }

const FOLDERS = /^Each reading folder shows/
const COURSE = /^All staff have the absence policy/
const TIMETABLE = /^A first draft of one timetable/
const PROGRAMME = /^It is known whether a programme/

const main = (page: Page) => page.getByRole('main')
const box = (page: Page, name: string) => main(page).getByRole('textbox', { name })
const chip = (page: Page, name: string) =>
  main(page).getByRole('group', { name: 'I propose' }).locator('label').filter({ hasText: name })
const press = (page: Page, name: string) => main(page).getByRole('button', { name }).click()

async function openItem(page: Page, name: RegExp): Promise<void> {
  await main(page).getByRole('link', { name }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}
const back = (page: Page) => main(page).getByRole('link', { name: 'Back to the visit' }).click()

/** Primrose agrees on Otto's phone with her finger. */
async function headSigns(page: Page): Promise<void> {
  await press(page, 'The head says or signs here')
  await press(page, 'Primrose Inkwell signs here')
  const glass = page.locator('canvas')
  await glass.scrollIntoViewIfNeeded()
  const place = await glass.boundingBox()
  if (!place) throw new Error('there is nothing to sign on')
  await page.mouse.move(place.x + 30, place.y + 40)
  await page.mouse.down()
  await page.mouse.move(place.x + 120, place.y + 60, { steps: 8 })
  await page.mouse.up()
  await press(page, 'Primrose Inkwell agrees')
  await expect(
    page.getByText('Primrose Inkwell agrees, signed on the device of Otto Thimble'),
  ).toBeVisible()
}

/** Otto's half day, from the car park on, with no signal. */
async function halfDay(page: Page): Promise<void> {
  await press(page, 'Start today’s visit to Rookery Pond Primary School')
  await expect(page.getByText('Bring two timetables from schools of the same size.')).toBeVisible()
  await expect(page.getByText('The school’s actions are not open to you.')).toBeVisible()
  await openItem(page, FOLDERS)
  await box(page, 'What I saw').fill('Year 5 has begun; seven covers are blank.')
  await box(page, 'How many, if you counted').fill('20 of 27')
  const buffer = Buffer.from(await jpegOf(1200, 900))
  await main(page)
    .getByLabel('Picture file')
    .setInputFiles({ name: 'cover.jpg', mimeType: 'image/jpeg', buffer })
  await page.getByRole('button', { name: 'Keep the photo' }).click()
  await expect(main(page).getByRole('img', { name: 'Photo 1' })).toBeVisible(WAIT)
  await chip(page, 'Partly met').click()
  await back(page)

  await openItem(page, COURSE)
  await box(page, 'What I saw').fill('The policy is known. The course is booked for 5 December.')
  await chip(page, 'Not met').click()
  await main(page).locator('label').filter({ hasText: 'It is late, not failed' }).click()
  await box(page, 'Why it is late and not failed').fill('The provider sets the day.')
  await back(page)

  await openItem(page, TIMETABLE)
  await box(page, 'What I saw').fill('The draft holds for every class.')
  await chip(page, 'Met').first().click()
  await press(page, 'Add a link, a barrier or support')
  await box(page, 'Link to a document').fill('https://files.example.org/timetable-draft')
  await back(page)

  await main(page).getByLabel('From', { exact: true }).fill('08:30')
  await main(page).getByLabel('To', { exact: true }).fill('12:00')
  await expect(box(page, 'Hours that count')).toHaveValue('3.5')
  await box(page, 'What I promise').fill('Ask the provider for an earlier day.')
  // Against how many half days depends on the school's holidays.
  await expect(page.getByText(/^10\.5 hours/)).toBeVisible()
  await headSigns(page)
  await expect(page.getByText('3 entries on this device, will send')).toBeVisible(WAIT)
}

test('F2: the mentor’s half day with no signal, the head on a second tablet, and nothing is lost', async ({
  world,
}) => {
  test.setTimeout(240_000)
  const [mentor, head] = [await world.tablet({ width: 390, height: 844 }), await world.tablet()]
  const otto = await ready(mentor, 'p08')
  await expectChecked(otto, 40_000)
  const primrose = await ready(head, 'p03')
  await expectChecked(primrose, 40_000)
  const before = recordsAt(world.relay, WORK, 'rep-seen').length

  await mentor.airplane(true)
  await halfDay(otto)
  await expectWhere(otto, /^On this device/)

  const shown = recordsAt(world.relay, `rep/${REP}`, 'rep-item')
  const idOf = (name: RegExp) => String(shown.find(({ text }) => name.test(String(text)))?.['id'])
  await head.go(`/reps/${REP}/items/${idOf(PROGRAMME)}`)
  await press(primrose, 'Add evidence of today')
  await box(primrose, 'What shows it').fill('Two classes try it from Monday.')
  await press(primrose, 'Done with the evidence')
  await expect(primrose.getByText('Two classes try it from Monday.')).toBeVisible()
  await expectChecked(primrose, 40_000)

  await mentor.airplane(false)
  await expectChecked(otto, 60_000)
  await expect(otto.getByText('Sent to the trust')).toBeVisible(WAIT)

  await head.go(`/reps/${REP}/items/${idOf(FOLDERS)}`)
  const mine = primrose.getByRole('article').filter({ hasText: 'seven covers are blank' })
  await expect(mine.getByText('20 of 27')).toBeVisible(WAIT)
  await expect(mine.getByRole('img', { name: 'Photo 1' })).toBeVisible(WAIT)
  await mine.getByRole('button', { name: 'I agree with what Otto Thimble saw' }).click()
  await expect(mine.getByText('The head agrees')).toBeVisible()
  await expectChecked(primrose, 40_000)

  await openItem(otto, FOLDERS)
  await expect(otto.getByText('The head agrees')).toBeVisible(WAIT)

  const seen = recordsAt(world.relay, WORK, 'rep-seen')
  expect(seen).toHaveLength(before + 4)
  const texts = seen.map(({ text }) => text)
  expect(texts).toContain('Year 5 has begun; seven covers are blank.')
  expect(texts).toContain('Two classes try it from Monday.')
  const late = seen.find(({ lateReason }) => lateReason === 'The provider sets the day.')
  expect(late).toMatchObject({ late: true, by: 'p08', item: idOf(COURSE) })
  expect(recordsAt(world.relay, WORK, 'rep-word')).toContainEqual(
    expect.objectContaining({ by: 'p03', role: 'Head', agrees: true }),
  )
  expect(recordsAt(world.relay, WORK, 'rep-word')).toContainEqual(
    expect.objectContaining({
      by: 'p08',
      agrees: true,
      signedBy: 'p03',
      mark: expect.stringMatching(/^M\d/),
    }),
  )
})
