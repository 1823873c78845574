import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { buildApp, type Bundle } from '../build.ts'
import { freePort, startRelay } from '../children.ts'
import { inFreshFolder, keep, type Options } from '../report.ts'
import { median, show, sleep, table } from '../stats.ts'
import { withBrowser } from './chromium.ts'

/** A reviewer of the demonstration whose review is today. */
const PERSON = 'p04'
const HOME = 'Today'
const SLOWER = 4
const LIMIT_MS = 30_000
/** Long enough for the review's documents to arrive and be written. */
const SYNC_MS = 5_000

interface Marks {
  marks?: { heading: number; usable: number }
}

/** Notes when the home screen's heading is there, and when there is something to press below it. */
async function noteWhenUsable(page: Page) {
  await page.addInitScript((title) => {
    const marks = { heading: Number.NaN, usable: Number.NaN }
    ;(globalThis as Marks).marks = marks
    const look = () => {
      const heading = document.querySelector('main h1')?.textContent === title
      if (heading && Number.isNaN(marks.heading)) marks.heading = performance.now()
      if (!heading || !document.querySelector('main :is(a, button)')) return
      // Drawn, not only made.
      requestAnimationFrame(() => setTimeout(() => (marks.usable = performance.now())))
      observer.disconnect()
    }
    const observer = new MutationObserver(look)
    observer.observe(document, { childList: true, subtree: true, characterData: true })
  }, HOME)
}

/**
 * First visit with signal: signs in, lets the worker install and the documents come.
 * @returns when the whole app was on the device, in ms after the page was asked for, and its files
 */
const visit = (profile: string, url: string) =>
  withBrowser(profile, async (page) => {
    await page.goto(url)
    const installedMs = await page.evaluate(async () => {
      await navigator.serviceWorker.ready
      return performance.now()
    })
    const files = await page.evaluate(async () => {
      const names = await caches.keys()
      const kept = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
      return kept.flat().length
    })
    await page.evaluate(async (person) => {
      const headers = { 'content-type': 'application/json' }
      await fetch('/api/session', { method: 'POST', headers, body: JSON.stringify({ person }) })
    }, PERSON)
    await page.goto(url)
    await page.getByRole('heading', { level: 1, name: HOME }).waitFor({ timeout: LIMIT_MS })
    await sleep(SYNC_MS)
    return { installedMs, files }
  })

interface Case {
  readonly slower: number
  /** How long the browser has been there: one that was started this moment is still busy with itself. */
  readonly warmMs: number
}

const CASES: readonly Case[] = [
  { slower: 1, warmMs: 3_000 },
  { slower: SLOWER, warmMs: 3_000 },
  { slower: 1, warmMs: 0 },
  { slower: SLOWER, warmMs: 0 },
]

/** Every later one: another browser process on the same profile, and nobody to answer. */
const start = (profile: string, url: string, { slower, warmMs }: Case) =>
  withBrowser(profile, async (page, context) => {
    const cdp = await context.newCDPSession(page)
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: slower })
    await noteWhenUsable(page)
    await sleep(warmMs)
    await page.goto(url, { waitUntil: 'commit' })
    const seen = await page.waitForFunction(
      () => {
        const { marks } = globalThis as Marks
        return marks && !Number.isNaN(marks.usable) ? marks : null
      },
      undefined,
      { timeout: LIMIT_MS },
    )
    const marks = await seen.jsonValue()
    return { heading: marks?.heading ?? Number.NaN, usable: marks?.usable ?? Number.NaN }
  })

/** The app without any signal, on a device a quarter as fast as this machine. */
export async function runStartUp(bundle: Bundle, options: Options) {
  const app = await buildApp()
  await inFreshFolder(async (dir) => {
    const profile = path.join(dir, 'profile')
    mkdirSync(profile)
    const port = await freePort()
    const url = `http://127.0.0.1:${port}/`
    const env = { DATA_DIR: path.join(dir, 'data'), DEMO: '1', SERVE_APP: app }
    const relay = await startRelay(bundle('main'), port, env)
    try {
      const { installedMs, files } = await visit(profile, url)
      table(
        'A new tablet: from the first request until it needs no signal',
        ['files', 'ms'],
        [[String(files), show(installedMs)]],
      )
    } finally {
      await relay.kill()
    }
    const rows: string[][] = []
    for (const each of CASES) {
      const rounds: { heading: number; usable: number }[] = []
      for (let round = 0; round < options.rounds; round++) {
        const measured = await start(profile, url, each)
        rounds.push(measured)
        keep('start', { ...each, round, ...measured })
      }
      rows.push([
        each.warmMs > 0 ? 'open' : 'just started',
        `${each.slower}x`,
        String(rounds.length),
        show(median(rounds.map(({ heading }) => heading))),
        show(median(rounds.map(({ usable }) => usable))),
        show(Math.max(...rounds.map(({ usable }) => usable))),
      ])
    }
    table(
      `Start with no signal (aim: usable in 1500 ms at ${SLOWER}x)`,
      ['browser', 'processor slowed', 'rounds', 'heading ms', 'usable ms', 'usable at worst ms'],
      rows,
    )
  })
}
