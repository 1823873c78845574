import { digestsOn, journalOn } from './support/device-store.ts'
import { digestAt, quarantined, textsAt } from './support/relay-rows.ts'
import {
  expectChecked,
  expectSaved,
  expectWhere,
  noteBox,
  openMyNotes,
  readyWithPack,
  writeNote,
} from './support/screens.ts'
import type { Tablet } from './support/tablet.ts'
import { expect, test } from './support/world.ts'

const TO_SEND = /^On this device: \d+ to send$/
const COMMON = 'Written before the tablet was copied.'

/** Goes on with the note that both tablets have, and writes one of its own. */
async function work(tablet: Tablet, who: string) {
  const page = await tablet.on()
  await openMyNotes(page)
  await page.getByRole('article').filter({ hasText: COMMON }).getByRole('link').first().click()
  await expect(noteBox(page)).toHaveValue(COMMON)
  await noteBox(page).press('End')
  await noteBox(page).pressSequentially(` And more ${who}.`)
  await expectSaved(page)
  await writeNote(page, { text: `A note of its own ${who}.` })
  await expectWhere(page, TO_SEND)
}

/** Chance may give both tablets the same clientID; here it always does. */
const oneClientId = () => {
  const real = crypto.getRandomValues.bind(crypto)
  const values = (array: ArrayBufferView<ArrayBuffer>) => {
    real(array)
    if (array instanceof Uint32Array && array.length === 1) array[0] = 123_456_789
    return array
  }
  Object.assign(crypto, { getRandomValues: values })
}

const CHANCES = { 'as it comes': undefined, 'the same clientID on both': oneClientId }

for (const [chance, script] of Object.entries(CHANCES))
  test(`T4: a copied tablet, ${chance}: both work offline, both meet, and no word of either is lost`, async ({
    world,
  }) => {
    const options = script === undefined ? {} : { script }
    const original = await world.tablet(options)
    const page = await readyWithPack(original, 'p04')
    original.air.set('cut')
    await writeNote(page, { text: COMMON })
    // Unsent when it is copied: the same rows, with the same names, go out from two tablets.
    await expectWhere(page, TO_SEND)
    await original.off()
    const copy = await world.copyOf(original, options)

    await work(original, 'on the first')
    await work(copy, 'on the second')
    const doc = world.notesOf('p04')
    expect(textsAt(world.relay, doc)).toEqual([])

    // They share the air: both find the signal at the same moment.
    original.air.set('open')
    for (const { page: each } of [original, copy]) await expectChecked(each, 60_000)

    const texts = textsAt(world.relay, doc)
    expect(texts).toHaveLength(3)
    expect(texts).toEqual(
      expect.arrayContaining([
        'A note of its own on the first.',
        'A note of its own on the second.',
      ]),
    )
    const both = texts.find((text) => text.startsWith(COMMON)) ?? ''
    expect(both).toContain(' And more on the first.')
    expect(both).toContain(' And more on the second.')
    expect(both).toHaveLength(
      COMMON.length + ' And more on the first.'.length + ' And more on the second.'.length,
    )

    const digest = digestAt(world.relay, doc)
    for (const { page: each } of [original, copy]) {
      await expect
        .poll(async () => (await digestsOn(each, 'p04'))[doc], { timeout: 20_000 })
        .toBe(digest)
      // Polled: a device says of itself that it is ready when it pleases.
      const open = async () =>
        (await journalOn(each, 'p04')).filter(
          ({ state }) => state !== 'safe' && state !== 'replaced',
        )
      await expect.poll(open, { timeout: 20_000 }).toEqual([])
      await openMyNotes(each)
      await expect(each.getByText(both)).toBeVisible()
      for (const who of ['on the first', 'on the second'])
        await expect(each.getByText(`A note of its own ${who}.`)).toBeVisible()
    }
    // Work goes on, on both, and each sees the other's.
    await writeNote(original.page, { text: 'Afterwards, on the first.' })
    await writeNote(copy.page, { text: 'Afterwards, on the second.' })
    for (const { page: each } of [original, copy]) {
      await expectChecked(each, 40_000)
      await openMyNotes(each)
      for (const who of ['first', 'second'])
        await expect(each.getByText(`Afterwards, on the ${who}.`)).toBeVisible()
    }
    expect(textsAt(world.relay, doc)).toHaveLength(5)
    // Only then had the relay anything to put aside, and the tablets anything to mend.
    expect(quarantined(world.relay) > 0).toBe(script !== undefined)
  })
