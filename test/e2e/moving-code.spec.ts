import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { journalOn } from './support/device-store.ts'
import { cameraOf, greyOf, seen, shotOf, writeFilm } from './support/film.ts'
import { foundInStores } from './support/left-behind.ts'
import { readyWithPack, writeNote } from './support/screens.ts'
import type { Tablet } from './support/tablet.ts'
import { expect, test, type World } from './support/world.ts'

const NOTES = [
  'Year 4: velvet-lighthouse steps in order.',
  'Year 2: pewter-dandelion sheets in 26 of 28.',
]
const WORDS = ['velvet-lighthouse', 'pewter-dandelion']
/** As long as the app shows each part. */
const EACH_MS = 450

async function toHandOver(tablet: Tablet, review: string) {
  await tablet.go(`/reviews/${review}/hand-over`)
  await expect(tablet.page.getByRole('heading', { level: 1, name: 'Hand over' })).toBeVisible()
}

/** Every part of the moving code as the screen shows it, from the first on. */
async function partsOn({ page, context }: Tablet) {
  await page.getByRole('button', { name: 'Show a moving code' }).click()
  await page.getByRole('button', { name: 'Pause' }).click()
  const picture = (n: number | string) =>
    page.getByRole('img', { name: new RegExp(`^Part ${n} of \\d+ of your notes`) })
  const said = await picture('\\d+').getAttribute('aria-label')
  const [, at = '', of = ''] = /^Part (\d+) of (\d+)/.exec(said ?? '') ?? []
  const shots: Buffer[] = []
  for (let k = 0; k < Number(of); k++) {
    const n = ((Number(at) - 1 + k) % Number(of)) + 1
    shots[n - 1] = await shotOf(picture(n))
    await page.getByRole('button', { name: 'Next part' }).click()
  }
  return (await greyOf(context, shots)).map(seen)
}

const rowsOn = async (world: World, page: Page, person: 'p03' | 'p05') =>
  (await journalOn(page, person)).filter(({ doc }) => doc === world.notesOf('p05')).length

/** Says on the page whether the screen is being kept awake. */
function showAwake() {
  // A blank page, where pictures are read, has no such right.
  if (!('wakeLock' in navigator)) return
  // The empty page before the app has none.
  if (!('WakeLock' in globalThis)) return
  const real = WakeLock.prototype.request
  WakeLock.prototype.request = async function (type) {
    const held = await real.call(this, type)
    const say = (word: string) => (document.documentElement.dataset['awake'] = word)
    say('yes')
    held.addEventListener('release', () => say('no'))
    return held
  }
}

const expectAwake = (page: Page, word: 'yes' | 'no') =>
  expect(page.locator('html')).toHaveAttribute('data-awake', word)

test('HC08: a reviewer’s notes go to the head’s tablet by moving code, and the receipt comes back, with no network on either', async ({
  world,
}) => {
  const { review } = world
  const folder = mkdtempSync(path.join(tmpdir(), 'corridor-film-'))
  try {
    const films = { odette: path.join(folder, 'odette.y4m'), head: path.join(folder, 'head.y4m') }
    const head = await world.tablet({ switches: cameraOf(films.head), script: showAwake })
    const odette = await world.tablet({
      switches: cameraOf(films.odette),
      script: showAwake,
      width: 768,
      height: 1024,
    })
    await readyWithPack(head, 'p03')
    head.air.set('cut')
    await readyWithPack(odette, 'p05')
    odette.air.set('cut')
    for (const text of NOTES) await writeNote(odette.page, { text, question: 2, kind: 'Saw' })
    await toHandOver(odette, review)
    const parts = await partsOn(odette)
    const of = parts.length
    expect(of).toBeGreaterThan(4)
    await expectAwake(odette.page, 'yes')

    // A wall, and no code: the head’s tablet says what to do.
    writeFilm(films.head, [seen({ width: 1, height: 1, light: new Uint8Array(1) })], EACH_MS)
    await toHandOver(head, review)
    const read = head.page.getByRole('button', { name: 'Read a moving code' })
    await read.click()
    await expect(head.page.getByText(/^Nothing read for a while/)).toBeVisible()
    await expectAwake(head.page, 'yes')
    await head.page.getByRole('button', { name: 'Close the camera' }).click()
    await expectAwake(head.page, 'no')

    // All but the third: the head’s tablet names it, and keeps the others while the camera is closed.
    writeFilm(
      films.head,
      parts.filter((_, n) => n !== 2),
      EACH_MS,
    )
    await read.click()
    await expect(
      head.page.getByText(`${of - 1} of ${of} parts read. 1 part to come: 3.`),
    ).toBeVisible({ timeout: 60_000 })
    await expect(head.page.getByRole('progressbar', { name: 'Parts read' })).toHaveAttribute(
      'value',
      String(of - 1),
    )
    await head.page.getByRole('button', { name: 'Close the camera' }).click()
    expect(await rowsOn(world, head.page, 'p03')).toBe(0)

    // The whole round: the missing part comes, and that is all it takes.
    writeFilm(films.head, parts, EACH_MS)
    await read.click()
    await expect(head.page.getByText('2 notes of Odette Puddlejump received')).toBeVisible({
      timeout: 60_000,
    })
    const rows = await rowsOn(world, odette.page, 'p05')
    expect(rows).toBeGreaterThan(0)
    expect(await rowsOn(world, head.page, 'p03')).toBe(rows)

    // All of it once more, the last part first: it comes to the same.
    writeFilm(films.head, parts.toReversed(), EACH_MS)
    await read.click()
    await expect(read).toBeHidden()
    await expect(read).toBeVisible({ timeout: 60_000 })
    await expect(head.page.getByText('2 notes of Odette Puddlejump received')).toBeVisible()
    const receipt = head.page.getByRole('article', { name: 'Receipt for Odette Puddlejump' })
    await expect(receipt).toHaveCount(1)
    expect(await rowsOn(world, head.page, 'p03')).toBe(rows)

    // The receipt goes back the same way; only then does her tablet let go.
    expect(await rowsOn(world, odette.page, 'p05')).toBe(rows)
    const shown = await shotOf(receipt.getByRole('img'))
    writeFilm(films.odette, (await greyOf(head.context, [shown])).map(seen), EACH_MS)
    await odette.page.getByRole('button', { name: 'Read the receipt’s code' }).click()
    await expect(odette.page.getByText('Your notes are with the school')).toBeVisible({
      timeout: 20_000,
    })
    await expect.poll(() => rowsOn(world, odette.page, 'p05'), { timeout: 20_000 }).toBe(0)
    await expect.poll(() => foundInStores(odette.page, WORDS), { timeout: 20_000 }).toBe(0)
    await head.go(`/reviews/${review}/team`)
    for (const text of NOTES)
      await expect(head.page.getByRole('main').getByText(text)).toBeVisible()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
