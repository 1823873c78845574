import { generateKeyPairSync } from 'node:crypto'
import type { Bundle } from './build.ts'
import { freePort, runJob, startRelay } from './children.ts'
import type { CountTask, LoadResult, LoadTask } from './load-tablets.ts'
import { type DiskAlone, diskAlone } from './disk.ts'
import { cpuSeconds, machineCpuSeconds, peakMiB, resetPeak, rssMiB } from './proc.ts'
import { inFreshFolder, keep, type Options, profileFlags } from './report.ts'
import { MB, median, show, table } from './stats.ts'
import { seedWorld, teams } from './world.ts'

const PER_DOC = 5
const FULL = { docs: 400, pushesPerSecond: 1_000, seconds: 25 }
const SMALL = { docs: 40, pushesPerSecond: 200, seconds: 5 }
/**
 * Of the documents and pushes, how many are the probe's: a process of few tablets that hears an answer when
 * it comes, while the one that plays all the others is late by its own queue.
 */
const PROBE = 0.1

interface Round {
  /** The tablets of the process that makes the load. */
  readonly crowd: LoadResult
  readonly probe: LoadResult
  /** Before the relay was there. */
  readonly disk: DiskAlone
  readonly relayCpu: number
  readonly peak: number
  /** Processor time that nobody here used, a second: with much of it, times mean little. */
  readonly others: number
  readonly rssIdle: number
  /** Findings that fresh tablets did not get from the relay afterwards. */
  readonly lost: number
}

/** The crowd's part of the documents and pushes, and the probe's. */
function split(reviews: readonly string[], { docs, pushesPerSecond }: typeof FULL) {
  const crowd = docs * (1 - PROBE)
  return [
    { reviews: reviews.slice(0, crowd), pushesPerSecond: pushesPerSecond * (1 - PROBE) },
    { reviews: reviews.slice(crowd), pushesPerSecond: pushesPerSecond * PROBE },
  ]
}

const measure = (bundle: Bundle, size: typeof FULL, profile: boolean): Promise<Round> =>
  inFreshFolder(async (dataDir) => {
    const disk = await diskAlone(dataDir)
    const world = teams(size.docs, PER_DOC)
    const reviews = world.map(({ review }) => review)
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    seedWorld(dataDir, world, publicKey.export({ type: 'spki', format: 'der' }))
    const key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
    const flags = profile ? profileFlags('load') : []
    const port = await freePort()
    const relay = await startRelay(bundle('main'), port, { DATA_DIR: dataDir }, flags)
    try {
      const { seconds } = size
      const jobs = split(reviews, size).map((part) => {
        const task: LoadTask = { port, perDoc: PER_DOC, seconds, key, ...part }
        return runJob<LoadResult>(bundle('load'), task, 180_000)
      })
      for (const { ready } of jobs) await ready
      const rssIdle = rssMiB(relay.pid)
      resetPeak(relay.pid)
      const before = cpuSeconds(relay.pid)
      const machineBefore = machineCpuSeconds()
      for (const { go } of jobs) go()
      const [crowd, probe] = await Promise.all(jobs.map(({ result }) => result))
      if (!crowd || !probe) throw new Error('A job of the load is missing')
      const relayCpu = cpuSeconds(relay.pid) - before
      const peak = peakMiB(relay.pid)
      const machine = machineCpuSeconds() - machineBefore
      const others = (machine - relayCpu - crowd.clientCpu - probe.clientCpu) / seconds
      const counting: CountTask = { port, reviews, count: true }
      const counted = runJob<number>(bundle('load'), counting, 120_000)
      await counted.ready
      counted.go()
      const lost = crowd.pushes + probe.pushes - (await counted.result)
      return { crowd, probe, disk, relayCpu, peak, others, rssIdle, lost }
    } finally {
      await relay.stop()
    }
  })

const HEAD = [
  'rounds',
  'ack p50 ms',
  'ack p99 ms',
  'ack max ms',
  'ack p99 ms where nothing was stolen',
  'of those, seconds',
  'seen p50 ms',
  'seen p99 ms',
  'the crowd: ack p50, p99 ms',
  'the disk alone: p99, max ms',
  'relay CPU s a second',
  'relay MiB idle',
  'relay MiB peak',
  'MB in / out',
  'tablets CPU s a second',
  'others’ CPU s a second',
  'probe and crowd late at most ms',
  'connecting all s',
  'unacked, missing, lost',
  'faults',
]

/** A trust's busiest morning: every connection follows its document and writes now and then. */
export async function runLoad(bundle: Bundle, options: Options) {
  const size = options.small ? SMALL : FULL
  const rounds: Round[] = []
  for (let round = 0; round < Math.min(options.rounds, 3); round++) {
    const measured = await measure(bundle, size, options.profile)
    rounds.push(measured)
    keep('load', { ...size, round, ...measured })
  }
  report(size, rounds)
}

function report({ docs, pushesPerSecond, seconds }: typeof FULL, rounds: readonly Round[]) {
  const of = (pick: (round: Round) => number) => show(median(rounds.map(pick)))
  const both = (pick: (result: LoadResult) => number) => (round: Round) =>
    pick(round.crowd) + pick(round.probe)
  const sum = (pick: (round: Round) => number) => rounds.reduce((all, one) => all + pick(one), 0)
  const faults = rounds.flatMap(({ crowd, probe }) => [...crowd.faults, ...probe.faults])
  table(
    `Load: ${docs * PER_DOC} connections, ${docs} documents, ${pushesPerSecond} pushes a second for ${seconds} s, ` +
      `timed by a tenth of them in a process of their own (aims: ack p99 50 ms, 300 MiB, nothing missing)`,
    HEAD,
    [
      [
        String(rounds.length),
        of(({ probe }) => probe.ackP50),
        of(({ probe }) => probe.ackP99),
        of(({ probe }) => probe.ackMax),
        of(({ probe }) => probe.ackP99Alone),
        of(({ probe }) => probe.secondsAlone),
        of(({ probe }) => probe.seenP50),
        of(({ probe }) => probe.seenP99),
        `${of(({ crowd }) => crowd.ackP50)}, ${of(({ crowd }) => crowd.ackP99)}`,
        `${of(({ disk }) => disk.p99)}, ${of(({ disk }) => disk.max)}`,
        of((r) => r.relayCpu / seconds),
        of((r) => r.rssIdle),
        of((r) => r.peak),
        `${of((r) => both((one) => one.tx)(r) / MB)} / ${of((r) => both((one) => one.rx)(r) / MB)}`,
        of((r) => both((one) => one.clientCpu)(r) / seconds),
        of((r) => r.others),
        `${of(({ probe }) => probe.lagMax)}, ${of(({ crowd }) => crowd.lagMax)}`,
        of(({ crowd, probe }) => (crowd.connectMs + probe.connectMs) / 1_000),
        `${sum(both((one) => one.unacked))}, ${sum(both((one) => one.missing))}, ${sum((r) => r.lost)}`,
        [...new Set(faults)].join(', ') || 'none',
      ],
    ],
  )
}
