import { expect, type Page } from '@playwright/test'
import { expectWhere, noteBox, openCapture } from './screens.ts'
import type { Tablet } from './tablet.ts'

/** A state that nobody wishes for and that has its own words: each is reached in its own way. */
export interface HardState {
  readonly name: string
  /** @returns the page that shows it */
  readonly reach: (tablet: Tablet, review: string) => Promise<Page>
}

const heading = (page: Page, name: string) =>
  expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible()

/** For a tablet on which p04 is signed in, with signal; the order matters, for each leaves it changed. */
export const hardStates: readonly HardState[] = [
  {
    name: 'second-window',
    async reach(tablet) {
      const page = await tablet.secondTab('/')
      await expect(page.getByText('Corridor is open in another window')).toBeVisible()
      await heading(page, 'Today')
      return page
    },
  },
  {
    name: 'capture-offline',
    async reach(tablet) {
      tablet.air.set('cut')
      for (const other of tablet.context.pages()) if (other !== tablet.page) await other.close()
      await tablet.newTab()
      await openCapture(tablet.page)
      await noteBox(tablet.page).pressSequentially('Typed with no signal at all.')
      await expectWhere(tablet.page, /^On this device: \d+ to send$/)
      return tablet.page
    },
  },
  {
    name: 'tell-the-dsl',
    async reach(tablet) {
      await tablet.go('/')
      await tablet.page.getByRole('button', { name: 'Tell the DSL now' }).first().click()
      await expect(tablet.page.getByText('Go to the DSL now')).toBeVisible()
      return tablet.page
    },
  },
  {
    name: 'sign-in-with-no-signal',
    async reach(tablet) {
      await tablet.go('/sign-in')
      await expect(tablet.page.getByText('Signing in needs signal')).toBeVisible()
      return tablet.page
    },
  },
  {
    name: 'signed-out',
    async reach(tablet) {
      await tablet.context.clearCookies()
      tablet.air.set('open')
      await tablet.go('/')
      await expect(tablet.page.getByText(/^Your sign-in has ended/)).toBeVisible({
        timeout: 30_000,
      })
      await heading(tablet.page, 'Today')
      return tablet.page
    },
  },
  {
    name: 'something-is-missing',
    async reach(tablet) {
      // What a browser leaves that lost its database: the mark beside it.
      await tablet.page.evaluate(() =>
        localStorage.setItem(
          'corridor.mark.p04',
          JSON.stringify({ device: 'd'.repeat(32), high: 999, unsent: 2 }),
        ),
      )
      await tablet.go('/device')
      await expectWhere(tablet.page, 'Needs you: something is missing')
      await heading(tablet.page, 'What is on this device')
      return tablet.page
    },
  },
  {
    name: 'a-part-is-missing',
    async reach(tablet, review) {
      await tablet.page.evaluate(async () => {
        for (const name of await caches.keys()) {
          const kept = await caches.open(name)
          for (const request of await kept.keys())
            if (request.url.includes('/peer-review-')) await kept.delete(request)
        }
      })
      // The browser's own cache holds it as well.
      await (await tablet.devtools()).send('Network.clearBrowserCache')
      tablet.air.set('cut')
      await tablet.go(`/reviews/${review}/team`)
      await heading(tablet.page, 'This page is not on the device yet')
      return tablet.page
    },
  },
  {
    name: 'no-storage',
    async reach(tablet) {
      await tablet.context.addInitScript(() => {
        // Some browsers forbid it in private windows.
        IDBFactory.prototype.open = () => {
          throw new DOMException('Storage is forbidden here', 'UnknownError')
        }
      })
      await tablet.go('/')
      await heading(tablet.page, 'Corridor cannot open its store')
      return tablet.page
    },
  },
]
