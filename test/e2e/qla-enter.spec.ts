import { marksOf } from '../../src/crdt/marks.ts'
import {
  gridItems,
  gridPupils,
  sittingItemRecord,
  sittingPupilRecord,
} from '../../src/domain/qla/sitting.ts'
import type { RecordType } from '../../src/domain/record.ts'
import {
  away,
  beginSitting,
  cellInUse,
  cellsOf,
  setUpClass,
  setUpPaper,
  typeAt,
} from './support/qla-steps.ts'
import { documentAt, recordsAt } from './support/relay-rows.ts'
import { expectChecked, expectInstalled, expectWhere, signIn } from './support/screens.ts'
import { expect, test, type World } from './support/world.ts'

/** Twelve keys a second: faster than anybody types from paper. */
const PACE = 12
const SAT = 28
const QUESTIONS = 36
/** Pupils whose papers are in when the battery dies. */
const BEFORE = 14

const surnames = new Map(cellsOf('pupils.csv').map(([pupil = '', , , last = '']) => [pupil, last]))
const surname = ([pupil = '']: readonly string[]): string => surnames.get(pupil) ?? ''

/** Places in the class list, which is by surname. */
const places = [...surnames].sort(([, a], [, b]) => a.localeCompare(b)).map(([pupil]) => pupil)

/** Pupils of the fixture who sat it, by surname as in a class list, with their marks in the order of the paper. */
const papers = cellsOf('marks.csv')
  .filter((row) => row.slice(1).some((mark) => mark !== ''))
  .sort((a, b) => surname(a).localeCompare(surname(b)))

function readAll<T>(world: World, doc: string, type: RecordType<T>): T[] {
  return recordsAt(world.relay, doc, type.type).flatMap((raw) => {
    const read = type.read(raw)
    return read.ok ? [read.value] : []
  })
}

/** The marks on the relay's disk, as the fixture has them: pupil, then question by question. */
function marksAt(world: World, doc: string): string[][] {
  const pupils = gridPupils(readAll(world, doc, sittingPupilRecord))
  const items = gridItems(readAll(world, doc, sittingItemRecord))
  const marks = new Map(
    [...marksOf(documentAt(world.relay, doc), 'marks').entries()].map(([key, value]) => [
      key.slice(0, key.lastIndexOf('|')),
      String(value),
    ]),
  )
  return pupils
    .map(({ key, localId }) => [localId, ...items.map((i) => marks.get(`${key}|${i.key}`) ?? '')])
    .filter(([, ...row]) => row.some((mark) => mark !== ''))
}

const documentOf = (url: string): string => {
  const [, , urn, year, sitting] = new URL(url).pathname.split('/')
  return `qla/${urn}/${year}/${sitting}`
}

test('F4: 1,008 marks at 12 keys a second with no signal, none dropped; the tablet dies at pupil 14 and nothing is lost', async ({
  world,
}) => {
  test.setTimeout(420_000)
  expect(papers).toHaveLength(SAT)
  const tablet = await world.tablet()
  await signIn(await tablet.on(), 'p23')
  await setUpPaper(tablet.page)
  await setUpClass(tablet.page)
  await beginSitting(tablet.page)
  await away(tablet.page, places.indexOf('Y6-18'), 'Rowanberry Raincoat', 'Working below the paper')
  await away(tablet.page, places.indexOf('Y6-23'), 'Willowherb Windowsill', 'Absent')
  await expectInstalled(tablet.page)
  await expectChecked(tablet.page, 60_000)
  const address = new URL(tablet.page.url()).pathname
  const doc = documentOf(tablet.page.url())
  // Shut down in order once: a browser writes its cookies to the disk then.
  await tablet.off()

  let page = await tablet.on(address)
  tablet.air.set('cut')
  await expect(cellInUse(page)).toBeFocused()
  const keys = papers.flatMap(([, ...marks]) => marks)
  const half = BEFORE * QUESTIONS
  await typeAt(page, keys.slice(0, half), PACE)
  await expect(page.getByText(`${half} of 1,008 marks in`)).toBeVisible()
  await expectWhere(page, /^On this device: \d+ to send$/)
  await tablet.kill()

  page = await tablet.on(address)
  await expect(page.getByText(`${half} of 1,008 marks in`)).toBeVisible({ timeout: 30_000 })
  // It goes on at the first paper that is not in.
  await expect(cellInUse(page)).toBeFocused()
  await typeAt(page, keys.slice(half), PACE)
  await expect(page.getByText('1,008 of 1,008 marks in')).toBeVisible()
  // Question 33 is out of 2 (HC01): the last cell is question 36, out of 1.
  await page.keyboard.press('3')
  await expect(page.getByRole('alert').filter({ hasText: 'Question 36 is out of 1' })).toBeVisible()

  tablet.air.set('open')
  await expectChecked(page, 60_000)
  expect(marksAt(world, doc)).toEqual(papers)
})

test('HC03: two tablets with no signal type the same cell differently: both marks show, one is picked, both agree', async ({
  world,
}) => {
  test.setTimeout(300_000)
  const first = await world.tablet()
  const one = await first.on()
  await signIn(one, 'p23')
  await setUpPaper(one)
  await setUpClass(one)
  await beginSitting(one)
  await expectChecked(one, 60_000)
  const second = await world.tablet()
  const two = await second.on()
  await signIn(two, 'p23')
  await expectChecked(two, 60_000)
  await second.go(new URL(one.url()).pathname)
  await expect(cellInUse(two)).toBeFocused({ timeout: 30_000 })

  first.air.set('cut')
  second.air.set('cut')
  await typeAt(one, ['1', '1', '0'], PACE)
  await typeAt(two, ['1', '0', '.'], PACE)
  first.air.set('open')
  second.air.set('open')
  await expectChecked(one, 60_000)
  await expectChecked(two, 60_000)
  for (const page of [one, two]) {
    await expect(page.getByText('2 marks were typed differently')).toBeVisible({ timeout: 30_000 })
    await expect(page.getByRole('grid').getByText('0|1').or(page.getByText('1|0'))).toBeVisible()
  }
  const card = one.getByRole('article').filter({ hasText: 'question 2' })
  await card.getByRole('button', { name: /^1 is right/ }).click()
  await expect(one.getByText('1 mark was typed differently')).toBeVisible()
  await expectChecked(one, 60_000)
  await expect(two.getByText('1 mark was typed differently')).toBeVisible({ timeout: 30_000 })
  // The other by typing it once more where both stand.
  await two.getByRole('button', { name: 'Show it' }).click()
  await cellInUse(two).focus()
  await two.keyboard.press('.')
  await expect(two.getByText(/typed differently$/)).toHaveCount(0)
  await expectChecked(two, 60_000)
  await expect(one.getByText(/typed differently$/)).toHaveCount(0, { timeout: 30_000 })
})
