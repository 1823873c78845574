import type { Bundle } from './build.ts'
import { freePort, runJob, type Running, startRelay } from './children.ts'
import { cpuSeconds, machineCpuSeconds, peakMiB, resetPeak } from './proc.ts'
import { inFreshFolder, keep, type Options, profileFlags } from './report.ts'
import { MB, median, rotated, show, table } from './stats.ts'
import type { StormResult, StormTask } from './storm-tablets.ts'
import { seedWorld, teams } from './world.ts'

const PER_DOC = 6
const EACH = 40
const WANT = PER_DOC * EACH
const LIMIT_MS = 60_000
/** Both relays have served a few tablets before, as a relay has that was not started this second. */
const WARM = teams(4, PER_DOC, 'warm')

interface Round extends StormResult {
  readonly relayCpu: number
  readonly peak: number
  /** Processor time that nobody here used, a second: with much of it, times mean little. */
  readonly others: number
}

type Kind = 'ours' | 'bare'

const taskFor = (port: number, docs: number, change: Partial<StormTask> = {}): StormTask => ({
  port,
  reviews: teams(docs, PER_DOC).map(({ review }) => review),
  perDoc: PER_DOC,
  each: EACH,
  want: WANT,
  killPid: null,
  limitMs: LIMIT_MS,
  ...change,
})

async function startKind(
  bundle: Bundle,
  kind: Kind,
  dataDir: string,
  docs: number,
  profile = false,
) {
  const port = await freePort()
  const flags = profile ? profileFlags(`storm-${kind}`) : []
  if (kind === 'bare') return startRelay(bundle('bare'), port, {}, flags)
  seedWorld(dataDir, [...teams(docs, PER_DOC), ...WARM])
  return startRelay(bundle('main'), port, { DATA_DIR: dataDir }, flags)
}

async function warmUp(bundle: Bundle, port: number) {
  const task = taskFor(port, 0, { reviews: WARM.map(({ review }) => review) })
  const job = runJob<StormResult>(bundle('storm'), task, LIMIT_MS)
  await job.ready
  job.go()
  await job.result
}

async function measure(bundle: Bundle, relay: Running, task: StormTask): Promise<Round> {
  const job = runJob<StormResult>(bundle('storm'), task, LIMIT_MS * 2)
  await job.ready
  resetPeak(relay.pid)
  const before = cpuSeconds(relay.pid)
  const machineBefore = machineCpuSeconds()
  job.go()
  const result = await job.result
  const relayCpu = cpuSeconds(relay.pid) - before
  const machine = machineCpuSeconds() - machineBefore
  const others = (machine - relayCpu - result.clientCpu) / (result.ms / 1_000)
  return { ...result, relayCpu, peak: peakMiB(relay.pid), others }
}

const quiet = (bundle: Bundle, kind: Kind, docs: number, profile: boolean) =>
  inFreshFolder(async (dataDir) => {
    const relay = await startKind(bundle, kind, dataDir, docs, profile)
    try {
      await warmUp(bundle, relay.port)
      return await measure(bundle, relay, taskFor(relay.port, docs))
    } finally {
      await relay.stop()
    }
  })

/** Ends the relay when the last ack has arrived, starts it again and counts with fresh tablets. */
const killed = (bundle: Bundle, docs: number) =>
  inFreshFolder(async (dataDir) => {
    const first = await startKind(bundle, 'ours', dataDir, docs)
    const killing = taskFor(first.port, docs, { killPid: first.pid })
    const job = runJob<StormResult>(bundle('storm'), killing, LIMIT_MS * 2)
    await job.ready
    job.go()
    const stormed = await job.result
    await first.kill()
    const again = await startRelay(bundle('main'), first.port, { DATA_DIR: dataDir })
    const count = taskFor(again.port, docs, { each: 0, limitMs: 15_000 })
    const counted = runJob<StormResult>(bundle('storm'), count, LIMIT_MS * 2)
    await counted.ready
    counted.go()
    const { found, faults } = await counted.result
    await again.stop()
    return { ackedMs: stormed.ackedMs, lost: docs * WANT - found, faults }
  })

const HEAD = [
  'relay',
  'rounds',
  'all acked ms',
  'all complete ms',
  'both ms',
  'relay CPU s',
  'relay peak MiB',
  'sent MB',
  'received MB',
  'tablets CPU s',
  'others’ CPU s a second',
  'faults',
]

function lineOf(kind: Kind, rounds: readonly Round[]): string[] {
  const of = (pick: (round: Round) => number) => show(median(rounds.map(pick)))
  const faults = new Set(rounds.flatMap((r) => (r.late ? ['late', ...r.faults] : r.faults)))
  return [
    kind === 'ours' ? 'ours, everything on disk' : 'bare, nothing kept',
    String(rounds.length),
    of((r) => r.ackedMs),
    of((r) => r.convergedMs),
    of((r) => r.ms),
    of((r) => r.relayCpu),
    of((r) => r.peak),
    of((r) => r.tx / MB),
    of((r) => r.rx / MB),
    of((r) => r.clientCpu),
    of((r) => r.others),
    [...faults].join(', ') || 'none',
  ]
}

function ratioLine(ours: readonly Round[], bare: readonly Round[]): string[] {
  const of = (pick: (round: Round) => number) =>
    `${show(median(ours.map(pick)) / median(bare.map(pick)))}x`
  const ms = of((r) => r.ms)
  return [
    'ratio (aim: both ms 1.3x)',
    '',
    of((r) => r.ackedMs),
    of((r) => r.convergedMs),
    ms,
    of((r) => r.relayCpu),
    of((r) => r.peak),
    of((r) => r.tx),
    of((r) => r.rx),
    of((r) => r.clientCpu),
    '',
    '',
  ]
}

/** The bell rings: every tablet has findings waiting, and all connect at once. */
export async function runStorm(bundle: Bundle, options: Options) {
  for (const tablets of options.small ? [60] : [60, 198]) {
    const docs = tablets / PER_DOC
    const rounds: Record<Kind, Round[]> = { ours: [], bare: [] }
    for (let round = 0; round < options.rounds; round++)
      for (const kind of rotated<Kind>(['ours', 'bare'], round)) {
        const measured = await quiet(bundle, kind, docs, options.profile)
        rounds[kind].push(measured)
        keep('storm', { tablets, kind, round, ...measured })
      }
    table(`Storm: ${tablets} tablets, ${EACH} findings each, ${PER_DOC} to a document`, HEAD, [
      lineOf('ours', rounds.ours),
      lineOf('bare', rounds.bare),
      ratioLine(rounds.ours, rounds.bare),
    ])
    const lost: string[] = []
    for (let round = 0; round < options.rounds; round++) {
      const counted = await killed(bundle, docs)
      lost.push([counted.lost, ...counted.faults].join(' '))
      keep('storm', { tablets, kind: 'kill-9', round, ...counted })
    }
    table(
      `Storm, relay killed (SIGKILL) when the last of ${tablets} tablets was acked: findings lost`,
      ['of', 'each round'],
      [[String(docs * WANT), lost.join(' / ')]],
    )
  }
}
