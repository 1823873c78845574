import { expect, type Locator, type Page } from '@playwright/test'
import type { Tablet } from './tablet.ts'

/** People of the demonstration, by id: the first names that the sign-in buttons carry. */
export const FIRST_NAMES = {
  p01: 'Barnaby',
  p02: 'Hettie',
  p03: 'Primrose',
  p04: 'Rufus',
  p05: 'Odette',
  p07: 'Clementine',
  p08: 'Otto',
  p09: 'Wilhelmina',
  p10: 'Cornelius',
  p12: 'Juno',
  p13: 'Fergus',
  p20: 'Euphemia',
  p21: 'Gideon',
  p23: 'Percival',
} as const
export type Person = keyof typeof FIRST_NAMES

const SAFE = /^Safe at the trust/

/** The header's word for where the work is. */
export const where = (page: Page): Locator =>
  page
    .getByRole('banner')
    .getByRole('link', { name: /^(Saving|On this device|Safe at the trust|Needs you)/ })

export const expectWhere = (page: Page, word: string | RegExp, timeout = 10_000): Promise<void> =>
  expect(where(page)).toHaveText(word, { timeout })

/** Everything acknowledged by the relay and found the same by fingerprint: the word has a time then. */
export const expectChecked = (page: Page, timeout = 20_000): Promise<void> =>
  expectWhere(page, /^Safe at the trust: \d\d:\d\d$/, timeout)

/** The app is on the tablet: from now on it opens with no network at all. */
export async function expectInstalled(page: Page): Promise<void> {
  await expect
    .poll(
      () =>
        page.evaluate(async () => {
          const { active } = await navigator.serviceWorker.ready
          return active?.state === 'activated' && navigator.serviceWorker.controller !== null
        }),
      { timeout: 60_000 },
    )
    .toBe(true)
}

/** One tap on the sign-in screen, then the app. */
export async function signIn(page: Page, person: Person): Promise<void> {
  // A letter that changes its shape moves what is below it, perhaps between press and release.
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  await page.getByRole('button', { name: `Go in as ${FIRST_NAMES[person]}` }).click()
  await expect(where(page)).toBeVisible()
}

/** Switches a new tablet on, signs somebody in and waits until app and pack are on it. */
export async function ready(tablet: Tablet, person: Person): Promise<Page> {
  const page = await tablet.on()
  await signIn(page, person)
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible()
  await expectInstalled(page)
  await expectWhere(page, SAFE, 20_000)
  return page
}

/** ... for those on the team: the pack is here, and checked against the relay. */
export async function readyWithPack(tablet: Tablet, person: Person): Promise<Page> {
  const page = await ready(tablet, person)
  // Today's review, or that of the last time to a tablet whose clock is ahead; other jobs have cards of the school too.
  const today = page.getByRole('heading', { name: 'Rookery Pond Primary School', level: 2 })
  const before = page.getByRole('list', { name: 'Last time' }).getByRole('heading')
  await expect(today.or(before)).toBeVisible()
  await expectChecked(page)
  return page
}

/**
 * ... the evening before: the browser was shut down in order since, which writes its cookies to
 * the disk. Left to itself it does that every half minute, and a kill before loses the sign-in.
 */
export async function readySinceYesterday(tablet: Tablet, person: Person): Promise<Page> {
  await readyWithPack(tablet, person)
  await tablet.off()
  return tablet.on()
}

export const noteBox = (page: Page): Locator => page.getByRole('textbox', { name: 'Note' })

/** From wherever one is to an empty card. */
export async function openCapture(page: Page): Promise<void> {
  const atCapture = new URL(page.url()).pathname.endsWith('/capture')
  const next = page.getByRole('button', { name: 'Next note' })
  if (atCapture && (await next.isEnabled())) await next.click()
  else {
    await page.getByRole('navigation').getByRole('link', { name: 'Today' }).click()
    const newNote = page.getByRole('main').getByRole('link', { name: 'New note' })
    // A clock that is years ahead has no review today: the way leads through the list then.
    const past = page.getByRole('list', { name: 'Last time' }).getByRole('link')
    await expect(newNote.or(past).first()).toBeVisible()
    if (await past.isVisible()) await past.click()
    await newNote.click()
  }
  await expect(noteBox(page)).toHaveValue('')
}

export type Kind = 'Saw' | 'Heard' | 'Read'

export interface Draft {
  readonly text: string
  /** Number of the key question; left out, the note is filed later. */
  readonly question?: number | undefined
  readonly kind?: Kind | undefined
  /** Start of the slot, picked by hand; left out, the timetable fills it in. */
  readonly slot?: string | undefined
}

const chip = (page: Page, group: string, name: RegExp | string): Locator =>
  page.getByRole('group', { name: group }).locator('label').filter({ hasText: name })

export const pickQuestion = (page: Page, n: number): Promise<void> =>
  chip(page, 'Key question', new RegExp(`^${n}\\. `)).click()
export const pickKind = (page: Page, kind: Kind): Promise<void> =>
  chip(page, 'How I know', kind).click()

/** What the card says about its own words. */
export const saved = (page: Page): Locator => page.locator('[data-saved]')
export const expectSaved = (page: Page): Promise<void> =>
  expect(saved(page)).toHaveAttribute('data-saved', 'saved', { timeout: 10_000 })

async function pickSlot(page: Page, start: string) {
  await page.getByRole('button', { name: 'Change time or place' }).click()
  const when = page.getByRole('combobox', { name: 'When' })
  const label = await when.locator('option').filter({ hasText: start }).first().textContent()
  await when.selectOption({ label: label ?? '' })
  await page.getByRole('button', { name: 'Done with time and place' }).click()
}

/** Writes one note by hand, from an empty card to "Saved on this device". */
export async function writeNote(page: Page, draft: Draft): Promise<void> {
  await openCapture(page)
  await noteBox(page).pressSequentially(draft.text)
  if (draft.slot !== undefined) await pickSlot(page, draft.slot)
  if (draft.question !== undefined) await pickQuestion(page, draft.question)
  if (draft.kind !== undefined) await pickKind(page, draft.kind)
  await expectSaved(page)
}

/** Presses "I have told them" in the dialog that sends the person to the DSL. */
export async function tellDsl(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Tell the DSL now' }).first().click()
  await page.getByRole('button', { name: 'I have told them' }).click()
  await expect(page.getByText('Kept: the time and whom you told')).toBeVisible()
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
}

/** The notes in one list of cards, each as its whole card reads. */
export const cardsIn = (page: Page, list: string): Locator =>
  page.getByRole('list', { name: list }).getByRole('article')

/** To a place by the navigation, without loading the app again. */
export const goTo = (
  page: Page,
  place: 'Today' | 'Reviews' | 'Account' | 'This device',
): Promise<void> => page.getByRole('navigation').getByRole('link', { name: place }).click()

/** From the notice that the sign-in has ended to being signed in again. */
export async function signInAgain(page: Page, person: Person): Promise<void> {
  await goTo(page, 'This device')
  await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click()
  await signIn(page, person)
}

export async function signOut(page: Page): Promise<void> {
  await goTo(page, 'This device')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { name: 'Who are you?' })).toBeVisible()
}

/** The texts of my notes, as the app lists them. */
export async function openMyNotes(page: Page): Promise<void> {
  await goTo(page, 'Today')
  await page
    .getByRole('main')
    .getByRole('link', { name: /^My notes/ })
    .click()
  await expect(page.getByRole('heading', { level: 1, name: 'My notes' })).toBeVisible()
}
