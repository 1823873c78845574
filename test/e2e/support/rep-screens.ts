import { expect, type Page } from '@playwright/test'
import { at, type Screen } from './every-screen.ts'
import type { Person } from './screens.ts'
import { from } from './work-screens.ts'

const PLAN = '/reps/rookery-pond-rep-1'
const DRAFT = '/reps/thistledown-frep-1'
const FOLDERS = /^Each reading folder shows/
/** ... with its number before it. */
const IN_LIST = /Each reading folder shows/

/** By its address; its heading holds words of the plan. */
const under = (name: string, path: string, heading: RegExp): Screen => ({
  name,
  async open(page: Page) {
    await page.goto(new URL(path, page.url()).href)
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
    await expect(page.getByText(/^(Opening|Asking) /)).toHaveCount(0)
  },
})

const board = under('rep-board', '/reps', /./)

/** Today's visit, begun if it was not. */
const visit: Screen = {
  name: 'rep-visit',
  async open(page) {
    await board.open(page)
    const main = page.getByRole('main')
    await main
      .getByRole('button', { name: /^Start today’s visit/ })
      .or(main.getByRole('link', { name: /^Go on with/ }))
      .first()
      .click()
    await expect(page).toHaveURL(/\/visits\//)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  },
}

const mentor: readonly Screen[] = [
  board,
  visit,
  from(visit, 'rep-visit-item', FOLDERS, FOLDERS),
  under('rep-gone', '/reps/no-such-plan', /^Not open to you$/),
]
const overview = under('rep-plan', PLAN, /./)

const head: readonly Screen[] = [
  at('rep-today', '/', 'Today'),
  overview,
  from(overview, 'rep-item', IN_LIST, FOLDERS),
  under('rep-money', `${PLAN}/money`, /^Money from reserves$/),
  under('rep-page', `${PLAN}/page`, /^Plan on a page$/),
  under('rep-timeline', `${PLAN}/timeline`, /./),
]

/** A review begun, with what stands in the way said. */
const review: Screen = {
  name: 'rep-review',
  async open(page) {
    await under('rep-review', `${PLAN}/review/w3`, /./).open(page)
    const begin = page.getByRole('button', { name: 'Begin the review' })
    if (await begin.isVisible()) await begin.click()
    await page.getByRole('button', { name: 'Hold the review' }).click()
    await expect(page.getByText('Not held yet')).toBeVisible()
  },
}

const leader: readonly Screen[] = [
  under('rep-list', '/reps', /./),
  under('rep-begin', '/reps/new', /./),
  under('rep-written', `${PLAN}/write`, /./),
  from(overview, 'rep-item-to-set', IN_LIST, FOLDERS),
  review,
  under('rep-end', `${PLAN}/end`, /./),
]

const finance: readonly Screen[] = [
  under('rep-draft', DRAFT, /./),
  under('rep-write', `${DRAFT}/write`, /./),
  under('rep-draft-page', `${DRAFT}/page`, /./),
]

/** Screens of rapid enhancement plans, as those see them whose work they are. */
export const repScreens: readonly (readonly [Person, readonly Screen[]])[] = [
  ['p08', mentor],
  ['p03', head],
  ['p02', leader],
  ['p10', finance],
]
