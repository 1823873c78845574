import { sameBytes } from '../../src/domain/wire/row-hash.ts'
import { type Bound, fitClocks, NO_DEVICE, usedTwice } from './clocks.ts'
import { whenAgain } from './erased.ts'
import type { Appended, DocumentLog, Entry, Quarantined, Snapshot, StoredRow } from './port.ts'

interface Kept {
  readonly rows: StoredRow[]
  readonly clients: Map<number, Bound>
  pos: number
}

const asideKey = (row: Quarantined) => `${row.id}/${row.person}/${row.hash.join()}`

/** Leaves out what only the log's callers carry along. */
const storedRow = (entry: Entry, seq: number): StoredRow => {
  const { id, doc, device, hash, madeAt, bytes, signature, person, receivedAt } = entry
  return { id, doc, device, hash, madeAt, bytes, signature, person, receivedAt, seq }
}

/** A log that lasts as long as the object: for tests and simulations. No clock and no chance. */
export function memoryLog(): DocumentLog {
  const rows = new MemoryRows()
  const snapshots = new Map<string, Snapshot>()
  let epoch = 1
  return {
    append: async (entries) =>
      entries.map((entry) => {
        const fate = rows.append(entry)
        if (fate.kind === 'stored' && fate.erased) snapshots.delete(entry.doc)
        return fate
      }),
    quarantine: async (aside) => aside.forEach((row) => rows.putAside(row)),
    after: async (doc, seq, limit) => rows.of(doc).slice(seq, seq + limit),
    head: async (doc) => rows.of(doc).length,
    snapshot: async (doc) => snapshots.get(doc) ?? null,
    saveSnapshot: async (doc, snapshot) => {
      if (snapshot.seq >= (snapshots.get(doc)?.seq ?? 0)) snapshots.set(doc, snapshot)
    },
    changedSince: async (cursor) => rows.changedSince(cursor),
    quarantined: async (doc) => rows.quarantined(doc),
    seal: async (doc) => rows.seal(doc),
    epoch: async () => `epoch-${epoch}`,
    renewEpoch: async () => `epoch-${++epoch}`,
    close: async () => {},
  }
}

class MemoryRows {
  readonly #docs = new Map<string, Kept>()
  readonly #byId = new Map<string, StoredRow>()
  readonly #aside = new Map<string, Quarantined>()
  readonly #sealed = new Set<string>()
  #pos = 0

  of(doc: string): readonly StoredRow[] {
    return this.#docs.get(doc)?.rows ?? []
  }

  seal(doc: string) {
    this.#sealed.add(doc)
  }

  append(entry: Entry): Appended {
    const known = this.#byId.get(entry.id)
    if (known) return this.#again(entry, known)
    if (this.#sealed.has(entry.doc)) return this.#refuse(entry, 'sealed')
    const { clients } = this.#keptOf(entry.doc)
    const lookUp = (client: number) => clients.get(client)
    const fit = fitClocks(entry, lookUp)
    if (fit.kind === 'retry') return fit
    if (fit.kind === 'fits') return this.#store(entry)
    if (fit.reason === 'clock-taken')
      for (const client of usedTwice(entry, lookUp)) {
        const bound = clients.get(client)
        if (bound) clients.set(client, { ...bound, device: NO_DEVICE })
      }
    return this.#refuse(entry, fit.reason)
  }

  #again(entry: Entry, known: StoredRow): Appended {
    const stored = { kind: 'stored', seq: known.seq, again: true } as const
    if (sameBytes(known.hash, entry.hash)) return stored
    const fate = whenAgain(known, entry)
    if (fate === 'erased') return stored
    if (fate === 'other') return this.#refuse(entry, 'id-reused')
    const { hash, bytes, signature } = entry
    const row = { ...known, hash, bytes, signature }
    this.#keptOf(entry.doc).rows[known.seq - 1] = row
    this.#byId.set(entry.id, row)
    return { ...stored, erased: true }
  }

  putAside(row: Quarantined) {
    const key = asideKey(row)
    // A row that was damaged on its way may come again whole; then the whole one is worth keeping.
    if ((this.#aside.get(key)?.reason ?? 'damaged') === 'damaged') this.#aside.set(key, row)
  }

  quarantined(doc: string | undefined): Quarantined[] {
    return [...this.#aside.values()].filter((row) => doc === undefined || row.doc === doc)
  }

  changedSince(cursor: number) {
    const docs = [...this.#docs]
      .filter(([, kept]) => kept.pos > cursor)
      .sort(([, a], [, b]) => a.pos - b.pos)
      .map(([doc, kept]) => ({ doc, head: kept.rows.length }))
    return { cursor: this.#pos, docs }
  }

  #keptOf(doc: string): Kept {
    const kept = this.#docs.get(doc) ?? { rows: [], clients: new Map(), pos: 0 }
    this.#docs.set(doc, kept)
    return kept
  }

  #refuse(entry: Entry, reason: Quarantined['reason']): Appended {
    const { facts: _, ...row } = entry
    this.putAside({ ...row, reason })
    return { kind: 'refused', reason }
  }

  #store(entry: Entry): Appended {
    const kept = this.#keptOf(entry.doc)
    const row = storedRow(entry, kept.rows.length + 1)
    kept.rows.push(row)
    kept.pos = ++this.#pos
    this.#byId.set(entry.id, row)
    for (const { client, to } of entry.facts.adds)
      kept.clients.set(client, { person: entry.person, device: entry.device, clock: to })
    this.#aside.delete(asideKey({ ...entry, reason: 'damaged' }))
    return { kind: 'stored', seq: row.seq, again: false }
  }
}
