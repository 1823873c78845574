import { DAY } from './support/clock.ts'
import { journalOn } from './support/device-store.ts'
import { rowsOf, textsAt } from './support/relay-rows.ts'
import {
  expectChecked,
  expectSaved,
  expectWhere,
  noteBox,
  openCapture,
  openMyNotes,
  readySinceYesterday,
  readyWithPack,
  signIn,
  signInAgain,
  signOut,
  where,
  writeNote,
} from './support/screens.ts'
import { expect, test } from './support/world.ts'

const TO_SEND = /^On this device: \d+ to send$/
const SIGN_IN_TO_SEND = /^On this device: sign in to send \d+$/

test('After one visit the whole app opens and takes notes with the server dead', async ({
  world,
}) => {
  const tablet = await world.tablet()
  await readyWithPack(tablet, 'p04')
  await tablet.off()
  await world.relay.kill()

  const page = await tablet.on()
  await expect(page.getByRole('heading', { name: 'Rookery Pond Primary School' })).toBeVisible()
  for (const [path, heading] of [
    ['', 'Rookery Pond Primary School'],
    ['/team', 'The team’s notes'],
    ['/in', 'Who is in'],
    ['/notes', 'My notes'],
  ] as const) {
    await tablet.go(`/reviews/${world.review}${path}`)
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
  }
  await tablet.go('/')
  await writeNote(page, { text: 'Written with nobody at the other end.', question: 1, kind: 'Saw' })
  await expectWhere(page, TO_SEND)
  await tablet.newTab(`/reviews/${world.review}/notes`)
  await expect(tablet.page.getByText('Written with nobody at the other end.')).toBeVisible()

  await world.relay.run()
  await expectChecked(tablet.page, 40_000)
  const texts = textsAt(world.relay, world.notesOf('p04'))
  expect(texts).toEqual(['Written with nobody at the other end.'])
})

test('Every kind of bad network: the word stays true, and everything arrives once', async ({
  world,
}) => {
  const tablet = await world.tablet()
  const page = await readyWithPack(tablet, 'p05')
  const doc = world.notesOf('p05')
  const texts: string[] = []
  const write = async (text: string) => {
    texts.push(text)
    await writeNote(page, { text })
    await expectWhere(page, TO_SEND)
  }
  const arrived = async () => {
    await expectChecked(page, 40_000)
    expect(textsAt(world.relay, doc).sort()).toEqual([...texts].sort())
    const rows = (await journalOn(page, 'p05')).filter((row) => row.doc === doc)
    const sent = rows.map(({ id }) => id).sort()
    expect(
      rowsOf(world.relay, doc)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(sent)
  }

  await tablet.airplane(true)
  await write('In airplane mode, where an open line only stalls.')
  expect(rowsOf(world.relay, doc)).toEqual([])
  await tablet.airplane(false)
  await arrived()

  tablet.air.set('cut')
  await write('With the line cut in two.')
  tablet.air.set('open')
  await arrived()

  tablet.air.set('silent')
  await write('On a line that swallows everything.')
  tablet.air.set('open')
  await arrived()

  // The relay has it on its disk, and the tablet cannot know.
  tablet.air.set('one-way')
  await write('On half a line.')
  await expect.poll(() => textsAt(world.relay, doc)).toContain('On half a line.')
  await expectWhere(page, TO_SEND)
  tablet.air.set('open')
  await arrived()

  tablet.air.set('open', 700)
  await write('On a line with most of a second between word and answer.')
  await arrived()
})

test('T5: edited offline, killed, opened the next day in a new tab: all of it is sent, nobody does anything', async ({
  world,
}) => {
  const tablet = await world.tablet()
  const page = await readySinceYesterday(tablet, 'p03')
  tablet.air.set('cut')
  const texts = ['First of the day.', 'Second, after break.', 'Third, in the hall.']
  for (const text of texts) await writeNote(page, { text })
  await tablet.kill()

  tablet.air.set('open')
  await tablet.on('/promises', world.at('07:30') + DAY)
  await tablet.newTab()
  await expectChecked(tablet.page, 40_000)
  expect(textsAt(world.relay, world.notesOf('p03')).sort()).toEqual(texts)
})

test('A battery that dies right after the first sign-in locks nobody out of their notes', async ({
  world,
}) => {
  const tablet = await world.tablet()
  const page = await readyWithPack(tablet, 'p04')
  tablet.air.set('cut')
  await writeNote(page, { text: 'Written in the first minute.' })
  await tablet.kill()

  const again = await tablet.on()
  await expectWhere(again, TO_SEND)
  await openMyNotes(again)
  await expect(again.getByText('Written in the first minute.')).toBeVisible()

  // The browser may not have written its cookies either: then it says so, and one tap sends.
  await tablet.context.clearCookies()
  tablet.air.set('open')
  await expectWhere(again, SIGN_IN_TO_SEND, 40_000)
  await signInAgain(again, 'p04')
  await expectChecked(again)
  expect(textsAt(world.relay, world.notesOf('p04'))).toEqual(['Written in the first minute.'])
})

test('A sign-in that ends offline: editing goes on, the app says sign in to send, then it sends', async ({
  world,
}) => {
  const tablet = await world.tablet()
  const page = await readyWithPack(tablet, 'p07')
  tablet.air.set('cut')
  await writeNote(page, { text: 'Before the sign-in ended.' })
  await tablet.context.clearCookies()
  tablet.air.set('open')
  await expectWhere(page, SIGN_IN_TO_SEND, 40_000)

  await writeNote(page, { text: 'And after, without stopping.' })
  await expectWhere(page, SIGN_IN_TO_SEND)
  expect(rowsOf(world.relay, world.notesOf('p07'))).toEqual([])
  await tablet.newTab()
  await expectWhere(tablet.page, SIGN_IN_TO_SEND, 40_000)
  await expect(
    tablet.page.getByText(/^Your sign-in has ended\. Sign in to send \d+\.$/),
  ).toBeVisible()

  await signInAgain(tablet.page, 'p07')
  await expectChecked(tablet.page)
  expect(textsAt(world.relay, world.notesOf('p07')).sort()).toEqual([
    'And after, without stopping.',
    'Before the sign-in ended.',
  ])
})

test('T18: somebody else on the same tablet sees nothing of it and sends nothing of it', async ({
  world,
}) => {
  const secret = 'Only its writer may see this before it is sent.'
  const tablet = await world.tablet()
  const page = await readyWithPack(tablet, 'p04')
  tablet.air.set('cut')
  await writeNote(page, { text: secret, question: 2 })
  await signOut(page)
  await expect(
    page.getByText(/^\d+ unsent changes? by Rufus Candlestick on this device$/),
  ).toBeVisible()

  tablet.air.set('open')
  await page.getByRole('button', { name: 'Try again' }).click()
  await signIn(page, 'p05')
  await expectChecked(page, 40_000)
  await writeNote(page, { text: 'A note by the second person.' })
  await expectChecked(page)
  for (const path of ['/', '/device', `/reviews/${world.review}/team`]) {
    await tablet.go(path)
    await expect(where(page)).toBeVisible()
    await expect(page.getByRole('main')).not.toContainText(secret)
  }
  const journal = await journalOn(page, 'p05')
  expect(journal.filter(({ doc }) => doc !== world.notesOf('p05'))).toEqual([])
  expect(rowsOf(world.relay, world.notesOf('p04'))).toEqual([])

  await signOut(page)
  await signIn(page, 'p04')
  await expectChecked(page, 40_000)
  expect(textsAt(world.relay, world.notesOf('p04'))).toEqual([secret])
  const senders = rowsOf(world.relay, world.notesOf('p04')).map(({ person }) => person)
  expect(new Set(senders)).toEqual(new Set(['p04']))
})

test('Half a word is kept: a card left in the middle comes back as it was', async ({ world }) => {
  const tablet = await world.tablet()
  const page = await readyWithPack(tablet, 'p04')
  tablet.air.set('cut')
  await openCapture(page)
  await noteBox(page).pressSequentially('Pupils in Year 3 could n')
  await expectSaved(page)
  await page.reload()
  await expect(noteBox(page)).toHaveValue('Pupils in Year 3 could n')
  await noteBox(page).press('End')
  await noteBox(page).pressSequentially('ame their next book.')
  await expectSaved(page)
  await openMyNotes(page)
  await expect(page.getByText('Pupils in Year 3 could name their next book.')).toBeVisible()
})
