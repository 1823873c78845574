import type { Retry } from '../src/domain/refusals.ts'
import type { PushRow } from '../src/domain/wire/messages.ts'
import type { Access } from './access.ts'
import { answer, type Committed, sort, type Staged, withRightsOfNow, write } from './commit.ts'
import type { Connection } from './connection.ts'
import { type Gate, type Gated, throughGate } from './gate.ts'
import type { Appended } from './log/port.ts'
import type { RelayPorts } from './ports.ts'

/** Rows of one transaction at most: the turn that writes them holds up everybody else. */
const COMMIT_ROWS = 1_000

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
  const { accounts, worker, now, soon } = ports
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
