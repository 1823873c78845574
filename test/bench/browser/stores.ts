import type { Page } from '@playwright/test'
import { buildPage, type Bundle } from '../build.ts'
import { freePort } from '../children.ts'
import { inFreshFolder, keep, type Options } from '../report.ts'
import { MB, median, rotated, show, table } from '../stats.ts'
import { servePage, withBrowser } from './chromium.ts'
import type { Bench } from './page.ts'

type Kind = 'ours' | 'plain'
interface Global {
  readonly bench: Bench
}

const NEWEST = 50
/** A snapshot of 5,000 findings is about as long. */
const SNAPSHOT_BYTES = 2_850_000

async function ready(page: Page, url: string) {
  await page.goto(url)
  await page.waitForFunction(() => 'bench' in globalThis)
}

/** Writes in one browser, then reads in another one on the same profile. */
const measure = (kind: Kind, count: number, url: string) =>
  inFreshFolder(async (profile) => {
    const task = { kind, count, newest: NEWEST, bytes: SNAPSHOT_BYTES }
    const written = await withBrowser(profile, async (page) => {
      await ready(page, url)
      return page.evaluate(
        (t) => (globalThis as unknown as Global).bench.write(t.kind, t.count),
        task,
      )
    })
    const listed = await withBrowser(profile, async (page) => {
      await ready(page, url)
      return page.evaluate(
        (t) => (globalThis as unknown as Global).bench.list(t.kind, t.newest),
        task,
      )
    })
    if (kind === 'plain') return { written, listed, loaded: null, hashMs: Number.NaN }
    const more = await withBrowser(profile, async (page) => {
      await ready(page, url)
      return page.evaluate(async (t) => {
        const { bench } = globalThis as unknown as Global
        return { loaded: await bench.load(), hashMs: bench.hash(t.bytes) }
      }, task)
    })
    return { written, listed, ...more }
  })

const BLOCK = 250

/** Times of one browser's race, in blocks. */
const race = (count: number, url: string) =>
  inFreshFolder((profile) =>
    withBrowser(profile, async (page) => {
      await ready(page, url)
      const task = { count, block: Math.min(BLOCK, count / 2) }
      return page.evaluate(
        (t) => (globalThis as unknown as Global).bench.race(t.count, t.block),
        task,
      )
    }),
  )

const sum = (all: readonly number[]) => all.reduce((total, one) => total + one, 0)

async function showRaces(count: number, rounds: number, url: string) {
  const lines: string[][] = []
  for (let round = 0; round < rounds; round++) {
    const { ours, plain } = await race(count, url)
    keep('race', { count, round, ours, plain })
    const ratios = ours.map((ms, n) => ms / (plain[n] ?? Number.NaN))
    lines.push([
      show(sum(ours)),
      show(sum(plain)),
      `${show(sum(ours) / sum(plain))}x`,
      `${show(median(ratios))}x`,
    ])
  }
  table(
    `Browser: ${count} findings each, in turn, ${BLOCK} at a time, each on disk before the next (aim 1.5x)`,
    ['ours ms', 'plain Dexie ms', 'ratio', 'median of the blocks’ ratios'],
    lines,
  )
}

type Round = Awaited<ReturnType<typeof measure>>

const HEAD = [
  'store',
  'rounds',
  'write all, one by one ms',
  'first tenth ms',
  'last tenth ms',
  'reopened: 50 newest ms',
  'stored MB',
  'JS heap after writing MB',
  'JS heap after listing MB',
]

const PICKS: readonly ((round: Round) => number)[] = [
  ({ written }) => written.ms,
  ({ written }) => written.marks[0] ?? Number.NaN,
  ({ written }) => (written.marks[9] ?? Number.NaN) - (written.marks[8] ?? Number.NaN),
  ({ listed }) => listed.ms,
  ({ written }) => written.storedBytes / MB,
  ({ written }) => written.heapBytes / MB,
  ({ listed }) => listed.heapBytes / MB,
]

/** The app's store against a plain table with the same durability, in a real browser. */
export async function runStores(_: Bundle, options: Options) {
  const count = options.small ? 500 : 5_000
  const served = await servePage(await buildPage(), await freePort())
  const rounds: Record<Kind, Round[]> = { ours: [], plain: [] }
  for (let round = 0; round < Math.min(options.rounds, 3); round++)
    for (const kind of rotated<Kind>(['ours', 'plain'], round)) {
      const measured = await measure(kind, count, served.url)
      rounds[kind].push(measured)
      keep('browser', { kind, count, round, ...measured })
    }
  await showRaces(count, Math.min(options.rounds, 3), served.url)
  await served.close()

  const of = (kind: Kind, pick: (round: Round) => number) => median(rounds[kind].map(pick))
  const line = (kind: Kind, name: string) => {
    const cells = PICKS.map((pick) => show(of(kind, pick)))
    return [name, String(rounds[kind].length), ...cells]
  }
  const ratios = PICKS.map((pick) => `${show(of('ours', pick) / of('plain', pick))}x`)
  const found = [...rounds.ours, ...rounds.plain].every(({ listed }) => listed.found === NEWEST)
  table(`Browser: ${count} findings, each on disk before the next (aim: list 2x)`, HEAD, [
    line('ours', 'ours: journal + index + cache, strict'),
    line('plain', 'plain Dexie rows, strict'),
    ['ratio', '', ...ratios],
  ])
  const load = show(of('ours', ({ loaded }) => loaded?.ms ?? Number.NaN))
  const heap = show(of('ours', ({ loaded }) => (loaded?.heapBytes ?? Number.NaN) / MB))
  const hash = show(of('ours', ({ hashMs }) => hashMs))
  console.log(
    `All lists had ${NEWEST} rows: ${found}. Opening the whole document to write: ${load} ms, ` +
      `heap ${heap} MB. SHA-256 of ${SNAPSHOT_BYTES / MB} MB in the page: ${hash} ms.\n`,
  )
}
