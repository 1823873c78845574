import { expectSaved, noteBox, readyWithPack } from './support/screens.ts'
import { expect, test } from './support/world.ts'

test('starts with the relay dead and a slow processor; the first note is three taps away at most', async ({
  world,
}) => {
  const tablet = await world.tablet()
  await readyWithPack(tablet, 'p04')
  await world.relay.kill()
  const page = tablet.page
  const devtools = await tablet.devtools()
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await page.reload()
  const newNote = page.getByRole('main').getByRole('link', { name: 'New note' })
  await expect(newNote).toBeVisible()
  const ms = await page.evaluate(() => Math.round(performance.now()))
  process.stdout.write(`offline start to a usable home, 4x slower processor: at most ${ms} ms\n`)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  // One tap, and the keyboard is where the words go.
  const opened = Date.now()
  await newNote.click()
  await expect(noteBox(page)).toBeFocused()
  await page.keyboard.type('Seen at the gate.')
  await expectSaved(page)
  const seconds = ((Date.now() - opened) / 1000).toFixed(1)
  process.stdout.write(
    `first note saved: 1 tap and ${seconds} s after the home screen, typing included\n`,
  )
})

test('is installable: manifest, icons that exist, shortcuts, a worker that holds the whole app', async ({
  world,
}) => {
  const tablet = await world.tablet()
  const page = await readyWithPack(tablet, 'p04')
  const manifest = await page.evaluate(async () => {
    const link = document.querySelector<HTMLLinkElement>('link[rel=manifest]')
    const read: unknown = await (await fetch(link?.href ?? '')).json()
    return read as {
      name: string
      display: string
      icons: { src: string; sizes: string; purpose?: string }[]
      shortcuts: { url: string }[]
    }
  })
  expect(manifest).toMatchObject({ name: 'Corridor', display: 'standalone' })
  expect(manifest.icons.map((icon) => icon.sizes)).toEqual(
    expect.arrayContaining(['192x192', '512x512']),
  )
  expect(manifest.icons.some((icon) => icon.purpose?.includes('maskable'))).toBe(true)
  expect(manifest.shortcuts.map(({ url }) => url)).toEqual(expect.arrayContaining(['/capture']))
  const sizes = await page.evaluate(
    async (sources) =>
      Promise.all(
        sources.map(
          async (src) => (await createImageBitmap(await (await fetch(src)).blob())).width,
        ),
      ),
    manifest.icons.filter((icon) => icon.src.endsWith('.png')).map((icon) => icon.src),
  )
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(192)
  tablet.air.set('cut')
  for (const path of ['/capture', `/reviews/${world.review}/team`, '/promises', '/kit']) {
    await page.goto(new URL(path, page.url()).href)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  }
})
