import type { Page } from '@playwright/test'
import { DAY, HOUR } from './support/clock.ts'
import { digestsOn, journalOn } from './support/device-store.ts'
import { ALL_NOTES, type DayNote, NOTES, textsOf } from './support/fourteen-notes.ts'
import { digestAt, quarantined, recordsAt, rowsOf, textsAt } from './support/relay-rows.ts'
import {
  cardsIn,
  expectChecked,
  expectWhere,
  type Person,
  readySinceYesterday,
  readyWithPack,
  tellDsl,
  where,
  writeNote,
} from './support/screens.ts'
import type { Tablet } from './support/tablet.ts'
import { expect, test, type World } from './support/world.ts'

const TEAM = ['p03', 'p04', 'p05', 'p01', 'p02', 'p07'] as const
const YEARS = 3 * 365 * DAY

type Team = Readonly<Record<(typeof TEAM)[number], Tablet>>

async function switchOn(world: World): Promise<Team> {
  const start = async (person: Person, skew = 0) => {
    const tablet = await world.tablet({ skew })
    // The one that will be killed must have its sign-in on the disk.
    await (person === 'p04' ? readySinceYesterday : readyWithPack)(tablet, person)
    return tablet
  }
  const [p03, p04] = await Promise.all([start('p03'), start('p04')])
  const [p05, p01] = await Promise.all([start('p05', YEARS), start('p01')])
  const [p02, p07] = await Promise.all([start('p02'), start('p07')])
  return { p03, p04, p05, p01, p02, p07 }
}

/** The header says how many changes are to be sent: it must be what lies in the journal. */
async function expectTrueCount(page: Page, person: string) {
  const unsent = (await journalOn(page, person)).filter(({ state }) => state === 'unsent').length
  expect(unsent).toBeGreaterThan(0)
  await expectWhere(page, `On this device: ${unsent} to send`)
}

async function take(world: World, team: Team, notes: readonly DayNote[]) {
  for (const { by, slot, ...draft } of notes) {
    const tablet = team[by as keyof Team]
    // Ten minutes into the slot; then the timetable fills it in, unless the clock is wrong.
    if (by !== 'p05') await tablet.setClock(world.at(slot) + HOUR / 6)
    await writeNote(tablet.page, by === 'p05' ? { ...draft, slot } : draft)
    await expectTrueCount(tablet.page, by)
  }
}

async function expectTeamPage(tablet: Tablet, review: string, without: readonly DayNote[]) {
  const { page } = tablet
  await tablet.go(`/reviews/${review}/team`)
  for (const question of [1, 2, 3, undefined]) {
    const list = question === undefined ? 'Notes not filed yet' : `Notes for question ${question}`
    const expected = textsOf(question, without)
    const shown = cardsIn(page, list)
    await expect(shown).toHaveCount(expected.length, { timeout: 20_000 })
    for (const text of expected) await expect(shown.filter({ hasText: text })).toHaveCount(1)
  }
}

const slotStarts = (world: World): Map<unknown, unknown> =>
  new Map(
    recordsAt(world.relay, `review/${world.review}`, 'slot').map((s) => [s['id'], s['start']]),
  )

const valueOf = (choice: unknown): unknown =>
  Array.isArray(choice) && choice.length === 1 ? (choice[0] as { value: unknown }).value : undefined

/** Every note once, under its question, slot and kind, by its writer: read from the relay's disk. */
function expectNotesAtRelay(world: World) {
  const starts = slotStarts(world)
  const questions = recordsAt(world.relay, `review/${world.review}`, 'key-question')
  const numberOf = new Map(questions.map((q) => [q['id'], q['n']]))
  const found = TEAM.flatMap((person) =>
    recordsAt(world.relay, world.notesOf(person), 'note').map((n) => ({
      by: n['by'],
      text: n['text'],
      slot: starts.get(n['slot']),
      question: numberOf.get(valueOf(n['question'])),
      kind: valueOf(n['kind']),
    })),
  )
  const wanted = ALL_NOTES.map((n) => ({
    by: n.by,
    text: n.text,
    slot: n.slot,
    question: n.question,
    kind: n.kind?.toLowerCase(),
  }))
  const byText = (a: { text: unknown }, b: { text: unknown }) =>
    String(a.text) < String(b.text) ? -1 : 1
  expect(found.sort(byText)).toEqual(wanted.sort(byText))
}

/** The fourteenth note has no words: whom, when and in which slot, and nothing else. */
function expectRouteAtRelay(world: World) {
  const [route, ...more] = recordsAt(world.relay, world.notesOf('p02'), 'dsl-route')
  expect(more).toEqual([])
  expect(route).toMatchObject({ by: 'p02', to: 'Dorothea Lanyard' })
  expect(slotStarts(world).get(route?.['slot'])).toBe('10:15')
  const words = Object.values(route ?? {}).filter((value) => typeof value === 'string')
  expect(words).toHaveLength(5) // Its id, its type, by whom, to whom, in which slot.
}

async function expectEqualEverywhere(world: World, team: Team) {
  const documents = ['trust', `review/${world.review}`, ...TEAM.map((p) => world.notesOf(p))]
  for (const person of TEAM) {
    const { page } = team[person]
    // The host head's tablet holds the internal control visit's document too: not the review's.
    const differing = async () => {
      const here = await digestsOn(page, person)
      return documents.filter((doc) => here[doc] !== digestAt(world.relay, doc))
    }
    await expect.poll(differing, { timeout: 20_000 }).toEqual([])
    const states = (await journalOn(page, person)).map(({ state }) => state)
    expect(states.filter((state) => state !== 'safe')).toEqual([])
  }
}

test('The 14 notes: six tablets, no network, one killed, one closed until tomorrow, one with a wrong clock', async ({
  world,
}) => {
  test.setTimeout(300_000)
  const team = await switchOn(world)
  const { p01, p02, p04, p05 } = team
  for (const { air } of Object.values(team)) air.set('cut')

  await take(world, team, [NOTES.N01, NOTES.N02, NOTES.N03, NOTES.N04, NOTES.N05])

  await p04.kill()
  await p04.on()
  await expectTrueCount(p04.page, 'p04')

  await p02.setClock(world.at('10:30'))
  await p02.go('/')
  await tellDsl(p02.page)

  // Some have signal again now, and nobody answers: the word may not change.
  await world.relay.kill()
  for (const tablet of [p02, p04, p05]) tablet.air.set('open')
  await take(world, team, [NOTES.N06, NOTES.N07, NOTES.N08, NOTES.N09, NOTES.N13])
  await expectTrueCount(p02.page, 'p02')
  const blank = await p01.context.newPage()
  await p01.page.close()
  await take(world, team, [NOTES.N10, NOTES.N11, NOTES.N12])
  for (const person of TEAM) expect(rowsOf(world.relay, world.notesOf(person))).toEqual([])

  await world.relay.run()
  for (const [person, { air }] of Object.entries(team)) if (person !== 'p01') air.set('open')
  for (const person of TEAM)
    if (person !== 'p01') {
      await expectChecked(team[person].page, 40_000)
      await expectTeamPage(team[person], world.review, [NOTES.N07])
    }
  expect(textsAt(world.relay, world.notesOf('p01'))).toEqual([])

  // The morning after: nobody presses anything but the icon.
  p01.air.set('open')
  await p01.setClockForNextPage(world.at('07:30') + DAY)
  await p01.newTab()
  await blank.close()
  await expectChecked(p01.page, 40_000)
  for (const person of TEAM) {
    await expectTeamPage(team[person], world.review, [])
    await expectChecked(team[person].page)
  }

  expectNotesAtRelay(world)
  expectRouteAtRelay(world)
  expect(quarantined(world.relay)).toBe(0)
  await expectEqualEverywhere(world, team)
  // The wrong clock harmed nobody, and the relay went by its own.
  const received = rowsOf(world.relay, world.notesOf('p05')).map(({ receivedAt }) => receivedAt)
  expect(Math.max(...received)).toBeLessThan(world.at('23:59'))
  await expect(where(p05.page)).toHaveText(/^Safe at the trust/)
})
