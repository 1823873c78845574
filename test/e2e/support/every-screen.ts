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
export const at = (name: string, path: string, heading: string): Screen => ({
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
  ...checklistScreens,
]

/** What those who keep the trust's checklists work on. */
const checklistScreens: Screen[] = [
  at('checklist-bring-in', '/templates/bring-in', 'Bring in a spreadsheet'),
  {
    name: 'checklist-in-work',
    async open(page) {
      await at('checklist', '/templates/lists/learning-walk', 'Learning walk').open(page)
      await page.getByRole('button', { name: 'Change it for our trust' }).click()
      await page
        .getByRole('button', { name: /^Change: / })
        .first()
        .click()
      await page.getByRole('button', { name: /^More settings: / }).click()
    },
  },
]

/** A walk that is begun for the look of it, from the page on which one is started. */
const aWalk = (name: string, go: (page: Page) => Promise<void>): Screen => ({
  name,
  open: async (page) => {
    await at('check-start', '/checks/start/900002', 'Start a check').open(page)
    await page.getByRole('button', { name: 'Start: Monthly walkaround' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Monthly walkaround' })).toBeVisible()
    await go(page)
  },
})
const toZone = async (page: Page) => {
  await page.getByRole('link', { name: 'Outside', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Outside' })).toBeVisible()
}

/** What a school's leader walks through on a monthly walkaround. */
const walkScreens: readonly Screen[] = [
  at('checks', '/checks', 'Checks'),
  at('check-start', '/checks/start/900002', 'Start a check'),
  aWalk('walk-zone', toZone),
  aWalk('walk-hazard', async (page) => {
    await toZone(page)
    await page
      .getByRole('group', { name: /^B5: / })
      .locator('label')
      .filter({ hasText: 'Fail' })
      .click()
    await expect(page.getByRole('heading', { level: 1, name: 'Hazard: B5' })).toBeVisible()
    await page.locator('label').filter({ hasText: 'Red' }).click()
    await expect(page.getByText('Could somebody be hurt now?')).toBeVisible()
  }),
  aWalk('walk-route', async (page) => {
    await expect(page.getByText('Still open from before')).toBeVisible()
  }),
  aWalk('walk-finish', async (page) => {
    await page.getByRole('link', { name: 'Finish' }).click()
    await page.getByRole('button', { name: 'Sign on the glass' }).click()
  }),
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
  ...walkScreens,
  at('plan', '/plan', 'Plan a review'),
  at('control-visits', '/control', 'Internal control visits'),
  at('visits', '/visits', 'Visits'),
  at('visits-again', '/visits/again', 'Plan visits'),
  at('school-calendar', '/visits/calendar', 'School calendar'),
  at('schools-not-mine', '/visits/schools', 'Schools of the trust'),
  at('visit-not-planned', '/visits/one/none', 'No such visit'),
  at('checklists', '/templates', 'Checklists'),
  at('checklist', '/templates/lists/monthly-walkaround', 'Monthly walkaround'),
  at('walks', '/walks', 'Walks'),
  at('walk-start', '/walks/start', 'Start a walk'),
  at('walk-themes', '/walks/over-time', 'Themes over time'),
  at('walk-not-mine', '/walks/900001/2026-27/none', 'Not open to you'),
  at('actions', '/actions', 'Actions'),
  at('actions-add', '/actions/add', 'Add audit actions'),
  at('actions-calendar', '/actions/calendar', 'Actions by day'),
  at('actions-schools', '/actions/schools', 'School by school'),
  at('actions-email', '/actions/email', 'E-mail on Mondays'),
  at('question-analysis', '/qla', 'Question analysis'),
  at('qla-papers', '/qla/papers', 'Papers'),
  at('qla-paper-gone', '/qla/papers/one/none', 'No such paper'),
  at('qla-classes', '/qla/classes', 'Classes'),
  at('qla-bring-pupils', '/qla/classes/900002/bring-in', 'Bring in pupils'),
  at('qla-start', '/qla/start', 'Start with a paper'),
  at('qla-settings-to-read', '/qla/settings', 'Settings of the analysis'),
  at('qla-moderation-none', '/qla/moderation', 'Moderation'),
  at('qla-sample-none', '/qla/moderation/900001/2026-27/none', 'No such sample'),
  at('qla-below-none', '/qla/below-target', 'Below target'),
  at('qla-trust-none', '/qla/trust', 'Across schools'),
  at('qla-not-mine', '/qla/900001/2026-27/none/enter', 'Not open to you'),
  at('scr-checks', '/checks/scr', 'Single central record'),
  at('scr-new', '/checks/scr/new/900002', 'New spot check'),
  at('riddor', '/checks/riddor', 'Does it have to be reported?'),
  at('my-sign-in', '/account/sign-in', 'Signing in'),
  at('people-not-mine', '/people', 'People'),
  at('name-and-logo-not-mine', '/people/trust', 'Name and logo'),
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
