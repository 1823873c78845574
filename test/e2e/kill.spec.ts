import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import { chance } from './support/chance.ts'
import { textsAt } from './support/relay-rows.ts'
import {
  expectChecked,
  expectWhere,
  noteBox,
  openCapture,
  readySinceYesterday,
} from './support/screens.ts'
import type { Tablet } from './support/tablet.ts'
import { watchScreen } from './support/witness.ts'
import { expect, test } from './support/world.ts'

const KILLS = Number(process.env['KILLS'] ?? 8)
const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000)
const PROMISE_MS = 500
const WORDS = 'pupils could say which book comes next and why while the adults only listened '

interface Round {
  /** The longest text that the screen called saved, and what it said then. */
  readonly calledSaved: string
  readonly inWords: string
  /** What had been typed half a second before the kill. */
  readonly owed: string
  /** Every key that was on its way, the last one perhaps not delivered. */
  readonly typed: string
}

type Roll = ReturnType<typeof chance>

/** Types into a new card as people do, in bursts, until the battery dies under their hands. */
async function typeUntilKilled(tablet: Tablet, opening: string, roll: Roll): Promise<Round> {
  const { page } = tablet
  await openCapture(page)
  let calledSaved = ''
  let inWords = ''
  await watchScreen(page, ({ card, header, text }) => {
    const says = card === 'saved' || header.startsWith('On this device')
    if (!says || text.length <= calledSaved.length) return
    calledSaved = text
    inWords = `card: ${card}, header: ${header}`
  })
  const strokes: { at: number; text: string }[] = []
  let over = false
  let typed = ''
  const typing = (async () => {
    for (let text = ''; !over;) {
      const key =
        text.length < opening.length ? opening[text.length] : WORDS[text.length % WORDS.length]
      text += key
      typed = text
      await page.keyboard.press(key === ' ' ? 'Space' : `${key}`)
      strokes.push({ at: Date.now(), text })
      await pause(roll(0, 1) < 0.04 ? roll(250, 600) : roll(5, 60))
    }
  })().catch((error: unknown) => {
    if (!over) throw error
  })
  // Cutting rows of a card that was just begun is as likely as cutting a long one.
  await pause(roll(150, 3000))
  over = true
  const killedAt = Date.now()
  await tablet.kill()
  await typing
  const owed = strokes.findLast(({ at }) => at <= killedAt - PROMISE_MS)?.text ?? ''
  return { calledSaved, inWords, owed, typed }
}

/** The notes on this tablet as the app shows them after a start with no network. */
async function notesAfterRestart(tablet: Tablet, review: string): Promise<string[]> {
  const page: Page = await tablet.on(`/reviews/${review}/notes`)
  await expectWhere(page, /^(On this device: \d+ to send|Safe at the trust.*)$/)
  const listed = page.getByRole('article').first().or(page.getByText('No notes yet'))
  await expect(listed).toBeVisible()
  const bodies = await page.getByRole('article').allInnerTexts()
  // A note may be as short as "R".
  const isWords = (line: string) => 'Round'.startsWith(line.slice(0, 'Round'.length))
  return bodies.map((text) => text.split('\n').find((line) => line !== '' && isWords(line)) ?? text)
}

/** Those of some texts that are not among others, counting equal ones: many begin alike. */
function without(texts: readonly string[], others: readonly string[]): string[] {
  const rest = [...texts]
  for (const other of others) if (rest.includes(other)) rest.splice(rest.indexOf(other), 1)
  return rest
}

test(`T8: ${KILLS} kills during typing: what the screen called saved is there, and no more than half a second is gone`, async ({
  world,
}) => {
  test.setTimeout(60_000 + KILLS * 20_000)
  test.info().annotations.push({ type: 'seed', description: String(SEED) })
  const roll = chance(SEED)
  const tablet = await world.tablet()
  await readySinceYesterday(tablet, 'p04')
  tablet.air.set('cut')

  let before: string[] = []
  let seenSaved = 0
  for (let round = 1; round <= KILLS; round++) {
    const opening = `Round ${round}: `
    const { calledSaved, inWords, owed, typed } = await typeUntilKilled(tablet, opening, roll)
    const now = await notesAfterRestart(tablet, world.review)
    const fresh = without(now, before)
    const kept = fresh[0] ?? ''
    const told = `seed ${SEED}, round ${round}, typed "${typed}", kept "${kept}", ${inWords}`
    expect(kept.length, `what the screen called saved: ${told}`).toBeGreaterThanOrEqual(
      calledSaved.trim().length,
    )
    expect(kept.length, `half a second: ${told}`).toBeGreaterThanOrEqual(owed.trim().length)
    expect(typed.startsWith(kept), `as it was typed: ${told}`).toBe(true)
    expect(fresh.length, `one note at most: ${told}`).toBeLessThanOrEqual(1)
    expect(without(before, now), `earlier notes: ${told}`).toEqual([])
    before = now
    if (calledSaved !== '') seenSaved++
  }
  // Otherwise this test has looked at nothing.
  expect(seenSaved).toBeGreaterThanOrEqual(KILLS / 2)

  tablet.air.set('open')
  await expectChecked(tablet.page, 40_000)
  const sent = textsAt(world.relay, world.notesOf('p04')).map((text) => text.trim())
  expect(sent.sort()).toEqual([...before].sort())
  await expect(noteBox(tablet.page)).toHaveCount(0)
})
