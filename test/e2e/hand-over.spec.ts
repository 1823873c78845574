import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Download, Page } from '@playwright/test'
import { encode } from 'uqr'
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

/** What the device still has to finish of taking documents off itself. */
const marksOn = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const request = indexedDB.open('corridor-p04')
    await new Promise((resolve) => (request.onsuccess = resolve))
    const keys = request.result.transaction('marks').objectStore('marks').getAllKeys()
    await new Promise((resolve) => (keys.onsuccess = resolve))
    request.result.close()
    return keys.result.map(String).filter((key) => key.startsWith('forget/'))
  })

test('T28 a kill in the middle of forgetting is finished at the next start', async ({ world }) => {
  test.setTimeout(240_000)
  const { review } = world
  const lead = await onWith(world, 'p07', WORDS.p07)
  const rufus = await world.tablet({
    // While this tab lasts, the cache of a document is never done being dropped: its mark stays.
    script: () => {
      const real = IDBObjectStore.prototype.delete
      IDBObjectStore.prototype.delete = function (key: IDBValidKey | IDBKeyRange) {
        if (this.name !== 'reach' || sessionStorage.getItem('stuck') !== 'yes')
          return real.call(this, key)
        document.documentElement.dataset['stuck'] = JSON.stringify(key)
        return new EventTarget() as IDBRequest<undefined>
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
  await expect.poll(() => marksOn(rufus.page), { timeout: 20_000 }).toEqual([])
  expect(await foundInStores(rufus.page, [WORDS.p04])).toBe(0)
  expect(await rowsHeld(world, rufus, 'p04')).toBe(0)
})

const FILM = { width: 640, height: 480 }

/** A film of one code, as large as a tablet held in front of a camera shows it. */
function filmOf(text: string): Buffer {
  const { width, height } = FILM
  const { data, size } = encode(text, { ecc: 'L', border: 4 })
  const square = Math.floor(400 / size)
  const luma = Buffer.alloc(width * height, 255)
  for (let y = 0; y < size * square; y++)
    for (let x = 0; x < size * square; x++)
      if (data[Math.floor(y / square)]?.[Math.floor(x / square)] === true)
        luma[(y + 30) * width + x + 60] = 0
  const frame = Buffer.concat([
    Buffer.from('FRAME\n'),
    luma,
    Buffer.alloc((width * height) / 2, 128),
  ])
  const head = Buffer.from(`YUV4MPEG2 W${width} H${height} F20:1 Ip A1:1 C420\n`)
  return Buffer.concat([head, ...Array.from({ length: 20 }, () => frame)])
}

test('HC08 the head’s camera reads a part of a moving code and says which parts are to come', async ({
  world,
}) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'corridor-film-'))
  try {
    const film = path.join(folder, 'code.y4m')
    writeFileSync(film, filmOf('CRDR2.0000000A.0.3.BB8'))
    const head = await world.tablet({
      switches: [
        '--use-fake-device-for-media-stream',
        '--use-fake-ui-for-media-stream',
        `--use-file-for-fake-video-capture=${film}`,
      ],
    })
    await readyWithPack(head, 'p03')
    await toHandOver(head, world.review)
    await head.page.getByRole('button', { name: 'Read a moving code' }).click()
    await expect(head.page.getByText('1 of 3 parts read. 2 parts to come: 2, 3.')).toBeVisible({
      timeout: 20_000,
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
