import type { Retry } from '../src/domain/refusals.ts'
import type { PushRow } from '../src/domain/wire/messages.ts'
import { signedBytes } from '../src/domain/wire/signed-row.ts'
import type { Access } from './access.ts'
import { answer, type Committed, sort, type Staged, withRightsOfNow, write } from './commit.ts'
import type { Connection } from './connection.ts'
import { type Gate, type Gated, throughGate } from './gate.ts'
import type { Appended } from './log/port.ts'
import type { RelayPorts } from './ports.ts'

/** Rows of one transaction at most: the turn that writes them holds up everybody else. */
const COMMIT_ROWS = 1_000

/** Signatures of a push that are looked at in this thread: waking another one for them takes longer. */
const FEW_SIGNATURES = 4

/** What the signatures of a push proved; a row that is not in it had none to look at. */
type Proofs = ReadonlyMap<PushRow, boolean>

export const sendRetry = (to: Connection, rows: readonly PushRow[], reason: Retry) =>
  to.send({ type: 'retry', rows: rows.map(({ id, doc }) => ({ id, doc, reason })) })

/** Takes rows through the gate and commits, in one transaction, all that arrived in a turn. */
export class Pushes {
  readonly #ports: RelayPorts
  readonly #access: Access
  readonly #committed: (what: Committed) => void
  /** Connections with a row that takes long to read: what they push next waits for it. */
  readonly #tails = new Map<Connection, Promise<void>>()
  #staged: Staged[] = []
  #running: Promise<void> | null = null

  constructor(ports: RelayPorts, access: Access, committed: (what: Committed) => void) {
    this.#ports = ports
    this.#access = access
    this.#committed = committed
  }

  receive(from: Connection, rows: readonly PushRow[]) {
    if (rows.length === 0) return
    if (!from.allowance.rows(rows.length, this.#ports.now())) return sendRetry(from, rows, 'busy')
    const answered = whenAll(from, rows.length)
    const before = this.#tails.get(from)
    const proofs = this.#prove(rows)
    const gateRows = async () => this.#gateRows(from, rows, await proofs, answered)
    const work =
      before || proofs instanceof Promise
        ? Promise.resolve(before).then(gateRows)
        : this.#gateRows(from, rows, proofs, answered)
    if (!work) return
    this.#tails.set(from, work)
    void work.finally(() => {
      if (this.#tails.get(from) === work) this.#tails.delete(from)
    })
  }

  /** Resolves when no row waits to be written. */
  async quiet() {
    while (this.#running || this.#tails.size > 0)
      await (this.#running ?? Promise.all(this.#tails.values()))
  }

  /** Looks at the signatures of a push: many of them all at once and off this thread. */
  #prove(rows: readonly PushRow[]): Proofs | Promise<Proofs> {
    const { accounts, verify } = this.#ports
    const signed = rows.flatMap((row) => {
      const signer = row.signature && accounts.signerOf(row.device)
      if (!row.signature || !signer?.key) return []
      const said = signedBytes(signer.person, row)
      return [{ row, of: [signer.key, said, row.signature] as const }]
    })
    if (signed.length <= FEW_SIGNATURES)
      return new Map(signed.map(({ row, of }) => [row, verify.now(...of)]))
    const proofs = signed.map(async ({ row, of }) => [row, await verify(...of)] as const)
    return Promise.all(proofs).then((all) => new Map(all))
  }

  /** Goes on by itself until a row needs the worker; then the rest of the push waits for it. */
  #gateRows(from: Connection, rows: readonly PushRow[], proofs: Proofs, answered: () => void) {
    const gate = this.#gateFor(from, proofs)
    for (const [index, row] of rows.entries()) {
      const gated = throughGate(row, gate)
      if (gated instanceof Promise)
        return this.#slowly(from, rows.slice(index), gated, proofs, answered)
      this.#stage({ from, row, gated, answered })
    }
    return undefined
  }

  async #slowly(
    from: Connection,
    rows: readonly PushRow[],
    first: Promise<Gated>,
    proofs: Proofs,
    answered: () => void,
  ) {
    let next: Promise<Gated> | null = first
    for (const row of rows) {
      const gated = await (next ?? throughGate(row, this.#gateFor(from, proofs)))
      next = null
      this.#stage({ from, row, gated, answered })
    }
  }

  #gateFor({ person, device }: Connection, proofs: Proofs): Gate {
    const { accounts, now, worker } = this.#ports
    return {
      person,
      device,
      now: now(),
      refuses: (author, doc) => this.#access.refuses(author, 'write', doc),
      signerOf: (id) => accounts.signerOf(id),
      proven: (row) => proofs.get(row) ?? null,
      isDone: (author, doc, from) => this.#access.isDone(author, doc, from),
      inspect: (bytes) => worker.inspect(bytes),
    }
  }

  #stage(one: Staged) {
    this.#staged.push(one)
    this.#schedule()
  }

  #schedule() {
    if (this.#running) return
    const turn = new Promise<void>((resolve) => this.#ports.soon(resolve))
    this.#running = turn
      .then(() => this.#commit())
      // Whatever went wrong in telling of it, the next rows must not wait for ever.
      .catch((error: unknown) => this.#ports.note?.('tell-failed', { error: String(error) }))
      .then(() => {
        this.#running = null
        if (this.#staged.length > 0) this.#schedule()
      })
  }

  async #commit() {
    const batch = this.#staged
      .slice(0, COMMIT_ROWS)
      .map((one) => withRightsOfNow(one, this.#access, this.#ports))
    this.#staged = this.#staged.slice(batch.length)
    const fates = await write(batch, this.#ports).catch((error: unknown) => {
      this.#ports.note?.('commit-failed', { rows: batch.length, error: String(error) })
      return batch.map((): Appended => ({ kind: 'retry', reason: 'storage' }))
    })
    try {
      answer(batch, fates)
      this.#committed(sort(batch, fates))
    } finally {
      for (const { answered } of batch) answered()
    }
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
