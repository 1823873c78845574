import { generateKeyPairSync } from 'node:crypto'
import type { Bundle } from './build.ts'
import { freePort, runJob, startRelay } from './children.ts'
import type { CountTask, LoadResult, LoadTask } from './load-tablets.ts'
import { cpuSeconds, machineCpuSeconds, peakMiB, resetPeak, rssMiB } from './proc.ts'
import { inFreshFolder, keep, type Options, profileFlags } from './report.ts'
import { MB, median, show, table } from './stats.ts'
import { seedWorld, teams } from './world.ts'

const PER_DOC = 5
const FULL = { docs: 400, pushesPerSecond: 1_000, seconds: 25 }
const SMALL = { docs: 40, pushesPerSecond: 200, seconds: 5 }

interface Round extends LoadResult {
  readonly relayCpu: number
  readonly peak: number
  /** Processor time that nobody here used, a second: with much of it, times mean little. */
  readonly others: number
  readonly rssIdle: number
  /** Findings that fresh tablets did not get from the relay afterwards. */
  readonly lost: number
}

const measure = (bundle: Bundle, size: typeof FULL, profile: boolean): Promise<Round> =>
  inFreshFolder(async (dataDir) => {
    const world = teams(size.docs, PER_DOC)
    const reviews = world.map(({ review }) => review)
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    seedWorld(dataDir, world, publicKey.export({ type: 'spki', format: 'der' }))
    const key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
    const flags = profile ? profileFlags('load') : []
    const port = await freePort()
    const relay = await startRelay(bundle('main'), port, { DATA_DIR: dataDir }, flags)
    try {
      const { pushesPerSecond, seconds } = size
      const task: LoadTask = { port, reviews, perDoc: PER_DOC, pushesPerSecond, seconds, key }
      const job = runJob<LoadResult>(bundle('load'), task, 180_000)
      await job.ready
      const rssIdle = rssMiB(relay.pid)
      resetPeak(relay.pid)
      const before = cpuSeconds(relay.pid)
      const machineBefore = machineCpuSeconds()
      job.go()
      const result = await job.result
      const relayCpu = cpuSeconds(relay.pid) - before
      const peak = peakMiB(relay.pid)
      const machine = machineCpuSeconds() - machineBefore
      const others = (machine - relayCpu - result.clientCpu) / seconds
      const counting: CountTask = { port, reviews, count: true }
      const counted = runJob<number>(bundle('load'), counting, 120_000)
      await counted.ready
      counted.go()
      const lost = result.pushes - (await counted.result)
      return { ...result, relayCpu, peak, others, rssIdle, lost }
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
  'relay CPU s a second',
  'relay MiB idle',
  'relay MiB peak',
  'MB in / out',
  'tablets CPU s a second',
  'others’ CPU s a second',
  'tablets late at most ms',
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
  const of = (pick: (round: Round) => number) => show(median(rounds.map(pick)))
  const sum = (pick: (round: Round) => number) => rounds.reduce((all, one) => all + pick(one), 0)
  const { docs, pushesPerSecond, seconds } = size
  table(
    `Load: ${docs * PER_DOC} connections, ${docs} documents, ${pushesPerSecond} pushes a second ` +
      `for ${seconds} s (aims: ack p99 50 ms, 300 MiB, nothing missing)`,
    HEAD,
    [
      [
        String(rounds.length),
        of((r) => r.ackP50),
        of((r) => r.ackP99),
        of((r) => r.ackMax),
        of((r) => r.ackP99Alone),
        of((r) => r.secondsAlone),
        of((r) => r.seenP50),
        of((r) => r.seenP99),
        of((r) => r.relayCpu / seconds),
        of((r) => r.rssIdle),
        of((r) => r.peak),
        `${of((r) => r.tx / MB)} / ${of((r) => r.rx / MB)}`,
        of((r) => r.clientCpu / seconds),
        of((r) => r.others),
        of((r) => r.lagMax),
        of((r) => r.connectMs / 1_000),
        `${sum((r) => r.unacked)}, ${sum((r) => r.missing)}, ${sum((r) => r.lost)}`,
        [...new Set(rounds.flatMap((r) => r.faults))].join(', ') || 'none',
      ],
    ],
  )
}
