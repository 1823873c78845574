import path from 'node:path'
import type { Bundle } from './build.ts'
import { freePort, runJob, startRelay } from './children.ts'
import type { ColdResult, ColdTask } from './cold-clients.ts'
import type { FillTask } from './cold-fill.ts'
import { cpuSeconds, peakMiB, resetPeak } from './proc.ts'
import { inFreshFolder, keep, type Options } from './report.ts'
import { MB, median, rotated, show, sleep, table } from './stats.ts'
import { seedWorld } from './world.ts'

const REVIEW = 'bench-big'
const WRITERS = 6
const LIMIT_MS = 120_000
/** Snapshots are made behind the work; what is measured begins when the relay rests. */
const REST_MS = 3_000

interface Round extends ColdResult {
  readonly client: ColdTask['client']
  readonly relayCpu: number
  readonly peak: number
}

async function runOnce<T>(bundle: string, task: object): Promise<T> {
  const job = runJob<T>(bundle, task, LIMIT_MS)
  await job.ready
  job.go()
  return job.result
}

const row = (name: string, rounds: readonly Round[], turn: number): string[] => {
  const of = (pick: (round: Round) => number) => median(rounds.map(pick))
  const open = of((r) => r.openMs[turn] ?? Number.NaN)
  const decode = median(rounds.flatMap((r) => r.decodeMs))
  const cpu =
    of((r) => r.openCpuMs[turn] ?? Number.NaN) / median(rounds.flatMap((r) => r.decodeCpuMs))
  return [
    name,
    String(rounds.length),
    show(open),
    show(decode),
    `${show(open / decode)}x`,
    `${show(cpu)}x`,
    show(of((r) => r.bytes / MB)),
    show(of((r) => r.relayCpu)),
    show(of((r) => r.peak)),
    [...new Set(rounds.map((r) => r.found))].join(' / '),
  ]
}

const HEAD = [
  'client, relay',
  'rounds',
  'open ms',
  'decode ms',
  'ratio (aim 1.5x)',
  'ratio of processor time',
  'state MB',
  'relay CPU s (two opens)',
  'relay peak MiB',
  'found',
]

/** A fresh device opens a document that a long review has filled. */
export const runCold = (bundle: Bundle, options: Options) =>
  inFreshFolder(async (dataDir) => {
    const want = options.small ? 1_000 : 5_000
    const state = path.join(dataDir, 'state.bin')
    const port = await freePort()
    seedWorld(dataDir, [{ review: REVIEW, size: WRITERS }])
    const env = { DATA_DIR: dataDir }
    const first = await startRelay(bundle('main'), port, env)
    const filling: FillTask = { port, review: REVIEW, findings: want, writers: WRITERS, state }
    await runOnce<number>(bundle('fill'), filling)
    await sleep(REST_MS)
    await first.stop()

    const rounds: Round[] = []
    for (let round = 0; round < options.rounds; round++)
      for (const client of rotated<ColdTask['client']>(['wire', 'app'], round)) {
        const relay = await startRelay(bundle('main'), port, env)
        resetPeak(relay.pid)
        const before = cpuSeconds(relay.pid)
        const task: ColdTask = { port, review: REVIEW, want, state, client }
        const result = await runOnce<ColdResult>(bundle('cold'), task)
        const relayCpu = cpuSeconds(relay.pid) - before
        const measured = { ...result, client, relayCpu, peak: peakMiB(relay.pid) }
        await relay.stop()
        rounds.push(measured)
        keep('cold', { want, round, ...measured })
      }
    const wire = rounds.filter(({ client }) => client === 'wire')
    const app = rounds.filter(({ client }) => client === 'app')
    table(`Cold open of ${want} findings, against decoding the same state from a buffer`, HEAD, [
      row('wire alone, relay just started', wire, 0),
      row('wire alone, relay warm', wire, 1),
      row('the app’s own client, relay just started', app, 0),
      row('the app’s own client, relay warm', app, 1),
    ])
  })
