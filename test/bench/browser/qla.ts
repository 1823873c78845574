import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { CDPSession } from '@playwright/test'
import { isoDate } from '../../../src/domain/ids.ts'
import { schoolYearOf } from '../../../src/domain/school-year.ts'
import { buildApp, type Bundle } from '../build.ts'
import { freePort, startRelay } from '../children.ts'
import { loadAverage, stolenSeconds } from '../proc.ts'
import { type Cohort, enterPath, fillSitting, MARKER } from '../qla-fill.ts'
import { inFreshFolder, keep, type Options } from '../report.ts'
import { MB, median, percentile, show, table } from '../stats.ts'
import { withBrowser } from './chromium.ts'
import { atTheList, open, type Typed, typePapers } from './qla-page.ts'
import { traced } from './trace.ts'

const SLOWER = 4
/** Long enough for the documents to arrive and be written. */
const ARRIVE_MS = 8_000
const START_MS = 3_000
/** A class is some thirty; the first keys of the first one are the slow ones. */
const PAPERS = 4

async function heapOf(cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage')
  const { usedSize } = await cdp.send('Runtime.getHeapUsage')
  return usedSize
}

const slowTo = (cdp: CDPSession, rate: number) =>
  cdp.send('Emulation.setCPUThrottlingRate', { rate })

const signedIn = (profile: string, url: string) =>
  withBrowser(profile, async (page) => {
    await page.goto(url)
    await page.evaluate(async (person) => {
      const headers = { 'content-type': 'application/json' }
      await fetch('/api/session', { method: 'POST', headers, body: JSON.stringify({ person }) })
    }, MARKER)
    await atTheList(page, url, ARRIVE_MS)
    await page.evaluate(async () => void (await navigator.serviceWorker.ready))
  })

interface Round {
  /** With signal: the document may be in memory, because device and relay have compared it. */
  readonly openMs: number
  readonly slow: Typed
  readonly fast: Typed
  readonly heapBytes: number
}

const withSignal = (profile: string, url: string, cohort: Cohort, turn: number, trace: boolean) =>
  withBrowser(profile, async (page, context): Promise<Round> => {
    const cdp = await context.newCDPSession(page)
    const within = <T>(name: string, work: () => Promise<T>) =>
      trace ? traced(cdp, name, work) : work()
    await atTheList(page, url, START_MS)
    const before = await heapOf(cdp)
    await slowTo(cdp, SLOWER)
    const openMs = await within('open', () => open(page, enterPath(cohort)))
    const type = (n: number) =>
      typePapers(page, { questions: cohort.questions, papers: PAPERS, turn: n })
    const slow = await within('keys', () => type(turn))
    await slowTo(cdp, 1)
    const fast = await type(turn + 1)
    return { openMs, slow, fast, heapBytes: (await heapOf(cdp)) - before }
  })

/** Nothing has asked for the document yet: it comes from this device's disk, is opened with the key and read. */
const withoutSignal = (profile: string, url: string, cohort: Cohort, trace: boolean) =>
  withBrowser(profile, async (page, context) => {
    await context.setOffline(true)
    const cdp = await context.newCDPSession(page)
    await atTheList(page, url, START_MS)
    await slowTo(cdp, SLOWER)
    const work = () => open(page, enterPath(cohort))
    return trace ? traced(cdp, 'open-no-signal', work) : work()
  })

interface Found {
  readonly cohort: Cohort
  readonly bytes: number
  readonly rounds: readonly Round[]
  readonly cold: readonly number[]
  /** Processor seconds that the host took from this machine meanwhile. */
  readonly stolen: number
}

function report({ cohort, bytes, rounds, cold, stolen }: Found) {
  const keysOf = (pick: (round: Round) => Typed) => {
    const keys = rounds.flatMap((round) => pick(round).keys)
    return [show(median(keys)), show(percentile(keys, 0.95))]
  }
  const firsts = rounds.flatMap(({ slow }) => slow.keys.slice(0, cohort.questions))
  const all = rounds.flatMap(({ slow, fast }) => [slow, fast])
  const opened = rounds.map(({ openMs }) => openMs)
  table(
    `${cohort.pupils} pupils by ${cohort.questions} questions (aim: open in 1000 ms with the processor slowed ${SLOWER}x, a key in 50 ms at p95)`,
    [
      'rounds',
      `open ms, ${SLOWER}x`,
      'at worst',
      `no signal, from the disk ms, ${SLOWER}x`,
      'at worst',
      `key ms, ${SLOWER}x`,
      `p95, ${SLOWER}x`,
      `p95 of the first paper after opening, ${SLOWER}x`,
      'key ms, 1x',
      'p95, 1x',
      'keys dropped',
      'document KB',
      'memory MB',
      'load of the machine after',
      'taken by the host, s',
    ],
    [
      [
        String(rounds.length),
        show(median(opened)),
        show(Math.max(...opened)),
        show(median(cold)),
        show(Math.max(...cold)),
        ...keysOf(({ slow }) => slow),
        show(percentile(firsts, 0.95)),
        ...keysOf(({ fast }) => fast),
        `${all.reduce((sum, { dropped }) => sum + dropped, 0)} of ${all.length * PAPERS * cohort.questions}`,
        show(bytes / 1000),
        show(median(rounds.map(({ heapBytes }) => heapBytes)) / MB),
        loadAverage(),
        show(stolen),
      ],
    ],
  )
}

/** A cohort's marks on a device a quarter as fast as this machine: opened, and typed into. */
export async function runQla(bundle: Bundle, options: Options) {
  const year = schoolYearOf(isoDate(new Date().toISOString().slice(0, 10)))
  const cohort = {
    pupils: options.small ? 30 : 240,
    questions: options.small ? 36 : 60,
    toType: PAPERS,
    year,
  }
  const app = await buildApp(options.profile)
  await inFreshFolder(async (dir) => {
    const profile = path.join(dir, 'profile')
    mkdirSync(profile)
    const port = await freePort()
    const dataDir = path.join(dir, 'data')
    const env = { DATA_DIR: dataDir, DEMO: '1', SERVE_APP: app }
    const relay = await startRelay(bundle('main'), port, env)
    const url = `http://127.0.0.1:${port}/`
    try {
      const bytes = await fillSitting(dataDir, port, cohort)
      await signedIn(profile, url)
      const stolenBefore = stolenSeconds()
      const rounds: Round[] = []
      const cold: number[] = []
      for (let n = 0; n < options.rounds; n++) {
        const one = await withSignal(profile, url, cohort, 2 * n, options.profile)
        const coldMs = await withoutSignal(profile, url, cohort, options.profile)
        rounds.push(one)
        cold.push(coldMs)
        keep('qla', { ...cohort, round: n, bytes, coldMs, ...one })
      }
      report({ cohort, bytes, rounds, cold, stolen: stolenSeconds() - stolenBefore })
    } finally {
      await relay.kill()
    }
  })
}
