import { createPrivateKey } from 'node:crypto'
import { createRecord, recordsOf } from '../../src/crdt/records.ts'
import { serveJob } from './children.ts'
import { finding, findingRecord } from './findings.ts'
import { stolenSeconds } from './proc.ts'
import { percentile, sleep } from './stats.ts'
import { Tablet } from './tablet.ts'
import { docOf, personOf } from './world.ts'

export interface LoadTask {
  readonly port: number
  readonly reviews: readonly string[]
  readonly perDoc: number
  readonly pushesPerSecond: number
  readonly seconds: number
  /** Every tablet's private key, PKCS 8 in PEM. */
  readonly key: string
}

export interface LoadResult {
  readonly connectMs: number
  readonly pushes: number
  readonly ackP50: number
  readonly ackP99: number
  readonly ackMax: number
  /** From one tablet's edit to another tablet of its document. */
  readonly seenP50: number
  readonly seenP99: number
  /** ... of the seconds in which the host took no processor away from this machine, and how many those are. */
  readonly ackP99Alone: number
  readonly secondsAlone: number
  /** The 99th percentile of each second's acks. */
  readonly slowestBySecond: readonly number[]
  /** Processor seconds that the host took away in each second. */
  readonly stolenBySecond: readonly number[]
  readonly unacked: number
  /** Rows that some tablet should have heard and did not. */
  readonly missing: number
  /** The longest that the load generator itself was late: its own share in what it measures. */
  readonly lagMax: number
  readonly clientCpu: number
  readonly rx: number
  readonly tx: number
  readonly faults: readonly string[]
}

const CONNECTING = 50
const TICK_MS = 5
const DRAIN_MS = 15_000

const secondOf = (at: number) => Math.floor(at / 1_000)

const cpu = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

/** What was pushed, and what came of it. */
function createTally() {
  const sentAt = new Map<string, number>()
  const acks: number[] = []
  const seen: number[] = []
  const since = (id: string) => performance.now() - (sentAt.get(id) ?? Number.NaN)
  return {
    sentAt,
    acks,
    seen,
    /** Where the slow ones lie: at the start, now and then, or all along. */
    bySecond: new Map<number, number[]>(),
    acked(id: string) {
      acks.push(since(id))
      const second = secondOf(sentAt.get(id) ?? 0)
      const known = this.bySecond.get(second)
      if (known) known.push(since(id))
      else this.bySecond.set(second, [since(id)])
    },
    heard: ({ id }: { readonly id: string }) => void seen.push(since(id)),
  }
}

async function connectAll(tablets: readonly Tablet[]) {
  for (let at = 0; at < tablets.length; at += CONNECTING) {
    const some = tablets.slice(at, at + CONNECTING)
    for (const tablet of some) tablet.connect()
    await Promise.race([Promise.all(some.map((tablet) => tablet.settled())), sleep(DRAIN_MS)])
  }
}

/** Pushes at a steady rate, whatever the answers are like. */
async function pushSteadily(
  task: LoadTask,
  tablets: readonly Tablet[],
  sentAt: Map<string, number>,
) {
  const total = task.pushesPerSecond * task.seconds
  const start = performance.now()
  let lagMax = 0
  let last = start
  const stolen = new Map<number, number>()
  let stolenBefore = stolenSeconds()
  let second = secondOf(start)
  for (let pushed = 0; pushed < total;) {
    const due = Math.min(total, ((performance.now() - start) / 1_000) * task.pushesPerSecond)
    for (; pushed < due; pushed++) {
      const writer = pushed % tablets.length
      const tablet = tablets[writer]
      if (!tablet) continue
      const { id, fields } = finding(writer, Math.floor(pushed / tablets.length))
      const at = performance.now()
      createRecord(tablet.doc, findingRecord, id, fields, { device: tablet.device, at: 0 })
      if (tablet.newest) sentAt.set(tablet.newest, at)
    }
    await sleep(TICK_MS)
    const now = performance.now()
    lagMax = Math.max(lagMax, now - last - TICK_MS)
    last = now
    if (secondOf(now) !== second) {
      const stolenNow = stolenSeconds()
      stolen.set(second, stolenNow - stolenBefore)
      stolenBefore = stolenNow
      second = secondOf(now)
    }
  }
  return { total, lagMax, stolen }
}

const untilQuiet = async (isDone: () => boolean) => {
  for (let waited = 0; waited < DRAIN_MS && !isDone(); waited += 50) await sleep(50)
}

async function load(
  task: LoadTask,
  tablets: readonly Tablet[],
  tally: ReturnType<typeof createTally>,
  connectMs: number,
): Promise<LoadResult> {
  const cpuBefore = cpu()
  const { total, lagMax, stolen } = await pushSteadily(task, tablets, tally.sentAt)
  const want = total * (task.perDoc - 1)
  const clientCpu = cpu() - cpuBefore
  await untilQuiet(() => tally.acks.length >= total && tally.seen.length >= want)
  // What was taken in a second is felt in the next one too.
  const taken = (second: number) => (stolen.get(second) ?? 0) + (stolen.get(second - 1) ?? 0)
  const alone = [...tally.bySecond].flatMap(([second, acks]) => (taken(second) === 0 ? [acks] : []))
  const sum = (of: (tablet: Tablet) => number) => tablets.reduce((all, one) => all + of(one), 0)
  const result = {
    connectMs,
    pushes: total,
    ackP50: percentile(tally.acks, 0.5),
    ackP99: percentile(tally.acks, 0.99),
    ackMax: percentile(tally.acks, 1),
    seenP50: percentile(tally.seen, 0.5),
    seenP99: percentile(tally.seen, 0.99),
    ackP99Alone: percentile(alone.flat(), 0.99),
    secondsAlone: alone.length,
    slowestBySecond: [...tally.bySecond.values()].map((acks) => Math.round(percentile(acks, 0.99))),
    stolenBySecond: [...stolen.values()],
    unacked: total - tally.acks.length,
    missing: want - tally.seen.length,
    lagMax,
    clientCpu,
    rx: sum((tablet) => tablet.wire.rx),
    tx: sum((tablet) => tablet.wire.tx),
    faults: [...new Set(tablets.flatMap((tablet) => tablet.faults))].slice(0, 5),
  }
  return result
}

void serveJob<LoadTask | CountTask, LoadResult | number>(async (task) => {
  if ('count' in task) return () => count(task)
  const tally = createTally()
  const { heard } = tally
  const acked = (id: string) => tally.acked(id)
  const key = createPrivateKey(task.key)
  const tablets = task.reviews.flatMap((review) =>
    Array.from({ length: task.perDoc }, (_, n) => {
      const own = { port: task.port, person: personOf(review, n), name: docOf(review) }
      return new Tablet({ ...own, apply: false, acked, heard, key })
    }),
  )
  const start = performance.now()
  await connectAll(tablets)
  const connectMs = performance.now() - start
  globalThis.gc?.()
  return () => load(task, tablets, tally, connectMs)
})

export interface CountTask {
  readonly port: number
  readonly reviews: readonly string[]
  readonly count: true
}

/** Findings that fresh tablets get, one for each document. */
async function count({ port, reviews }: CountTask): Promise<number> {
  let found = 0
  for (let at = 0; at < reviews.length; at += CONNECTING) {
    const some = reviews.slice(at, at + CONNECTING).map((review) => {
      return new Tablet({ port, person: personOf(review, 0), name: docOf(review) })
    })
    await connectAll(some)
    for (const tablet of some) {
      found += [...recordsOf(tablet.doc).keys()].length
      await tablet.close()
    }
  }
  return found
}
