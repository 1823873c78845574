import { err } from '../src/domain/result.ts'
import type { Refusal, Retry } from '../src/domain/refusals.ts'
import type { LogRow, PushRow } from '../src/domain/wire/messages.ts'
import type { Access } from './access.ts'
import type { Connection } from './connection.ts'
import { type Gate, type Gated, throughGate } from './gate.ts'
import type { Appended } from './log/port.ts'
import type { RelayPorts } from './ports.ts'

/** Rows of one transaction at most: the turn that writes them holds up everybody else. */
const COMMIT_ROWS = 1_000

/** A row that has just become part of a document, and the connection that need not hear of it. */
export interface Stored {
  readonly row: LogRow
  readonly from: Connection
}

export interface Committed {
  /** New rows by document, in order. */
  readonly stored: ReadonlyMap<string, readonly Stored[]>
  /** Rows that had been there before: somebody may have missed them. */
  readonly again: readonly { readonly doc: string; readonly seq: number }[]
}

interface Staged {
  readonly from: Connection
  readonly row: PushRow
  readonly gated: Gated
  readonly answered: () => void
}

export interface Pushes {
  receive(from: Connection, rows: readonly PushRow[]): void
  /** Resolves when no row waits to be written. */
  quiet(): Promise<void>
}

export const sendRetry = (to: Connection, rows: readonly PushRow[], reason: Retry) =>
  to.send({ type: 'retry', rows: rows.map(({ id, doc }) => ({ id, doc, reason })) })

/** Takes rows through the gate and commits, in one transaction, all that arrived in a turn. */
export function createPushes(
  ports: RelayPorts,
  access: Access,
  committed: (what: Committed) => void,
): Pushes {
  const { log, accounts, worker, now, soon } = ports
  const tails = new Map<Connection, Promise<void>>()
  let staged: Staged[] = []
  let running: Promise<void> | null = null

  function schedule() {
    if (running) return
    running = new Promise<void>((resolve) => soon(() => void commit().then(resolve))).then(() => {
      running = null
      if (staged.length > 0) schedule()
    })
  }

  const commit = async () => {
    const batch = staged.slice(0, COMMIT_ROWS).map((one) => withRightsOfNow(one, access))
    staged = staged.slice(batch.length)
    const fates = await write(batch, ports).catch((error: unknown) => {
      ports.note?.('commit-failed', { rows: batch.length, error: String(error) })
      return batch.map((): Appended => ({ kind: 'retry', reason: 'storage' }))
    })
    answer(batch, fates)
    committed(sort(batch, fates))
    for (const { answered } of batch) answered()
  }

  const gateFor = (person: string): Gate => ({
    person,
    now: now(),
    refuses: (doc) => access.refuses(person, 'write', doc),
    ownerOf: (device) => accounts.ownerOf(device),
    inspect: (bytes) => worker.inspect(bytes),
  })

  const stage = (one: Staged) => {
    staged.push(one)
    schedule()
  }

  /** Goes on by itself until a row needs the worker; then the rest of the push waits for it. */
  function gateRows(from: Connection, rows: readonly PushRow[], answered: () => void) {
    const gate = gateFor(from.person)
    for (const [index, row] of rows.entries()) {
      const gated = throughGate(row, gate)
      if (gated instanceof Promise) return slowly(from, rows.slice(index), gated, answered)
      stage({ from, row, gated, answered })
    }
    return null
  }

  async function slowly(
    from: Connection,
    rows: readonly PushRow[],
    first: Promise<Gated>,
    answered: () => void,
  ) {
    let next: Promise<Gated> | null = first
    for (const row of rows) {
      const gated = await (next ?? throughGate(row, gateFor(from.person)))
      next = null
      stage({ from, row, gated, answered })
    }
  }

  return {
    receive(from, rows) {
      if (rows.length === 0) return
      if (!from.allowance.rows(rows.length, now())) return sendRetry(from, rows, 'busy')
      const answered = whenAll(from, rows.length)
      const before = tails.get(from)
      const work = before
        ? before.then(() => gateRows(from, rows, answered) ?? undefined)
        : gateRows(from, rows, answered)
      if (!work) return
      tails.set(from, work)
      void work.finally(() => {
        if (tails.get(from) === work) tails.delete(from)
      })
    },
    async quiet() {
      while (running || tails.size > 0) await (running ?? Promise.all(tails.values()))
    },
  }
}

/** Keeps the connection's business open until as many rows have their answer. */
function whenAll(from: Connection, count: number): () => void {
  let left = count
  let done = () => {}
  from.track(
    new Promise((resolve) => {
      done = resolve
    }),
  )
  return () => {
    left -= 1
    if (left === 0) done()
  }
}

/** Rights may have ended while the row waited: what counts is the moment it is written in. */
function withRightsOfNow(one: Staged, access: Access): Staged {
  if (!one.gated.ok) return one
  const refusal = access.refuses(one.from.person, 'write', one.row.doc)
  return refusal ? { ...one, gated: err(refusal) } : one
}

async function write(batch: readonly Staged[], { log, now }: RelayPorts): Promise<Appended[]> {
  const entries = batch.flatMap(({ gated }) => (gated.ok ? [gated.value] : []))
  const aside = batch.flatMap(({ gated, row, from }) =>
    gated.ok ? [] : [{ ...row, person: from.person, receivedAt: now(), reason: gated.error }],
  )
  if (aside.length > 0) await log.quarantine(aside)
  const appended = entries.length > 0 ? (await log.append(entries)).values() : [].values()
  return batch.map(({ gated }): Appended => {
    if (!gated.ok) return { kind: 'refused', reason: gated.error }
    const fate: Appended | undefined = appended.next().value
    if (!fate) throw new Error('The log answered for fewer rows than it was given')
    return fate
  })
}

interface Answers {
  readonly ack: { id: string; doc: string; seq: number }[]
  readonly refused: { id: string; doc: string; reason: Refusal }[]
  readonly retry: { id: string; doc: string; reason: Retry }[]
}

function answer(batch: readonly Staged[], fates: readonly Appended[]) {
  const answers = new Map<Connection, Answers>()
  for (const [index, { from, row }] of batch.entries()) {
    const fate = fates[index]
    if (!fate) continue
    const own = answers.get(from) ?? { ack: [], refused: [], retry: [] }
    answers.set(from, own)
    const { id, doc } = row
    if (fate.kind === 'stored') own.ack.push({ id, doc, seq: fate.seq })
    else if (fate.kind === 'refused') own.refused.push({ id, doc, reason: fate.reason })
    else own.retry.push({ id, doc, reason: fate.reason })
  }
  for (const [to, { ack, refused, retry }] of answers) {
    if (ack.length > 0) to.send({ type: 'ack', rows: ack })
    if (refused.length > 0) to.send({ type: 'refused', rows: refused })
    if (retry.length > 0) to.send({ type: 'retry', rows: retry })
  }
}

function sort(batch: readonly Staged[], fates: readonly Appended[]): Committed {
  const stored = new Map<string, Stored[]>()
  const again: { doc: string; seq: number }[] = []
  for (const [index, { from, gated }] of batch.entries()) {
    const fate = fates[index]
    if (!gated.ok || fate?.kind !== 'stored') continue
    const { doc } = gated.value
    if (fate.again) {
      again.push({ doc, seq: fate.seq })
      continue
    }
    const { facts: _, ...row } = gated.value
    const rows = stored.get(doc) ?? []
    rows.push({ row: { ...row, seq: fate.seq }, from })
    stored.set(doc, rows)
  }
  return { stored, again }
}
