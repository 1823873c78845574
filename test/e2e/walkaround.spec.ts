import { readFileSync } from 'node:fs'
import { schoolYearOf } from '../../src/domain/school-year.ts'
import { isoDate } from '../../src/domain/ids.ts'
import { readPdf } from '../helpers/read-pdf.ts'
import { DAY, londonDate } from './support/clock.ts'
import { recordsAt, rowsOf } from './support/relay-rows.ts'
import { expectChecked, expectWhere, ready } from './support/screens.ts'
import { answer, type Hazard, hold, startWalk, writeHazard } from './support/walk-steps.ts'
import { expect, test } from './support/world.ts'

// Counted from nothing: what is there is what this test has written.
test.use({ bare: true })

const SCHOOL = 'Rookery Pond Primary School'
const SITE = /Fergus/

/** What the visit of fixture 05 found. */
const FOUND: Readonly<Record<string, Hazard>> = {
  B5: {
    what: 'Rope of the trim trail frayed at the second post, 40 mm of core to be seen',
    where: 'Trim trail',
    colour: 'Amber',
    madeSafe: 'Roped off with a sign at 10:05',
    owner: SITE,
    photos: 2,
  },
  C3: {
    what: 'The October test is not in the log; November was done on the 3rd',
    where: 'Fire log',
    colour: 'Amber',
    madeSafe: '',
    owner: SITE,
    photos: 1,
  },
  C5: {
    what: 'Hall double doors: the left leaf does not latch',
    where: 'Hall',
    colour: 'Red',
    madeSafe: 'The caretaker stands there; no assembly in the hall today',
    owner: SITE,
    photos: 1,
  },
  E3: {
    what: 'Laminator lead cut to the copper',
    where: 'Year 2',
    colour: 'Red',
    madeSafe: 'Taken out of use, tagged, locked in the office',
    owner: SITE,
    photos: 1,
  },
}

test('fixture 05: a walkaround by touch with no signal, refused until the follow-up date is in (C41), then all of it at the trust', async ({
  world,
}) => {
  test.setTimeout(240_000)
  const tablet = await world.tablet({ touch: true })
  const page = await ready(tablet, 'p09')
  tablet.air.set('cut')
  await startWalk(page, SCHOOL)
  await page.getByRole('link', { name: 'Gates, reception and visitors' }).first().tap()

  for (const zone of ['A', 'B', 'C', 'D', 'E', 'F', 'G']) {
    await hold(tablet, page.getByRole('button', { name: /^All pass here/ }))
    await expect(page.getByText(/^Zone \d of 7\. \d pass\.$/)).toBeVisible()
    for (const [prompt, hazard] of Object.entries(FOUND))
      if (prompt.startsWith(zone)) {
        await answer(page, prompt, 'Fail')
        await writeHazard(page, prompt, hazard)
      }
    if (zone === 'D') {
      await answer(page, 'D2', 'N/A')
      await page.getByRole('textbox', { name: 'Note: D2' }).fill('One floor only')
    }
    if (zone === 'F') {
      await answer(page, 'F2', 'Not checked')
      await page
        .getByRole('textbox', { name: 'Why it was not checked: F2' })
        .fill('No key to the tank room')
    }
    await page.getByRole('link', { name: /^(Next: |Finish$)/ }).tap()
  }

  await expect(page.getByRole('heading', { level: 1, name: 'Finish' })).toBeVisible()
  const missing = page.getByRole('list', { name: 'Still missing' })
  await expect(missing.getByRole('listitem')).toHaveText([
    'F2: give the day on which somebody will check it.',
  ])
  await expect(page.getByRole('button', { name: 'Hand in this walk' })).toHaveCount(0)
  await missing.getByRole('link').tap()
  const later = londonDate(world.at('12:00') + 2 * DAY)
  await page
    .getByRole('textbox', { name: 'Or another day' })
    .fill(later.split('-').reverse().join('/'))
  await page.getByRole('link', { name: 'Zones' }).tap()
  await page.getByRole('link', { name: 'Finish' }).tap()
  await expect(page.getByText('24 pass, 4 fail, 1 n/a, 1 not checked').first()).toBeVisible()

  await page.getByRole('button', { name: 'Sign on the glass' }).tap()
  await page.getByRole('textbox', { name: 'Who signs' }).fill('Fergus Tickbox')
  await page.getByRole('button', { name: 'Type the name instead' }).tap()
  await page.getByRole('textbox', { name: 'Your name, typed by you' }).fill('F Tickbox')
  await page.getByRole('button', { name: 'Keep the signature' }).tap()
  await page.getByRole('button', { name: 'Hand in this walk' }).tap()
  await expect(page.getByRole('heading', { level: 1, name: 'Handed in' })).toBeVisible()
  await expectWhere(page, /^On this device: \d+ to send$/)
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Report as PDF' }).tap()
  const report = await readPdf(new Uint8Array(readFileSync(await (await saved).path())))
  expect(report.text).toContain('24 pass, 4 fail, 1 n/a, 1 not checked')
  expect(report.text).toContain('No key to the tank room')

  tablet.air.set('open')
  await expectChecked(page, 60_000)
  const year = schoolYearOf(isoDate(world.date))
  const at = (kind: string, type: string) => recordsAt(world.relay, `${kind}/900001/${year}`, type)
  const values = at('checks', 'answer').map(
    ({ value }) => (value as readonly { value: string }[])[0]?.value,
  )
  const counted = (wanted: string) => values.filter((value) => value === wanted).length
  expect(['pass', 'fail', 'n/a', 'not_checked'].map(counted)).toEqual([24, 4, 1, 1])
  expect(at('checks', 'defect')).toHaveLength(4)
  expect(at('checks', 'photo')).toHaveLength(5)
  expect(at('checks', 'signature')).toHaveLength(1)
  const due = (days: number) => londonDate(world.at('12:00') + days * DAY)
  expect(
    at('school', 'action')
      .map((action) => `${String(action['priority'])} ${String(action['due'])}`)
      .sort(),
  ).toEqual([`amber ${due(7)}`, `amber ${due(7)}`, `red ${due(1)}`, `red ${due(1)}`])
  expect(at('checks', 'run')).toMatchObject([{ date: world.date, by: 'p09' }])

  // What is handed in is only read.
  await page.getByRole('link', { name: 'Monthly walkaround' }).first().tap()
  await page.getByRole('link', { name: 'Fire', exact: true }).tap()
  await expect(page.getByText('C5', { exact: true })).toBeVisible()
  await expect(page.getByRole('radio')).toHaveCount(0)
  await expect(page.getByRole('button', { name: /^All pass/ })).toHaveCount(0)
})

test('last month’s open hazard comes first, and is opened again instead of being written twice', async ({
  world,
}) => {
  test.setTimeout(240_000)
  const now = world.at('09:10')
  await world.turnTo(now - 30 * DAY)
  const before = await world.tablet({ touch: true })
  const earlier = await ready(before, 'p09')
  await startWalk(earlier, SCHOOL)
  await earlier.getByRole('link', { name: 'Fire', exact: true }).tap()
  await answer(earlier, 'C5', 'Fail')
  await writeHazard(earlier, 'C5', { ...FOUND['C5'], photos: 0 } as Hazard)
  await expectChecked(earlier)
  await before.off()

  await world.turnTo(now)
  const tablet = await world.tablet({ touch: true })
  const page = await ready(tablet, 'p09')
  tablet.air.set('cut')
  await startWalk(page, SCHOOL)
  const first = page.getByRole('list', { name: 'Hazards still open from before' })
  await expect(first.getByRole('article')).toContainText('the left leaf does not latch')
  await page.getByRole('link', { name: 'Fire', exact: true }).tap()
  await answer(page, 'C5', 'Fail')
  await page.getByRole('textbox', { name: 'What is wrong' }).fill('Now both leaves')
  await page.getByRole('button', { name: 'Open it again' }).tap()
  await expect(page.getByRole('textbox', { name: 'What is wrong' })).toHaveValue(
    `${FOUND['C5']?.what}\nNow both leaves`,
  )
  tablet.air.set('open')
  await expectChecked(page, 60_000)
  const year = schoolYearOf(isoDate(londonDate(now - 30 * DAY)))
  const defects = recordsAt(world.relay, `checks/900001/${year}`, 'defect')
  const standing = defects.filter(({ removedAt }) => typeof removedAt !== 'number')
  expect(standing).toMatchObject([{ prompt: 'C5', again: [world.date] }])
})

test('HC23: a walk on a tablet whose clock is two years behind is flagged, and the trust’s time is kept beside it', async ({
  world,
}) => {
  test.setTimeout(180_000)
  const skew = -2 * 365 * DAY
  const tablet = await world.tablet({ touch: true, skew })
  const page = await ready(tablet, 'p09')
  tablet.air.set('cut')
  await startWalk(page, SCHOOL)
  await expect(page.getByText('This device’s clock is wrong')).toBeVisible()
  await page.getByRole('link', { name: 'Fire', exact: true }).tap()
  await answer(page, 'C1', 'Pass')
  tablet.air.set('open')
  await expectChecked(page, 60_000)
  await page.getByRole('link', { name: 'Monthly walkaround' }).tap()
  await expect(page.getByText('The clock of this walk may be wrong')).toBeVisible({
    timeout: 20_000,
  })
  const behind = londonDate(world.at('12:00') + skew)
  const year = schoolYearOf(isoDate(behind))
  expect(recordsAt(world.relay, `checks/900001/${year}`, 'run')).toMatchObject([{ date: behind }])
  const received = rowsOf(world.relay, `checks/900001/${year}`).map((row) => row.receivedAt)
  expect(received.map(londonDate)).toEqual(received.map(() => world.date))
})
