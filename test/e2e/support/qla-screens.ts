import { expect, type Page } from '@playwright/test'
import { at, type Screen } from './every-screen.ts'
import type { Person } from './screens.ts'
import { from } from './work-screens.ts'

const SCIENCE = 'Year 8 science, autumn spiral'
const ARITHMETIC = 'KS2 maths 2023, Paper 1: arithmetic'

const home = at('qla-home', '/qla', 'Question analysis')
const button = (page: Page, name: string | RegExp) =>
  page.getByRole('main').getByRole('button', { name }).first()

/** A screen with something done on it, if it was not done on the way before. */
const then = (screen: Screen, name: string, act: (page: Page) => Promise<void>): Screen => ({
  name,
  async open(page) {
    await screen.open(page)
    await act(page)
  },
})

const papers = at('qla-papers-kept', '/qla/papers', 'Papers')
const paper = from(papers, 'qla-paper', SCIENCE, 'Paper')
const classes = at('qla-classes-kept', '/qla/classes', 'Classes')
const figures = from(paper, 'qla-figures', 'Figures of others', 'Figures of others')
const sitting = from(home, 'qla-sitting', SCIENCE, SCIENCE)
const picture = from(sitting, 'qla-picture', 'See the picture', 'The picture')
const decide = from(picture, 'qla-decide-first', 'Decide what to do', 'Decide')

const chosen = then(decide, 'qla-decide', async (page) => {
  const areas = page.getByRole('list', { name: 'Chosen areas' })
  if (!(await areas.isVisible())) await button(page, /^Choose /).click()
  await expect(areas).toBeVisible()
})
const area = then(
  from(chosen, 'qla-area', /^Reteach and group: /, /^Reteach: /),
  'qla-area',
  async (page) => {
    const plan = button(page, 'Plan the reteach')
    if (await plan.isVisible()) await plan.click()
    await expect(page.getByRole('textbox', { name: 'Resource' })).toBeVisible()
  },
)
const retest = then(
  from(area, 'qla-retest', 'Go on to the retest', 'Retest'),
  'qla-retest',
  async (page) => {
    if (!(await page.getByRole('table').first().isVisible())) {
      await page
        .getByRole('checkbox', { name: /^Question / })
        .first()
        .check()
      await button(page, /^Open the retest: \d+ mark/).click()
    }
    const boxes = page.getByRole('table').first().getByRole('textbox')
    await boxes.first().fill('1')
    await boxes.nth(1).fill('9')
    await expect(page.getByText(/at most: 9 is too many/)).toBeVisible()
  },
)
const grades = then(
  from(retest, 'qla-grades', 'Go on to the grades', 'Grades'),
  'qla-grades',
  async (page) => {
    const update = button(page, 'Update the grades')
    if (await update.isVisible()) await update.click()
    const outside = page.getByRole('combobox', { name: /^Projected: / }).first()
    await outside.selectOption({ label: 'GD+' })
    await page
      .getByRole('combobox', { name: /^Target: / })
      .nth(1)
      .selectOption({ label: 'GD+' })
  },
)
const moderation = at('qla-moderation', '/qla/moderation', 'Moderation')
const round = then(moderation, 'qla-moderation-round', async (page) => {
  await page.getByRole('textbox', { name: 'Subject' }).fill('Science')
  await page.getByRole('combobox', { name: 'Year group' }).selectOption({ label: 'Year 8' })
  await page.locator('label').filter({ hasText: 'Over 10%' }).first().click()
  await button(page, /^Draw \d+ scripts? of \d+/).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Science, Year 8' })).toBeVisible()
  for (const [who, label] of [
    ['Teacher', 'EX'],
    ['Moderator', 'EX+'],
  ] as const)
    await page
      .getByRole('combobox', { name: new RegExp(`^${who}: `) })
      .first()
      .selectOption({ label })
})
const across = then(picture, 'qla-trust', async (page) => {
  await button(page, /^Count (again )?for the trust$/).click()
  await expect(page.getByText(/^Counted /)).toBeVisible()
  // Through the app: an address typed at once would leave before the count is on the disk.
  for (const [where, link] of [
    ['navigation', 'Question analysis'],
    ['main', 'Across schools'],
  ] as const)
    await page.getByRole(where).getByRole('link', { name: link, exact: true }).click()
  await expect(page.getByRole('region', { name: 'Areas by school' })).toBeVisible()
})

/** A paper all marked, as the Assistant Principal for achievement works it through. */
const achievement: readonly Screen[] = [
  home,
  papers,
  paper,
  then(figures, 'qla-figures', async (page) => {
    await page.getByRole('textbox', { name: 'Whose figures they are' }).fill('National 2026')
    await page.getByText('Type them instead').click()
    await page.getByRole('textbox', { name: 'Question 1a' }).fill('64%')
  }),
  at('qla-settings', '/qla/settings', 'Settings of the analysis'),
  at('qla-start-here', '/qla/start', 'Start with a paper'),
  classes,
  from(classes, 'qla-class', '8X/Sc2', 'Class'),
  sitting,
  from(sitting, 'qla-bring-marks', 'Bring in marks', 'Bring in marks'),
  from(sitting, 'qla-marks', /^Enter marks/, 'Enter marks'),
  picture,
  decide,
  chosen,
  area,
  retest,
  grades,
  at('qla-below-target', '/qla/below-target', 'Below target'),
  moderation,
  round,
  across,
]

const half = from(home, 'qla-sitting-half', ARITHMETIC, ARITHMETIC)
const marks = from(half, 'qla-marks-half', 'Enter marks', 'Enter marks')

/** A pile half marked, as the class teacher has it before her. */
const teacher: readonly Screen[] = [
  half,
  marks,
  then(marks, 'qla-pad', async (page) => {
    await page.locator('label').filter({ hasText: 'One pupil at a time' }).click()
    await expect(page.getByRole('list', { name: 'Questions' })).toBeVisible()
  }),
  from(half, 'qla-picture-half', /^Picture of the class/, 'The picture'),
]

/** Screens of question analysis with a paper on them, as those see them whose work it is. */
export const qlaScreens: readonly (readonly [Person, readonly Screen[]])[] = [
  ['p20', achievement],
  ['p12', teacher],
]
