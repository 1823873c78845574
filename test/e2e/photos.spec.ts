import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { readJpeg } from '../../src/domain/photos/jpeg.ts'
import { reencode } from '../../sync-server/photos/reencode.ts'
import { holds, jpegOf, TAKEN_AT, withExif } from '../helpers/pictures.ts'
import type { Air } from './support/air.ts'
import { expectWhere, ready } from './support/screens.ts'
import { answer, startWalk } from './support/walk-steps.ts'
import { widthOf } from './support/picture.ts'
import { expect, test } from './support/world.ts'

const SCHOOL = 'Rookery Pond Primary School'
const FAKE_CAMERA = ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream']

/** Colours in the middle of the picture that is being drawn on, and in its corner. */
const colours = (page: Page) =>
  page.locator('dialog canvas').evaluate((canvas) => {
    if (!(canvas instanceof HTMLCanvasElement)) throw new Error('Not a canvas')
    const context = canvas.getContext('2d')
    const count = (x: number, y: number) => {
      const { data } = context?.getImageData(x, y, 60, 60) ?? { data: [] }
      return Array.from(data).join()
    }
    const [x, y] = [canvas.width / 2 - 30, canvas.height / 2 - 30]
    return { middle: count(x, y), corner: count(2, 2) }
  })

/**
 * The camera that is no camera begins the same film each time: each photo is of a later moment of it,
 * by a whole second, for the same picture twice would be one photo.
 */
async function takePhoto(page: Page, n: number) {
  await page.getByRole('button', { name: 'Take a photo' }).tap()
  const past = (video: SVGElement | HTMLElement, seconds: number) =>
    video instanceof HTMLVideoElement && video.currentTime > seconds
  const isPast = () => page.locator('dialog video').evaluate(past, n)
  await expect.poll(isPast, { intervals: [100] }).toBe(true)
  await page.getByRole('button', { name: 'Take it' }).tap()
  await expect(page.getByRole('heading', { name: 'Before you keep it' })).toBeVisible()
}

const keepPhoto = async (page: Page, n: number) => {
  await page.getByRole('button', { name: 'Keep the photo' }).tap()
  await expect(page.getByRole('img', { name: `Photo ${n}` })).toBeVisible({ timeout: 20_000 })
}

/** The page's policy lets nobody fetch a picture's address: its bytes are noted when it is made. */
function rememberPictures() {
  const shown: Blob[] = []
  const real = URL.createObjectURL.bind(URL)
  URL.createObjectURL = (made) => {
    if (made instanceof Blob) shown.push(made)
    return real(made)
  }
  Object.assign(globalThis, { shown })
}

/** A signal that comes and goes. */
function breaking(air: Air) {
  let open = false
  const turn = () => {
    open = !open
    air.set(open ? 'open' : 'cut')
  }
  turn()
  const timer = setInterval(turn, 2_500)
  return () => clearInterval(timer)
}

function keptAt(dataDir: string): Uint8Array[] {
  const folder = path.join(dataDir, 'photos/kept')
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.jpg'))
    .map((name) => new Uint8Array(readFileSync(path.join(folder, name))))
}

test('T12, T30: five photos with no signal, one blurred, a kill, a line that breaks: five safe, nothing but pixels', async ({
  world,
}) => {
  test.setTimeout(280_000)
  const tablet = await world.tablet({
    touch: true,
    switches: FAKE_CAMERA,
    script: rememberPictures,
  })
  await ready(tablet, 'p09')
  // In order once, so that the sign-in is on the disk when the battery dies.
  await tablet.off()
  const page = await tablet.on()
  await expectWhere(page, /^Safe at the trust/, 20_000)
  tablet.air.set('cut')
  await startWalk(page, SCHOOL)
  await page.getByRole('link', { name: 'Fire', exact: true }).tap()
  await answer(page, 'C5', 'Fail')
  await expect(page.getByRole('heading', { level: 1, name: 'Hazard: C5' })).toBeVisible()

  await takePhoto(page, 1)
  const before = await colours(page)
  const box = await page.locator('dialog canvas').boundingBox()
  if (!box) throw new Error('No picture to draw on')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(x - 80, y - 80)
  await page.mouse.down()
  await page.mouse.move(x + 80, y + 80, { steps: 4 })
  await page.mouse.up()
  const blurred = await colours(page)
  expect(blurred.middle).not.toBe(before.middle)
  expect(blurred.corner).toBe(before.corner)
  await page.getByRole('button', { name: 'Undo' }).tap()
  expect(await colours(page)).toEqual(before)
  // The same without drawing: what a keyboard or a switch can do.
  await page.getByRole('button', { name: 'Blur in the middle' }).press('Enter')
  await page.getByRole('button', { name: 'Larger' }).press('Enter')
  expect((await colours(page)).middle).not.toBe(before.middle)
  await page.screenshot({ path: 'test-results/photo-editor.png' })
  await keepPhoto(page, 1)

  for (const n of [2, 3, 4]) {
    await takePhoto(page, n)
    await keepPhoto(page, n)
  }
  const buffer = Buffer.from(withExif(await jpegOf(2400, 1800)))
  await page
    .getByLabel('Picture file')
    .setInputFiles({ name: 'door.jpg', mimeType: 'image/jpeg', buffer })
  await keepPhoto(page, 5)
  const local = await page.evaluate(async () => {
    const blob = shownPictures().at(-1)
    return Array.from(new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0)))
    function shownPictures(): readonly Blob[] {
      return (globalThis as unknown as { shown: Blob[] }).shown
    }
  })
  expect(holds(Uint8Array.from(local), TAKEN_AT)).toBe(false)
  expect(local.length).toBeLessThan(400_000)
  expect(readJpeg(Uint8Array.from(local))).toMatchObject({ width: 1600, height: 1200 })
  await page.getByRole('textbox', { name: 'Photo 5: what it shows' }).fill('The left leaf')
  await expectWhere(page, /^On this device: \d+ to send$/)
  await page.screenshot({ path: 'test-results/photo-strip.png', fullPage: true })
  const here = new URL(page.url()).pathname

  await tablet.kill()
  const again = await tablet.on(here)
  await expect(again.getByRole('img', { name: /Photo \d|The left leaf/ })).toHaveCount(5)
  const steady = breaking(tablet.air)
  await again.goto(`${tablet.air.url}/device`).catch(() => undefined)
  await expect(again.getByText('5 of 5 photos safe')).toBeVisible({ timeout: 150_000 })
  steady()
  tablet.air.set('open')
  await expectWhere(again, /^Safe at the trust/)

  const kept = keptAt(world.relay.dataDir)
  expect(kept).toHaveLength(5)
  for (const bytes of kept) {
    expect(holds(bytes, TAKEN_AT)).toBe(false)
    expect(readJpeg(await reencode(bytes))).not.toBeNull()
  }

  // Somebody else who may read the walk sees them from the trust.
  const head = await world.tablet()
  const other = await ready(head, 'p03')
  await head.go(here)
  const shown = other.getByRole('img', { name: 'The left leaf' })
  await expect(shown).toBeVisible({ timeout: 30_000 })
  await expect.poll(widthOf(shown), { timeout: 30_000 }).toBe(1600)
})
