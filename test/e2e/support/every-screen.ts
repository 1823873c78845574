import { expect, type Page } from '@playwright/test'
import { writeNote } from './screens.ts'

export interface Screen {
  readonly name: string
  readonly open: (page: Page) => Promise<void>
}

/** Three notes, so that no list is empty. */
export async function someNotes(page: Page): Promise<void> {
  await writeNote(page, {
    text: 'Year 3: 26 of 28 reading folders had the sheet; 19 had an entry this week.',
    question: 1,
    kind: 'Saw',
  })
  await writeNote(page, {
    text: 'Year 4: the same steps in every room.',
    question: 2,
    kind: 'Heard',
  })
  await writeNote(page, { text: 'Nine minutes of waiting between lessons; no task on the board.' })
}

/** A screen by its address; it is there when its own heading is, not the one of the screen before. */
const at = (name: string, path: string, heading: string): Screen => ({
  name,
  open: async (page) => {
    await page.goto(new URL(path, page.url()).href)
    await expect(page.getByRole('heading', { level: 1, name: heading, exact: true })).toBeVisible()
    // The kit shows the loading state itself.
    if (path !== '/kit') await expect(page.getByText(/^(Opening|Asking) /)).toHaveCount(0)
  },
})

/** Shows the page in light or dark, and waits until no colour is on its way to the other. */
export async function paint(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  // The app hears of it a moment later; half painted, its contrast is nobody's.
  await page.waitForFunction((wanted) => {
    const { scheme } = document.documentElement.dataset
    return scheme === undefined || scheme === wanted
  }, colorScheme)
  await page.evaluate(async () => {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
    const ends = document
      .getAnimations()
      .filter(({ effect }) => effect?.getTiming().iterations !== Infinity)
    await Promise.allSettled(ends.map(({ finished }) => finished))
  })
}

const SCHOOL = 'Rookery Pond Primary School'

/** One question of the answers. */
const oneAnswer = (name: string, review: string, n: number): Screen => ({
  name,
  open: async (page) => {
    await at('answers', `/reviews/${review}/answers`, 'Agree the answers').open(page)
    await page
      .getByRole('list', { name: 'Key questions' })
      .getByRole('link', { name: new RegExp(`^Question ${n}\\b`) })
      .click()
    await expect(page.getByRole('heading', { level: 1, name: `Question ${n}` })).toBeVisible()
  },
})

/** What the school's lead works on before the day. */
export const headScreens = (review: string): Screen[] => [
  at('prepare', `/reviews/${review}/prepare`, 'Prepare'),
]

/** What the review lead works on: a place of the timetable open, and an answer with its evidence. */
export const leadScreens = (review: string): Screen[] => [
  {
    name: 'timetable',
    async open(page) {
      await at('timetable', `/reviews/${review}/timetable`, 'Timetable of the day').open(page)
      await page.getByRole('gridcell').filter({ hasText: 'Year 3' }).first().click()
      await expect(page.getByRole('textbox', { name: /^Activity|^What/ }).first()).toBeVisible()
    },
  },
  {
    name: 'answer-in-work',
    async open(page) {
      await oneAnswer('answer', review, 2).open(page)
      const answer = page.getByRole('textbox', { name: 'Answer to question 2' })
      await answer.fill('Adults know the steps; pupils meet two versions of them in Years 4 and 5.')
      const behind = page.getByRole('button', { name: /^Put behind/ }).first()
      if (await behind.isVisible()) await behind.click()
      await page.getByRole('button', { name: /^Add a strength/ }).click()
      await page
        .getByRole('textbox', { name: 'Strength 1' })
        .fill('Calm, quick use of the steps in Year 4.')
    },
  },
]

/** Every screen there is, in the order in which a day meets them. */
export const everyScreen = (review: string): Screen[] => [
  at('today', '/', 'Today'),
  at('reviews', '/reviews', 'Reviews'),
  at('pack', `/reviews/${review}`, SCHOOL),
  at('capture', `/reviews/${review}/capture`, 'New note'),
  at('my-notes', `/reviews/${review}/notes`, 'My notes'),
  {
    name: 'note',
    async open(page) {
      await at('my-notes', `/reviews/${review}/notes`, 'My notes').open(page)
      await page.getByRole('article').first().getByRole('link').first().click()
      await expect(page.getByRole('textbox', { name: 'Note' })).not.toHaveValue('')
    },
  },
  at('team', `/reviews/${review}/team`, 'The team’s notes'),
  at('who-is-in', `/reviews/${review}/in`, 'Who is in'),
  at('prepare-to-read', `/reviews/${review}/prepare`, 'Prepare'),
  at('people', `/reviews/${review}/people`, 'Team'),
  at('ready', `/reviews/${review}/ready`, 'Ready with no signal'),
  at('timetable-to-read', `/reviews/${review}/timetable`, 'Timetable of the day'),
  at('timetable-print', `/reviews/${review}/timetable/print`, `${SCHOOL}: the day`),
  at('day', `/reviews/${review}/day`, 'The day in school'),
  at('keep-in-touch', `/reviews/${review}/meeting`, 'Keep-in-touch'),
  at('answers', `/reviews/${review}/answers`, 'Agree the answers'),
  oneAnswer('answer', review, 1),
  at('read-out', `/reviews/${review}/read-out`, 'What we found together'),
  at('letter-to-come', `/reviews/${review}/letter`, 'Letter to the school'),
  at('letter-print', `/reviews/${review}/letter/print`, 'Letter, to print'),
  at('history', `/reviews/${review}/history`, 'History'),
  at('action-plan', `/reviews/${review}/action-plan`, 'Action plan'),
  at('action-plan-gather', `/reviews/${review}/action-plan/gather`, 'Ideas into commitments'),
  at('action-plan-page', `/reviews/${review}/action-plan/page`, `${SCHOOL}: what we will do`),
  at('action-plan-actions', `/reviews/${review}/action-plan/actions`, 'Actions from this session'),
  at('hand-over', `/reviews/${review}/hand-over`, 'Hand over'),
  at('plan', '/plan', 'Plan a review'),
  at('control-visits', '/control', 'Internal control visits'),
  at('scr-checks', '/checks/scr', 'Single central record'),
  at('scr-new', '/checks/scr/new/900002', 'New spot check'),
  at('riddor', '/checks/riddor', 'Does it have to be reported?'),
  at('my-sign-in', '/account/sign-in', 'Signing in'),
  at('people-not-mine', '/people', 'People'),
  at('this-device', '/device', 'What is on this device'),
  at('lock-of-device', '/device/lock', 'Lock of this device'),
  at('account', '/account', 'Account'),
  at('devices', '/account/devices', 'Devices'),
  at('sign-in-again', '/sign-in', 'Sign in'),
  at('put-aside', '/quarantine', 'Work put aside'),
  at('promises', '/promises', 'Seven promises'),
  at('not-found', '/there-is-no-such-page', 'No such page'),
  at('not-my-review', '/reviews/somebody-elses', 'Not one of your reviews'),
  // Last: it is not inside the app's frame.
  at('kit', '/kit', 'The kit'),
]
