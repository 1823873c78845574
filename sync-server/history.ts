import { type Context, Hono } from 'hono'
import { type HistoryRow } from '../src/crdt/history.ts'
import { parseDocumentName } from '../src/domain/documents.ts'
import { hasHistory, historyLines } from '../src/domain/history.ts'
import type { Accounts } from './accounts/port.ts'
import { createAccess } from './access.ts'
import type { DocumentLog } from './log/port.ts'
import type { WorkerPort } from './worker/port.ts'

export interface HistoryPorts {
  readonly log: DocumentLog
  readonly worker: WorkerPort
  readonly accounts: Accounts
  readonly now: () => number
  /** Who asks, or null without a session. */
  readonly personOf: (c: Context) => string | null
}

const ROWS_AT_ONCE = 256
/** More lines than these nobody reads; the log keeps them all. */
const MOST_LINES = 1_000

async function rowsOf(log: DocumentLog, doc: string): Promise<HistoryRow[]> {
  const all: HistoryRow[] = []
  for (;;) {
    const rows = await log.after(doc, all.at(-1)?.seq ?? 0, ROWS_AT_ONCE)
    for (const { seq, person, device, madeAt, receivedAt, bytes } of rows)
      all.push({ seq, person, device, madeAt, receivedAt, bytes })
    if (rows.length < ROWS_AT_ONCE) return all
  }
}

/** What happened to a document: who, when by their clock, and when the relay got it. For those who may read it. */
export function historyRoutes({ log, worker, accounts, now, personOf }: HistoryPorts): Hono {
  const access = createAccess(accounts, now)

  async function history(c: Context) {
    const person = personOf(c)
    if (person === null) return c.json({ error: 'signed-out' }, 401)
    const doc = decodeURIComponent(c.req.path.slice('/api/history/'.length))
    const ref = parseDocumentName(doc)
    const open = ref.ok && hasHistory(ref.value) && access.refuses(person, 'read', doc) === null
    if (!open) return c.json({ error: 'not-allowed' }, 403)
    const changes = await worker.history(await rowsOf(log, doc))
    return c.json(historyLines(changes).slice(0, MOST_LINES))
  }
  return new Hono().get('/*', history)
}
