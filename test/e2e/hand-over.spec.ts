import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Download, Page } from '@playwright/test'
import { journalOn } from './support/device-store.ts'
import { foundInStores, foundOnDisk } from './support/left-behind.ts'
import { stagesAt, textsAt } from './support/relay-rows.ts'
import { makeStep, openReview } from './support/review-steps.ts'
import {
  expectChecked,
  expectWhere,
  type Person,
  readyWithPack,
  writeNote,
} from './support/screens.ts'
import type { Tablet } from './support/tablet.ts'
import { expect, test, type World } from './support/world.ts'

const main = (page: Page) => page.getByRole('main')
const ANSWER = 'Most pupils in Years 3 to 5 know what comes next.'

/** Words that nobody writes by chance, one note each. */
const WORDS = {
  p04: 'marmalade-otter',
  p05: 'velvet-lighthouse',
  p05b: 'pewter-dandelion',
  p02: 'crimson-teapot',
  p02b: 'sundial-walrus',
  p07: 'walnut-harbour',
} as const

const noteOf = (word: string) => `Year 4: the ${word} steps were used in order.`

async function onWith(world: World, person: Person, word?: string): Promise<Tablet> {
  const tablet = await world.tablet()
  const page = await readyWithPack(tablet, person)
  if (word !== undefined) {
    await writeNote(page, { text: noteOf(word), question: 2, kind: 'Saw' })
    await expectChecked(page, 40_000)
  }
  return tablet
}

/** The lead opens the day, answers every question and says that the answers are agreed. */
async function toAgreedAnswers(lead: Tablet, review: string) {
  const { page } = lead
  await openReview(page, review)
  await makeStep(page, 'Start the day')
  for (const n of [1, 2, 3]) {
    await lead.go(`/reviews/${review}/answers`)
    await page
      .getByRole('list', { name: 'Key questions' })
      .getByRole('link', { name: new RegExp(`^(Question )?${n}\\b`) })
      .click()
    await page.getByRole('textbox', { name: `Answer to question ${n}` }).fill(ANSWER)
    // Typing is gathered for a moment; only then does the header speak of it.
    await page.waitForTimeout(500)
    await expectWhere(page, /^Safe at the trust/, 20_000)
  }
  await expectChecked(page, 40_000)
  await openReview(page, review)
  await makeStep(page, 'Answers are agreed', 'Two colleagues sat this one out')
  await expectChecked(page, 40_000)
}

const toHandOver = async (tablet: Tablet, review: string) => {
  await tablet.go(`/reviews/${review}/hand-over`)
  await expect(tablet.page.getByRole('heading', { level: 1, name: 'Hand over' })).toBeVisible()
}

async function handOver(tablet: Tablet, review: string) {
  const { page } = tablet
  await toHandOver(tablet, review)
  await page.getByRole('button', { name: 'Hand over to the school' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Hand over', exact: true }).click()
  await expect(page.getByText('Your notes are with the school')).toBeVisible({ timeout: 20_000 })
}

/** Pictures of the screens, for whoever wants to look at them. */
async function look(page: Page, name: string) {
  const folder = process.env['LOOK_AT']
  if (folder === undefined) return
  for (const [width, height] of [
    [1024, 768],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height })
    await page.screenshot({ path: path.join(folder, `${name}-${width}.png`), fullPage: true })
  }
  await page.setViewportSize({ width: 1024, height: 1100 })
}

/** What lies on a device of somebody's notes: rows of the journal. */
const rowsHeld = async (world: World, tablet: Tablet, person: Person): Promise<number> => {
  const notes = `review/${world.review}/notes/`
  return (await journalOn(tablet.page, person)).filter(({ doc }) => doc.startsWith(notes)).length
}

const saved = async (page: Page, press: () => Promise<void>): Promise<Download> => {
  const [download] = await Promise.all([page.waitForEvent('download'), press()])
  return download
}

test('T28 HC07 HC08 C3 C4 C53: three tablets hand over, by network, by file with no network, and late', async ({
  world,
}) => {
  test.setTimeout(400_000)
  const { review } = world
  const lead = await onWith(world, 'p07', WORDS.p07)
  const rufus = await onWith(world, 'p04', WORDS.p04)
  const odette = await onWith(world, 'p05', WORDS.p05)
  const hettie = await onWith(world, 'p02', WORDS.p02)
  // Hettie’s tablet: one more note with no signal, and then it lies in her bag.
  hettie.air.set('cut')
  await writeNote(hettie.page, { text: noteOf(WORDS.p02b), question: 2, kind: 'Saw' })
  await hettie.off()
  await toAgreedAnswers(lead, review)

  // Notes are not printed.
  await rufus.go(`/reviews/${review}/notes`)
  await expect(main(rufus.page).getByText(noteOf(WORDS.p04))).toBeVisible()
  await rufus.page.emulateMedia({ media: 'print' })
  await expect(main(rufus.page).getByText(noteOf(WORDS.p04))).toBeHidden()
  await rufus.page.emulateMedia({ media: 'screen' })

  // By network. Everybody’s notes that he could read lie on his tablet; his own go with the receipt.
  await handOver(rufus, review)
  await expect(rufus.page.getByText('Off the device')).toBeVisible()
  await expect.poll(() => rowsHeld(world, rufus, 'p04'), { timeout: 20_000 }).toBe(0)
  await expect.poll(() => foundInStores(rufus.page, [WORDS.p04]), { timeout: 20_000 }).toBe(0)
  await rufus.go(`/reviews/${review}/capture`)
  await expect(rufus.page.getByText('Your notes are with the school')).toBeVisible()
  expect(textsAt(world.relay, world.notesOf('p04'))).toEqual([noteOf(WORDS.p04)])

  // By file, with no network on either side.
  const head = await onWith(world, 'p03')
  await toHandOver(odette, review)
  await expect(odette.page.getByRole('button', { name: 'Hand over to the school' })).toBeEnabled({
    timeout: 20_000,
  })
  odette.air.set('cut')
  head.air.set('cut')
  await writeNote(odette.page, { text: noteOf(WORDS.p05b), question: 2, kind: 'Saw' })
  await toHandOver(odette, review)
  const file = await saved(odette.page, () =>
    odette.page.getByRole('button', { name: 'Save as a file' }).click(),
  )
  await toHandOver(head, review)
  const files = head.page.getByLabel('A reviewer’s notes')
  for (let twice = 0; twice < 2; twice++) {
    await files.setInputFiles(await file.path())
    await expect(head.page.getByText('2 notes of Odette Puddlejump received')).toBeVisible()
  }
  const receipt = await saved(head.page, () =>
    head.page.getByRole('button', { name: 'Save the receipt as a file' }).click(),
  )
  expect(await rowsHeld(world, odette, 'p05')).toBeGreaterThan(0)
  await odette.page.getByLabel('The receipt').setInputFiles(await receipt.path())
  await expect(odette.page.getByText('Your notes are with the school')).toBeVisible()
  await expect.poll(() => rowsHeld(world, odette, 'p05'), { timeout: 20_000 }).toBe(0)
  await expect
    .poll(() => foundInStores(odette.page, [WORDS.p05, WORDS.p05b]), { timeout: 20_000 })
    .toBe(0)
  // What she wrote with no signal is on the head’s tablet.
  await head.go(`/reviews/${review}/team`)
  await expect(main(head.page).getByText(noteOf(WORDS.p05b))).toBeVisible()
  await head.off()

  // The lead hands over too, keeps a copy for the letter, and goes on by naming who is outstanding.
  await handOver(lead, review)
  await lead.page.getByRole('button', { name: 'Notes are handed over' }).click()
  const dialog = lead.page.getByRole('dialog')
  await expect(dialog).toContainText('Hettie Marmalade')
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Her tablet is in her bag')
  await dialog.getByRole('button', { name: 'Notes are handed over' }).click()
  await expect
    .poll(() => stagesAt(world.relay, `review/${review}`).at(-1), { timeout: 20_000 })
    .toBe('notes_handed_over')
  expect(await rowsHeld(world, lead, 'p07')).toBeGreaterThan(0)

  // The late one: it delivers by itself, then it wipes. Nobody presses anything.
  hettie.air.set('open')
  await hettie.on()
  await expect
    .poll(() => textsAt(world.relay, world.notesOf('p02')).sort(), { timeout: 30_000 })
    .toEqual([noteOf(WORDS.p02), noteOf(WORDS.p02b)].sort())
  await expect.poll(() => rowsHeld(world, hettie, 'p02'), { timeout: 30_000 }).toBe(0)
  await expect
    .poll(() => foundInStores(hettie.page, Object.values(WORDS)), { timeout: 30_000 })
    .toBe(0)
  await toHandOver(hettie, review)
  await expect(hettie.page.getByText('Your notes are with the school')).toBeVisible()
  await expect(hettie.page.getByText('2 notes in')).toBeVisible()
  await hettie.off()
  await rufus.off()
  const left = {
    late: foundOnDisk(hettie.profile, Object.values(WORDS)),
    network: foundOnDisk(rufus.profile, Object.values(WORDS)),
  }
  process.stdout.write(
    `Words left in the files of the browser’s own store: ${JSON.stringify(left)}\n`,
  )
})

test('T28 a kill in the middle of forgetting is finished at the next start', async ({ world }) => {
  test.setTimeout(240_000)
  const { review } = world
  const lead = await onWith(world, 'p07', WORDS.p07)
  const rufus = await world.tablet({
    // While this tab lasts, the browser never gets round to deleting a database.
    script: () => {
      const real = IDBFactory.prototype.deleteDatabase
      IDBFactory.prototype.deleteDatabase = function (name: string) {
        if (sessionStorage.getItem('stuck') !== 'yes') return real.call(this, name)
        document.documentElement.dataset['stuck'] = name
        return new EventTarget() as IDBOpenDBRequest
      }
    },
  })
  const page = await readyWithPack(rufus, 'p04')
  await writeNote(page, { text: noteOf(WORDS.p04), question: 2, kind: 'Saw' })
  await expectChecked(page, 40_000)
  await toAgreedAnswers(lead, review)
  await lead.off()
  // In order once, so that the sign-in is on the disk.
  await rufus.off()
  await rufus.on()
  await rufus.page.evaluate(() => sessionStorage.setItem('stuck', 'yes'))
  await handOver(rufus, review)
  await expect(rufus.page.locator('html')).toHaveAttribute('data-stuck', /notes/, {
    timeout: 20_000,
  })
  await rufus.kill()
  rufus.air.set('cut')
  await rufus.on(`/reviews/${review}/notes`)
  await expect(rufus.page.getByText('Your notes are with the school')).toBeVisible()
  const databases = () =>
    rufus.page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? ''))
  await expect
    .poll(async () => (await databases()).filter((name) => name.endsWith('/notes/p04')), {
      timeout: 20_000,
    })
    .toEqual([])
  expect(await foundInStores(rufus.page, [WORDS.p04])).toBe(0)
  expect(await rowsHeld(world, rufus, 'p04')).toBe(0)
})

const FILM = { width: 640, height: 480 }

/** The brightness of every pixel of a picture, as the browser decodes it. */
const lumaOf = async (page: Page, picture: Buffer): Promise<Buffer> =>
  Buffer.from(
    await page.evaluate(
      async ({ jpeg, width, height }) => {
        const bytes = Uint8Array.from(atob(jpeg), (c) => c.charCodeAt(0))
        const image = await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }))
        const context = new OffscreenCanvas(width, height).getContext('2d')
        if (!context) throw new Error('no canvas')
        context.fillStyle = '#fff'
        context.fillRect(0, 0, width, height)
        context.drawImage(image, 0, 0)
        const { data } = context.getImageData(0, 0, width, height)
        let text = ''
        for (let i = 0; i < data.length; i += 4) text += String.fromCharCode(data[i] ?? 0)
        return btoa(text)
      },
      { jpeg: picture.toString('base64'), ...FILM },
    ),
    'base64',
  )

/** A film of the moving code: real pictures of the screen, one after the other, each shown for a while. */
async function filmOf(page: Page, film: string): Promise<void> {
  await page.getByRole('button', { name: 'Show a moving code' }).click()
  await page.getByRole('button', { name: 'Pause' }).click()
  const code = page.getByRole('img', { name: /^Part \d+ of \d+/ })
  const label = (await code.getAttribute('aria-label')) ?? ''
  const parts = Number(/of (\d+) of/.exec(label)?.[1])
  const grey = Buffer.alloc((FILM.width * FILM.height) / 2, 128)
  const frames = [Buffer.from(`YUV4MPEG2 W${FILM.width} H${FILM.height} F20:1 Ip A1:1 C420\n`)]
  for (let n = 0; n < parts; n++) {
    const picture = await code.screenshot({ type: 'jpeg', quality: 85 })
    const frame = Buffer.concat([Buffer.from('FRAME\n'), await lumaOf(page, picture), grey])
    frames.push(...Array.from({ length: 7 }, () => frame))
    await page.getByRole('button', { name: 'Next part' }).click()
  }
  writeFileSync(film, Buffer.concat(frames))
}

test('HC08 a moving code from one screen is read by another tablet’s camera, and the receipt read back', async ({
  world,
}) => {
  test.setTimeout(240_000)
  const { review } = world
  const folder = mkdtempSync(path.join(tmpdir(), 'corridor-film-'))
  try {
    const film = path.join(folder, 'code.y4m')
    const odette = await world.tablet({ height: 1100 })
    const page = await readyWithPack(odette, 'p05')
    odette.air.set('cut')
    for (const word of [WORDS.p05, WORDS.p05b])
      await writeNote(page, { text: noteOf(word), question: 2, kind: 'Saw' })
    await toHandOver(odette, review)
    await look(page, 'reviewer')
    await filmOf(page, film)

    const head = await world.tablet({
      switches: [
        '--use-fake-device-for-media-stream',
        '--use-fake-ui-for-media-stream',
        `--use-file-for-fake-video-capture=${film}`,
      ],
    })
    await readyWithPack(head, 'p03')
    head.air.set('cut')
    await toHandOver(head, review)
    await head.page.getByRole('button', { name: 'Read a moving code' }).click()
    await expect(head.page.getByText('2 notes of Odette Puddlejump received')).toBeVisible({
      timeout: 80_000,
    })
    await look(head.page, 'head')
    const receipt = await saved(head.page, () =>
      head.page.getByRole('button', { name: 'Save the receipt as a file' }).click(),
    )
    expect(readFileSync(await receipt.path(), 'utf8')).toMatch(/^corridor-receipt 1 review\//)
    await page.getByLabel('The receipt').setInputFiles(await receipt.path())
    await expect(page.getByText('Your notes are with the school')).toBeVisible()
    await expect.poll(() => rowsHeld(world, odette, 'p05'), { timeout: 20_000 }).toBe(0)
    await look(page, 'receipt')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
