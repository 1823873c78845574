import type { Page } from '@playwright/test'
import { sleep } from '../stats.ts'

export const LIMIT_MS = 60_000
const KEYS_PER_SECOND = 12

interface Marks {
  opened?: number
  keys?: number[]
}

/** Waits until the list of papers is there, and a little more: the app has things to do after its start. */
export async function atTheList(page: Page, url: string, afterMs: number) {
  await page.goto(`${url}qla`)
  await page.getByRole('article').filter({ hasText: 'Cohort paper' }).waitFor({ timeout: LIMIT_MS })
  await sleep(afterMs)
}

/** Goes to a screen inside the running app. @returns ms until its cells are drawn and can be typed into */
export async function open(page: Page, to: string): Promise<number> {
  await page.evaluate((target) => {
    const began = performance.now()
    const marks: Marks = {}
    Object.assign(globalThis, { marks })
    const observer = new MutationObserver(() => {
      if (!document.querySelector('td[data-item][tabindex="0"]')) return
      observer.disconnect()
      // Drawn, not only made.
      requestAnimationFrame(() => setTimeout(() => (marks.opened = performance.now() - began)))
    })
    observer.observe(document, { childList: true, subtree: true })
    history.pushState(null, '', target)
    dispatchEvent(new PopStateEvent('popstate'))
  }, to)
  const seen = await page.waitForFunction(
    () => (globalThis as { marks?: Marks }).marks?.opened,
    undefined,
    { timeout: LIMIT_MS },
  )
  return (await seen.jsonValue()) ?? Number.NaN
}

export interface Typed {
  /** From each key's own time, before anything has read it, until the frame that shows its mark is drawn. */
  readonly keys: readonly number[]
  readonly dropped: number
}

const lastRows = (page: Page, rows: number): Promise<string[]> =>
  page
    .locator('tr[data-pupil]')
    .evaluateAll(
      (all, last) =>
        all
          .slice(-last)
          .flatMap((row) =>
            [...row.querySelectorAll('td[data-item]')].map((cell) => cell.textContent ?? ''),
          ),
      rows,
    )

interface Papers {
  readonly questions: number
  readonly papers: number
  /** Another one each time, so that each key changes a mark. */
  readonly turn: number
}

/** Types the last pupils' papers without a pause between them. */
export async function typePapers(page: Page, { questions, papers, turn }: Papers): Promise<Typed> {
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Home')
  for (let up = 1; up < papers; up++) await page.keyboard.press('ArrowUp')
  await sleep(500)
  await page.evaluate(() => {
    const marks: Marks = { keys: [] }
    Object.assign(globalThis, { marks })
    if ('heard' in globalThis) return
    Object.assign(globalThis, { heard: true })
    addEventListener(
      'keydown',
      ({ timeStamp }) => {
        const now = (globalThis as { marks?: Marks }).marks
        requestAnimationFrame(() =>
          setTimeout(() => now?.keys?.push(performance.now() - timeStamp)),
        )
      },
      true,
    )
  })
  const marks = Array.from({ length: questions * papers }, (_, n) => String((n + turn) % 2))
  const began = Date.now()
  for (const [at, key] of marks.entries()) {
    await sleep(Math.max(0, began + (at * 1000) / KEYS_PER_SECOND - Date.now()))
    await page.keyboard.press(key)
  }
  await sleep(500)
  const keys = await page.evaluate(() => (globalThis as { marks?: Marks }).marks?.keys ?? [])
  const shown = await lastRows(page, papers)
  return { keys, dropped: marks.filter((mark, n) => shown[n] !== mark).length }
}
