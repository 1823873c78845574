import { sameBytes } from '../../src/domain/wire/row-hash.ts'
import type { LogRow } from '../../src/domain/wire/messages.ts'
import { type Bound, fitClocks, NO_DEVICE, usedTwice } from './clocks.ts'
import type { Appended, DocumentLog, Entry, Quarantined, Snapshot } from './port.ts'

interface Kept {
  readonly rows: LogRow[]
  readonly clients: Map<number, Bound>
  pos: number
}

const asideKey = (row: Quarantined) => `${row.id}/${row.person}/${row.hash.join()}`

/** Leaves out what only the log's callers carry along. */
const logRow = ({ id, doc, device, hash, madeAt, bytes, person, receivedAt }: Entry, seq: number) =>
  ({ id, doc, device, hash, madeAt, bytes, person, receivedAt, seq }) satisfies LogRow

/** A log that lasts as long as the object: for tests and simulations. No clock and no chance. */
export function memoryLog(): DocumentLog {
  const docs = new Map<string, Kept>()
  const byId = new Map<string, LogRow>()
  const aside = new Map<string, Quarantined>()
  const snapshots = new Map<string, Snapshot>()
  const sealed = new Set<string>()
  let pos = 0
  let epoch = 1

  const keptOf = (doc: string): Kept => {
    const kept = docs.get(doc) ?? { rows: [], clients: new Map(), pos: 0 }
    docs.set(doc, kept)
    return kept
  }
  const putAside = (row: Quarantined) => {
    const key = asideKey(row)
    // A row that was damaged on its way may come again whole; then the whole one is worth keeping.
    if ((aside.get(key)?.reason ?? 'damaged') === 'damaged') aside.set(key, row)
  }
  const refuse = (entry: Entry, reason: Quarantined['reason']): Appended => {
    const { facts: _, ...row } = entry
    putAside({ ...row, reason })
    return { kind: 'refused', reason }
  }
  const store = (entry: Entry): Appended => {
    const kept = keptOf(entry.doc)
    const row = logRow(entry, kept.rows.length + 1)
    kept.rows.push(row)
    kept.pos = ++pos
    byId.set(entry.id, row)
    for (const { client, to } of entry.facts.adds)
      kept.clients.set(client, { person: entry.person, device: entry.device, clock: to })
    aside.delete(asideKey({ ...entry, reason: 'damaged' }))
    return { kind: 'stored', seq: row.seq, again: false }
  }
  const appendOne = (entry: Entry): Appended => {
    const known = byId.get(entry.id)
    if (known)
      return sameBytes(known.hash, entry.hash)
        ? { kind: 'stored', seq: known.seq, again: true }
        : refuse(entry, 'id-reused')
    if (sealed.has(entry.doc)) return refuse(entry, 'sealed')
    const { clients } = keptOf(entry.doc)
    const fit = fitClocks(entry, (client) => clients.get(client))
    if (fit.kind === 'refused') {
      if (fit.reason === 'clock-taken')
        for (const client of usedTwice(entry, (c) => clients.get(c))) {
          const bound = clients.get(client)
          if (bound) clients.set(client, { ...bound, device: NO_DEVICE })
        }
      return refuse(entry, fit.reason)
    }
    return fit.kind === 'retry' ? fit : store(entry)
  }

  return {
    append: async (entries) => entries.map(appendOne),
    quarantine: async (rows) => rows.forEach(putAside),
    after: async (doc, seq, limit) => (docs.get(doc)?.rows ?? []).slice(seq, seq + limit),
    head: async (doc) => docs.get(doc)?.rows.length ?? 0,
    snapshot: async (doc) => snapshots.get(doc) ?? null,
    saveSnapshot: async (doc, snapshot) => {
      if (snapshot.seq >= (snapshots.get(doc)?.seq ?? 0)) snapshots.set(doc, snapshot)
    },
    changedSince: async (cursor) => ({
      cursor: pos,
      docs: [...docs]
        .filter(([, kept]) => kept.pos > cursor)
        .sort(([, a], [, b]) => a.pos - b.pos)
        .map(([doc, kept]) => ({ doc, head: kept.rows.length })),
    }),
    quarantined: async (doc) =>
      [...aside.values()].filter((row) => doc === undefined || row.doc === doc),
    seal: async (doc) => void sealed.add(doc),
    epoch: async () => `epoch-${epoch}`,
    renewEpoch: async () => `epoch-${++epoch}`,
    close: async () => {},
  }
}
