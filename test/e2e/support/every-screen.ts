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

const at = (name: string, path: string): Screen => ({
  name,
  open: async (page) => {
    // Within the app: a fresh load for each screen would prove less and take longer.
    await page.evaluate((to) => {
      history.pushState({}, '', to)
      dispatchEvent(new PopStateEvent('popstate'))
    }, path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(
      page.getByRole('main').getByRole('status', { name: /Loading|Opening/ }),
    ).toHaveCount(0)
  },
})

/** Every screen there is, in the order in which a day meets them. */
export const everyScreen = (review: string): Screen[] => [
  at('today', '/'),
  at('reviews', '/reviews'),
  at('pack', `/reviews/${review}`),
  at('capture', `/reviews/${review}/capture`),
  at('my-notes', `/reviews/${review}/notes`),
  {
    name: 'note',
    async open(page) {
      await page.getByRole('article').first().getByRole('link').first().click()
      await expect(page.getByRole('textbox', { name: 'Note' })).not.toHaveValue('')
    },
  },
  at('team', `/reviews/${review}/team`),
  at('who-is-in', `/reviews/${review}/in`),
  at('this-device', '/device'),
  at('promises', '/promises'),
  at('kit', '/kit'),
  at('not-found', '/there-is-no-such-page'),
]
