import type { CDPSession } from '@playwright/test'
import { FLOOR } from '../../src/store/vault/ways.ts'
import { DAY, MINUTE } from './support/clock.ts'
import { readableOn, vaultOn } from './support/device-store.ts'
import {
  asRealPeople,
  expectReady,
  goInApp,
  heading,
  lockByPassphrase,
  lockNow,
  passphraseBox,
  toFirstLock,
  unlock,
} from './support/lock-steps.ts'
import { markers, readBack, scanProfile, writePlainly } from './support/markers.ts'
import { textsAt } from './support/relay-rows.ts'
import {
  expectChecked,
  expectWhere,
  goTo,
  noteBox,
  openCapture,
  openMyNotes,
  readyWithPack,
  writeNote,
} from './support/screens.ts'
import { expect, test } from './support/world.ts'

const TO_SEND = /^On this device: \d+ to send$/
const NOT_IT = 'That is not the passphrase.'

test('T24: 50 words typed in many places are in no file of a locked tablet, nor in a copy of it', async ({
  world,
}) => {
  const words = markers(50)
  const some = (from: number, to: number) => words.slice(from, to).join(' ')
  const tablet = await world.tablet()
  const page = await toFirstLock(tablet, 'p07')
  const passphrase = await lockByPassphrase(page)
  await expectReady(page)
  await writeNote(page, { text: some(0, 15), question: 1, kind: 'Saw' })
  await writeNote(page, { text: some(15, 25), question: 2 })
  await goInApp(page, `/reviews/${world.review}/answers`)
  await page
    .getByRole('list', { name: 'Key questions' })
    .getByRole('link', { name: /^Question 2\b/ })
    .click()
  await page.getByRole('textbox', { name: 'Answer to question 2' }).fill(some(25, 32))
  await page.getByRole('button', { name: /^Add a strength/ }).click()
  await page.getByRole('textbox', { name: 'Strength 1' }).fill(some(32, 36))
  await expectChecked(page)
  tablet.air.set('cut')
  await writeNote(page, { text: some(36, 46) })
  await openCapture(page)
  // Half a note, left as it is.
  await noteBox(page).pressSequentially(some(46, 50))
  await expectWhere(page, TO_SEND)
  expect(textsAt(world.relay, world.notesOf('p07')).sort()).toEqual(
    [some(0, 15), some(15, 25)].sort(),
  )
  const secrets = [...words, passphrase]

  await lockNow(page)
  await expect(page.getByText('The work of Clementine')).toBeVisible()
  await expect(page.locator('body')).not.toContainText('Rookery')
  expect(await readBack(page, secrets)).toEqual([])
  const record = await vaultOn(page, 'p07')
  expect(record.wrappings.map(({ kind }) => kind)).toEqual(['passphrase'])
  await tablet.off()
  expect([...scanProfile(tablet.profile, secrets)]).toEqual([])

  const copy = await world.copyOf(tablet)
  const stolen = await copy.on()
  await heading(stolen, 'Locked')
  expect(await readBack(stolen, secrets)).toEqual([])
  await unlock(stolen, 'otter lantern pebble violin gate')
  await expect(stolen.getByText(NOT_IT)).toBeVisible()

  // The same scan finds the same words where they lie plain, in each form a browser writes them in.
  await writePlainly(stolen, words)
  expect((await readBack(stolen, words)).sort()).toEqual([...words].sort())
  await copy.off()
  const found = new Set([...scanProfile(copy.profile, words).values()].flat())
  expect([...found].sort()).toEqual([...words].sort())

  // Its owner opens it with no signal, and all of it is there.
  const again = await tablet.on()
  await heading(again, 'Locked')
  await unlock(again, passphrase)
  await expectWhere(again, TO_SEND)
  await openMyNotes(again)
  for (const text of [some(0, 15), some(15, 25), some(36, 46), some(46, 50)])
    await expect(again.getByText(text)).toBeVisible()
  tablet.air.set('open')
  await expectChecked(again, 40_000)
})

test('T24: a demonstration hides nothing from whoever has the device, until it is locked', async ({
  world,
}) => {
  const [word = '', later = ''] = markers(2)
  const tablet = await world.tablet()
  const page = await readyWithPack(tablet, 'p04')
  await writeNote(page, { text: word })
  await expectChecked(page)
  await expect.poll(() => readableOn(page, 'p04')).toContain(word)
  await goTo(page, 'This device')
  await expect(page.getByText('This device is not locked (demonstration).')).toBeVisible()

  await page.getByRole('link', { name: 'Lock this device' }).click()
  const passphrase = await lockByPassphrase(page)
  await expect(page.getByText('This device is locked by a passphrase.')).toBeVisible()
  expect(await readableOn(page, 'p04')).not.toContain(word)
  await openMyNotes(page)
  await expect(page.getByText(word)).toBeVisible()
  await writeNote(page, { text: later })
  await expectChecked(page)
  await page.reload()
  await heading(page, 'Locked')
  expect(await readBack(page, [word, later])).toEqual([])
  await unlock(page, passphrase)
  await openMyNotes(page)
  for (const text of [word, later]) await expect(page.getByText(text)).toBeVisible()
})

test('T25: five wrong passphrases slow the next try down, also after a restart and with no signal', async ({
  world,
}) => {
  const tablet = await world.tablet()
  const page = await toFirstLock(tablet, 'p04')
  // There is no PIN, and nothing as short as one is taken.
  await expect(page.getByText('PIN')).toHaveCount(0)
  for (const short of ['1234', '123456', 'password1234']) {
    await passphraseBox(page).fill(short)
    await page.getByRole('textbox', { name: 'The same again' }).fill(short)
    await page.getByRole('button', { name: 'Lock with this passphrase' }).click()
    await expect(page.getByText(/Use the five words above/).last()).toBeVisible()
  }
  const passphrase = await lockByPassphrase(page)
  await expectReady(page)
  tablet.air.set('cut')
  await writeNote(page, { text: 'Kept while it is locked.' })
  await expectWhere(page, TO_SEND)
  const [wrapping] = (await vaultOn(page, 'p04')).wrappings
  if (wrapping?.kind !== 'passphrase') throw new Error('no passphrase')
  expect(wrapping.cost.memoryKiB).toBeGreaterThanOrEqual(FLOOR.memoryKiB)
  expect(wrapping.cost.passes).toBeGreaterThanOrEqual(FLOOR.passes)

  await lockNow(page)
  for (const seconds of [1, 2, 5, 15, 30]) {
    await unlock(page, 'five words that are wrong')
    await expect(page.getByText(NOT_IT)).toBeVisible()
    // The first ones are over before a slow machine has looked.
    if (seconds >= 5)
      await expect(page.getByText(/^Wait \d+ seconds?, then try again\./)).toBeVisible()
    if (seconds < 30) {
      await tablet.setClock(tablet.now + seconds * 1000)
      await expect(page.getByText(/^Wait/)).toHaveCount(0)
    }
  }
  await page.reload()
  await expect(page.getByText('Too many wrong tries')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Unlock', exact: true })).toBeDisabled()
  // A clock that is set back does not shorten the wait.
  await tablet.setClock(tablet.now - DAY)
  await expect(page.getByRole('button', { name: 'Unlock', exact: true })).toBeDisabled()
  await tablet.setClock(tablet.now + DAY + MINUTE)
  await expect(page.getByRole('button', { name: 'Unlock', exact: true })).toBeEnabled()
  await unlock(page, passphrase)
  await expectWhere(page, TO_SEND)
  await openMyNotes(page)
  await expect(page.getByText('Kept while it is locked.')).toBeVisible()
  expect((await vaultOn(page, 'p04')).tries.wrong).toBe(0)
})

/** An authenticator of the tablet itself, which answers without a touch. */
async function authenticator(devtools: CDPSession): Promise<string> {
  await devtools.send('WebAuthn.enable')
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      hasPrf: true,
      automaticPresenceSimulation: true,
    },
  })
  return authenticatorId
}

test('T25: a passkey opens the tablet with no signal; another passkey does not', async ({
  world,
}) => {
  const tablet = await world.tablet()
  const page = await toFirstLock(tablet, 'p04')
  const devtools = await tablet.devtools()
  const own = await authenticator(devtools)
  await page.getByRole('button', { name: 'Lock with a passkey' }).click()
  await expectReady(page)
  await goTo(page, 'This device')
  await expect(page.getByText('This device is locked by a passkey.')).toBeVisible()
  tablet.air.set('cut')
  await writeNote(page, { text: 'Opened by a passkey.' })
  await expectWhere(page, TO_SEND)

  await lockNow(page)
  const opens = page.getByRole('button', { name: 'Unlock with your passkey' })
  // Whoever holds the tablet is not its owner.
  await devtools.send('WebAuthn.setUserVerified', { authenticatorId: own, isUserVerified: false })
  await opens.click()
  await expect(page.getByText(/^That passkey did not open it\./)).toBeVisible()
  await devtools.send('WebAuthn.setUserVerified', { authenticatorId: own, isUserVerified: true })

  // One with the same name and another secret.
  const { credentials } = await devtools.send('WebAuthn.getCredentials', { authenticatorId: own })
  await devtools.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId: own })
  const other = await authenticator(devtools)
  for (const credential of credentials)
    await devtools.send('WebAuthn.addCredential', { authenticatorId: other, credential })
  await opens.click()
  await expect(page.getByText(/^(That passkey did not open it|This passkey cannot)/)).toBeVisible()
  await heading(page, 'Locked')
})

test('T25: a passkey unlocks what it locked, and a passphrase beside it does too', async ({
  world,
}) => {
  const tablet = await world.tablet()
  const page = await toFirstLock(tablet, 'p04')
  await authenticator(await tablet.devtools())
  await page.getByRole('button', { name: 'Lock with a passkey' }).click()
  await expectReady(page)
  tablet.air.set('cut')
  await lockNow(page)
  await page.getByRole('button', { name: 'Unlock with your passkey' }).click()
  await heading(page, 'What is on this device')

  await page.getByRole('link', { name: 'Change the lock' }).click()
  const passphrase = await lockByPassphrase(page)
  await expect(page.getByText('This device is locked by a passkey or a passphrase.')).toBeVisible()
  await lockNow(page)
  await unlock(page, passphrase)
  await heading(page, 'What is on this device')
})

test('T5: locked by itself with work unsent, killed and opened the next day: it asks for the passphrase and then sends', async ({
  world,
}) => {
  const tablet = await world.tablet()
  const page = await toFirstLock(tablet, 'p04')
  const passphrase = await lockByPassphrase(page)
  await expectReady(page)
  await tablet.off()
  const next = await tablet.on()
  await asRealPeople(tablet)
  await unlock(next, passphrase)
  await heading(next, 'Today')
  tablet.air.set('cut')
  await writeNote(next, { text: 'Before it locked itself.' })
  await openCapture(next)
  await noteBox(next).pressSequentially('And half a')
  await tablet.setClock(tablet.now + 31 * MINUTE)
  await heading(next, 'Locked')
  await tablet.kill()

  tablet.air.set('open')
  const morning = await tablet.on('/', world.at('07:30') + DAY)
  await asRealPeople(tablet)
  await heading(morning, 'Locked')
  await unlock(morning, passphrase)
  await expectChecked(morning, 40_000)
  expect(textsAt(world.relay, world.notesOf('p04')).sort()).toEqual([
    'And half a',
    'Before it locked itself.',
  ])
})

test('Nobody remembers the passphrase: what is lost is said, a sealed copy is carried out, and it begins afresh', async ({
  world,
}) => {
  const tablet = await world.tablet()
  const page = await toFirstLock(tablet, 'p04')
  const passphrase = await lockByPassphrase(page)
  await expectReady(page)
  tablet.air.set('cut')
  await writeNote(page, { text: 'Unsent when the words were forgotten.' })
  await expectWhere(page, TO_SEND)
  await lockNow(page)
  await page.getByRole('button', { name: 'I cannot open it' }).click()
  await expect(
    page.getByText(/^What was sent is safe at the trust.*had not been sent yet\./),
  ).toBeVisible()
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save a sealed copy' }).click()
  const file = await (await coming).path()
  await page.getByRole('button', { name: 'Start afresh on this device' }).click()
  tablet.air.set('open')
  await page.getByRole('button', { name: 'Take it off and start afresh' }).click()
  // The sign-in still stands: the next thing asked is a new lock.
  await heading(page, 'Lock this device')
  const fresh = await lockByPassphrase(page)
  expect(fresh).not.toBe(passphrase)
  await heading(page, 'What is on this device')
  await expectWhere(page, /^Safe at the trust/, 20_000)
  await page.getByLabel('The copy to bring in').setInputFiles(file)
  await page
    .getByRole('textbox', { name: 'Passphrase of the device it comes from' })
    .fill(passphrase)
  await page.getByRole('button', { name: 'Open the copy' }).click()
  await expect(page.getByText(/^\d+ changes? brought in\.$/)).toBeVisible()
  await expectChecked(page)
  expect(textsAt(world.relay, world.notesOf('p04'))).toEqual([
    'Unsent when the words were forgotten.',
  ])
})
