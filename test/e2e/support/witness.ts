import type { Page } from '@playwright/test'

export interface Seen {
  /** What the card and the header said of the words in the box. */
  readonly card: string
  readonly header: string
  readonly text: string
}

/**
 * Watches a screen frame by frame, as a person does, and notes each time that it calls words saved.
 * What it saw is told to the test at once, so that it outlives the browser.
 */
export async function watchScreen(page: Page, saw: (seen: Seen) => void): Promise<void> {
  await page.exposeBinding('tellTheTest', (_source, seen: Seen) => saw(seen))
  await page.evaluate(() => {
    const world = window as unknown as { tellTheTest: (seen: Seen) => void }
    let last = ''
    const look = () => {
      requestAnimationFrame(look)
      const box = document.querySelector('textarea')
      const card = document.querySelector('[data-saved]')?.getAttribute('data-saved') ?? ''
      const header = document.querySelector('header a[href="/device"]')?.textContent ?? ''
      const seen = { card, header, text: box?.value ?? '' }
      const key = JSON.stringify(seen)
      if (key === last || !box) return
      last = key
      world.tellTheTest(seen)
    }
    look()
  })
}
