import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { CDPSession, Page } from '@playwright/test'
import { isoDate } from '../../../src/domain/ids.ts'
import { schoolYearOf } from '../../../src/domain/school-year.ts'
import { buildApp, type Bundle } from '../build.ts'
import { freePort, startRelay } from '../children.ts'
import { type Cohort, enterPath, fillSitting, MARKER } from '../qla-fill.ts'
import { inFreshFolder, keep, type Options } from '../report.ts'
import { MB, median, percentile, show, sleep, table } from '../stats.ts'
import { withBrowser } from './chromium.ts'
import { traced } from './trace.ts'

const SLOWER = 4
const LIMIT_MS = 60_000
/** Long enough for the documents to arrive and be written. */
const ARRIVE_MS = 8_000
const KEYS_PER_SECOND = 12

interface Marks {
  opened?: number
  keys?: number[]
}

/** Goes to a screen inside the running app, and notes when it is drawn with its cells. */
async function open(page: Page, to: string): Promise<number> {
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

/** From a key's own time, before anything has read it, until the frame that shows its mark is drawn. */
async function keysToScreen(page: Page, count: number): Promise<readonly number[]> {
  await page.evaluate(() => {
    const marks: Marks = { keys: [] }
    Object.assign(globalThis, { marks })
    addEventListener(
      'keydown',
      ({ timeStamp }) => {
        requestAnimationFrame(() =>
          setTimeout(() => marks.keys?.push(performance.now() - timeStamp)),
        )
      },
      true,
    )
  })
  for (let n = 0; n < count; n++) {
    await page.keyboard.press(String(n % 2))
    await sleep(1000 / KEYS_PER_SECOND)
  }
  await sleep(500)
  return page.evaluate(() => (globalThis as { marks?: Marks }).marks?.keys ?? [])
}

async function heapOf(cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage')
  const { usedSize } = await cdp.send('Runtime.getHeapUsage')
  return usedSize
}

const signedIn = (profile: string, url: string) =>
  withBrowser(profile, async (page) => {
    await page.goto(url)
    await page.evaluate(async (person) => {
      const headers = { 'content-type': 'application/json' }
      await fetch('/api/session', { method: 'POST', headers, body: JSON.stringify({ person }) })
    }, MARKER)
    await page.goto(`${url}qla`)
    await page
      .getByRole('article')
      .filter({ hasText: 'Cohort paper' })
      .waitFor({ timeout: LIMIT_MS })
    await sleep(ARRIVE_MS)
  })

const round = (profile: string, url: string, cohort: Cohort, trace: boolean) =>
  withBrowser(profile, async (page, context) => {
    const cdp = await context.newCDPSession(page)
    await page.goto(`${url}qla`)
    await page
      .getByRole('article')
      .filter({ hasText: 'Cohort paper' })
      .waitFor({ timeout: LIMIT_MS })
    await sleep(3_000)
    const before = await heapOf(cdp)
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
    const within = <T>(name: string, work: () => Promise<T>) =>
      trace ? traced(cdp, name, work) : work()
    const openMs = await within('open', () => open(page, enterPath(cohort)))
    // The last pupil's paper: every other one is in.
    await page.keyboard.press('Control+End')
    await page.keyboard.press('Home')
    const keys = await within('keys', () => keysToScreen(page, cohort.questions))
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 })
    return { openMs, keys, heapBytes: (await heapOf(cdp)) - before }
  })

/** A cohort's marks on a device a quarter as fast as this machine: opened, and typed into. */
export async function runQla(bundle: Bundle, options: Options) {
  const year = schoolYearOf(isoDate(new Date().toISOString().slice(0, 10)))
  const cohort = { pupils: options.small ? 30 : 240, questions: options.small ? 36 : 60, year }
  const app = await buildApp(options.profile)
  await inFreshFolder(async (dir) => {
    const profile = path.join(dir, 'profile')
    mkdirSync(profile)
    const port = await freePort()
    const dataDir = path.join(dir, 'data')
    const relay = await startRelay(bundle('main'), port, {
      DATA_DIR: dataDir,
      DEMO: '1',
      SERVE_APP: app,
    })
    const url = `http://127.0.0.1:${port}/`
    try {
      const bytes = await fillSitting(dataDir, port, cohort)
      await signedIn(profile, url)
      const rounds: Awaited<ReturnType<typeof round>>[] = []
      for (let n = 0; n < options.rounds; n++) {
        const measured = await round(profile, url, cohort, options.profile)
        rounds.push(measured)
        keep('qla', { ...cohort, round: n, bytes, ...measured })
      }
      const keys = rounds.flatMap((one) => one.keys)
      table(
        `${cohort.pupils} pupils by ${cohort.questions} questions, processor slowed ${SLOWER}x (aim: open in 1000 ms, a key in 50 ms)`,
        [
          'rounds',
          'open ms',
          'open at worst ms',
          'key ms',
          'key p95 ms',
          'document KB',
          'memory MB',
        ],
        [
          [
            String(rounds.length),
            show(median(rounds.map(({ openMs }) => openMs))),
            show(Math.max(...rounds.map(({ openMs }) => openMs))),
            show(median(keys)),
            show(percentile(keys, 0.95)),
            show(bytes / 1000),
            show(median(rounds.map(({ heapBytes }) => heapBytes)) / MB),
          ],
        ],
      )
    } finally {
      await relay.kill()
    }
  })
}
