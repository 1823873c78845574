import { expect, type Page } from '@playwright/test'
import { at, type Screen } from './every-screen.ts'
import type { Person } from './screens.ts'

const main = (page: Page) => page.getByRole('main')
const heading = (page: Page, name: string | RegExp) =>
  expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible()

/** Where a page has found screens that lead to others: the second time it goes there at once. */
const found = new WeakMap<Page, Map<Screen, string>>()

async function reach(page: Page, screen: Screen) {
  const places = found.get(page) ?? new Map<Screen, string>()
  found.set(page, places)
  const place = places.get(screen)
  if (place === page.url()) return
  if (place === undefined) await screen.open(page)
  else await page.goto(place)
  places.set(screen, page.url())
}

/** A screen that is reached from another one, by a link of it. */
export const from = (
  before: Screen,
  name: string,
  link: string | RegExp,
  title: string | RegExp,
): Screen => ({
  name,
  async open(page) {
    await reach(page, before)
    await main(page)
      .getByRole('link', { name: link, exact: typeof link === 'string' })
      .first()
      .click()
    await heading(page, title)
    await expect(page.getByText(/^(Opening|Asking) /)).toHaveCount(0)
  },
})

const checks = at('work-checks', '/checks', 'Checks')
const walked = from(checks, 'work-walked', /handed in$/, 'Monthly walkaround')
const actions = at('work-actions', '/actions', 'Actions')
const visits = at('work-visits', '/visits', 'Visits')
const scr = at('work-scr', '/checks/scr', 'Single central record')

/** A new walk at the school where a hazard is still open. */
const nextWalk: Screen = {
  name: 'work-next-walk',
  async open(page) {
    await at('check-start', '/checks/start/900001', 'Start a check').open(page)
    await page.getByRole('button', { name: 'Start: Monthly walkaround' }).click()
    await expect(page.getByText('1 hazard of earlier walks. Look at it first.')).toBeVisible()
  },
}

const compliance: readonly Screen[] = [
  at('work-today', '/', 'Today'),
  checks,
  walked,
  from(walked, 'work-zone', 'Fire', 'Fire'),
  from(walked, 'work-handed-in', 'What was handed in', 'Handed in'),
  nextWalk,
  actions,
  from(actions, 'work-action-open', /^Corridor door/, /^Corridor door/),
  from(actions, 'work-action-waiting', /^Update ladder register/, /^Update ladder register/),
  at('work-actions-calendar', '/actions/calendar', 'Actions by day'),
  at('work-actions-schools', '/actions/schools', 'School by school'),
  visits,
  from(visits, 'work-visit', /walkaround/, 'Health and safety walkaround'),
  at('work-visits-again', '/visits/again', 'Plan visits'),
  at('work-calendar', '/visits/calendar', 'School calendar'),
  scr,
  from(scr, 'work-scr-check', /\d{4}$/, 'Spot check'),
  at('work-checklists', '/templates', 'Checklists'),
  at('work-checklist', '/templates/lists/classroom', 'Classroom, each term'),
]

const RECAP = 'Recap at the start of lessons'
const walks = at('work-walks', '/walks', 'Walks')
const walk = from(walks, 'work-walk', /Recap/, RECAP)
const part = (name: string, title: string): Screen => from(walk, name, title, title)
const rooms = part('work-rooms', 'Rooms')

const leader: readonly Screen[] = [
  walks,
  walk,
  part('work-plan', 'Plan'),
  rooms,
  from(rooms, 'work-room', 'Year 6', 'Year 6'),
  part('work-books', 'Books'),
  part('work-pupils', 'Pupil voice'),
  part('work-together', 'Seen together'),
  part('work-share', 'Share'),
  part('work-summary', 'Sum up'),
  at('work-over-time', '/walks/over-time', 'Themes over time'),
]

const mine = at('work-shared-walks', '/walks', 'Walks')
const visited: readonly Screen[] = [mine, from(mine, 'work-shared', /Recap/, RECAP)]

/** Screens of a trust that has been at work for some weeks, as those see them whose work it is. */
export const workScreens: readonly (readonly [Person, readonly Screen[]])[] = [
  ['p09', compliance],
  ['p23', leader],
  ['p12', visited],
  ['p13', [at('work-site-today', '/', 'Today'), at('work-site-actions', '/actions', 'Actions')]],
]
