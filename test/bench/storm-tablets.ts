import { createRecord, recordsOf } from '../../src/crdt/records.ts'
import { serveJob } from './children.ts'
import { finding, findingRecord } from './findings.ts'
import { Tablet } from './tablet.ts'
import { docOf, personOf } from './world.ts'

export interface StormTask {
  readonly port: number
  readonly reviews: readonly string[]
  readonly perDoc: number
  /** Findings that wait on each tablet; with 0 they are fresh ones that only count. */
  readonly each: number
  /** Rows that every tablet must see in the end. */
  readonly want: number
  /** The relay to end, without warning, as soon as every tablet has its acks. */
  readonly killPid: number | null
  readonly limitMs: number
}

export interface StormResult {
  readonly ackedMs: number
  readonly convergedMs: number
  /** Both: every row durable, every tablet complete. */
  readonly ms: number
  readonly rx: number
  readonly tx: number
  readonly clientCpu: number
  /** Findings found, over one tablet of each document. */
  readonly found: number
  readonly late: boolean
  readonly faults: readonly string[]
}

interface Member {
  readonly tablet: Tablet
  readonly complete: Promise<void>
  readonly count: () => number
}

const cpu = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

function member(task: StormTask, review: string, n: number, writer: number): Member {
  const { port, each, want } = task
  const tablet = new Tablet({ port, person: personOf(review, n), name: docOf(review) })
  const known = new Set<string>()
  let done = () => {}
  const complete = new Promise<void>((resolve) => (done = resolve))
  recordsOf(tablet.doc).observe((event) => {
    for (const id of event.keysChanged) known.add(String(id))
    if (known.size >= want) done()
  })
  for (let i = 0; i < each; i++) {
    const { id, fields } = finding(writer, i)
    createRecord(tablet.doc, findingRecord, id, fields, {
      device: tablet.device,
      at: fields.madeAt,
    })
  }
  return { tablet, complete, count: () => known.size }
}

async function storm(task: StormTask, members: readonly Member[]): Promise<StormResult> {
  const cpuBefore = cpu()
  const start = performance.now()
  const since = () => performance.now() - start
  let ackedMs = Number.NaN
  let convergedMs = Number.NaN
  for (const { tablet } of members) tablet.connect()
  const acked = Promise.all(members.map(({ tablet }) => tablet.settled())).then(() => {
    ackedMs = since()
    if (task.killPid !== null) process.kill(task.killPid, 'SIGKILL')
  })
  const converged = Promise.all(members.map(({ complete }) => complete)).then(() => {
    convergedMs = since()
  })
  const end = task.killPid === null ? Promise.all([acked, converged]) : acked
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), task.limitMs)
  })
  const late = (await Promise.race([end, limit])) === 'late'
  clearTimeout(timer)
  const ms = since()
  const sum = (of: (member: Member) => number) => members.reduce((all, one) => all + of(one), 0)
  return {
    ackedMs,
    convergedMs,
    ms,
    late,
    rx: sum(({ tablet }) => tablet.wire.rx),
    tx: sum(({ tablet }) => tablet.wire.tx),
    clientCpu: cpu() - cpuBefore,
    found: members
      .filter((_, index) => index % task.perDoc === 0)
      .reduce((all, { count }) => all + count(), 0),
    faults: [...new Set(members.flatMap(({ tablet }) => tablet.faults))].slice(0, 5),
  }
}

void serveJob<StormTask, StormResult>((task) => {
  const members = task.reviews.flatMap((review, d) =>
    Array.from({ length: task.perDoc }, (_, n) => member(task, review, n, d * task.perDoc + n)),
  )
  globalThis.gc?.()
  return () => storm(task, members)
})
