import type * as Y from 'yjs'
import { contentDigest, isPending } from '../crdt/canonical.ts'
import { rowIsWhole } from '../crdt/hash.ts'
import type { Refusal } from '../domain/refusals.ts'
import type { LogRow } from '../domain/wire/messages.ts'
import type {
  DocumentCache,
  Journal,
  JournalRow,
  StorageFaultKind,
  Surroundings,
  Tally,
} from './ports.ts'
import { rekeyedRows } from './rekeyed-rows.ts'
import { Room } from './room.ts'
import { createWriter } from './writer.ts'

const RECOUNT_MS = 1500

export interface OpenDocument {
  readonly name: string
  /** The live document. A rebuild replaces it: ask again after `onReplaced`. */
  readonly doc: Y.Doc
  /** Resolves when every edit made before the call is on this device's disk. */
  flush(): Promise<void>
  onReplaced(tell: () => void): () => void
}

export interface StoreState {
  /** Edits that are not on disk yet. */
  readonly inMemory: number
  readonly trouble: StorageFaultKind | null
  readonly tally: Tally
}

export type Received = 'applied' | 'gap' | 'damaged'

export type Documents = Awaited<ReturnType<typeof openDocuments>>

/**
 * The documents on this device. Opening loads cache, then journal; local edits reach the
 * journal within half a second; what comes from the relay is applied in the order of its log.
 * @throws StorageFault if the journal cannot be read at the start
 */
export async function openDocuments(ports: {
  readonly journal: Journal
  readonly cache: DocumentCache
  readonly around: Surroundings
  readonly device: string
}) {
  const { journal, cache, around } = ports
  const rooms = new Map<string, Room>()
  const loading = new Map<string, Promise<Room>>()
  const listeners = new Set<() => void>()
  const rowListeners = new Set<(rows: readonly JournalRow[]) => void>()
  let tally = await journal.tally()
  let state: StoreState | null = null

  const changed = () => {
    state = null
    for (const tell of listeners) tell()
  }
  const onWritten = (rows: readonly JournalRow[]) => {
    if (rows.length === 0) return
    tally = { ...tally, unsent: tally.unsent + rows.length, high: rows.at(-1)?.n ?? tally.high }
    for (const tell of rowListeners) tell(rows)
  }
  const writer = createWriter({ ...ports, high: tally.high, onWritten, onChange: changed })
  // The count must come true again by itself, whatever the storage is going through.
  const recount = async (): Promise<void> => {
    try {
      tally = await journal.tally()
      changed()
    } catch {
      around.after(RECOUNT_MS, () => void recount())
    }
  }
  const onDamaged = (rows: readonly JournalRow[]) => {
    const settled = rows.map(({ n }) => ({ n, state: 'damaged' as const, reason: null }))
    void journal.settle(settled).then(recount, recount)
  }
  const roomPorts = { journal, cache, writer, around, onChange: changed, onDamaged }

  const room = (name: string): Promise<Room> => {
    const known = loading.get(name)
    if (known) return known
    const fresh = new Room(name, roomPorts)
    const loaded = fresh.load().then(() => {
      rooms.set(name, fresh)
      return fresh
    })
    loading.set(name, loaded)
    // A failed load is tried again by whoever asks next.
    loaded.catch(() => loading.delete(name))
    return loaded
  }

  const inMemory = () =>
    writer.waiting() + [...rooms.values()].reduce((sum, r) => sum + r.gathered, 0)

  return {
    device: ports.device,
    journal,

    async open(name: string): Promise<OpenDocument> {
      const opened = await room(name)
      return {
        name,
        get doc() {
          return opened.doc
        },
        flush: () => opened.flush(),
        onReplaced: (tell) => opened.onReplaced(tell),
      }
    },

    /** Everything typed so far is on disk when it resolves. */
    async flush() {
      await Promise.all([...rooms.values()].map((r) => r.flush()))
    },

    cursorOf: async (name: string) => (await room(name)).cursor,

    /** Rows of the relay's log, in order and without gaps after the cursor; others are not applied. */
    async receive(name: string, rows: readonly LogRow[]): Promise<Received> {
      const target = await room(name)
      const next = rows.filter((row) => row.seq > target.cursor)
      if (next.length === 0) return 'applied'
      let expected = target.cursor
      for (const row of next) {
        while (row.seq !== expected + 1 && target.ackedAhead.has(expected + 1)) expected++
        if (row.seq !== expected + 1) return 'gap'
        if (!rowIsWhole(row)) return 'damaged'
        expected = row.seq
      }
      await target.apply(
        next.map((row) => row.bytes),
        expected,
      )
      changed()
      return 'applied'
    },

    /** The merged state up to row `seq` of the relay's log. */
    async receiveSnapshot(name: string, bytes: Uint8Array, seq: number): Promise<void> {
      const target = await room(name)
      await target.apply([bytes], Math.max(seq, target.cursor))
      changed()
    },

    /** The relay has these rows on disk. `seq` is null for rows of documents that are not followed. */
    async acknowledged(rows: readonly { n: number; doc: string; seq: number }[]) {
      await journal.settle(rows.map(({ n }) => ({ n, state: 'safe', reason: null })))
      for (const { doc, seq } of rows) {
        const target = rooms.get(doc)
        if (target && seq > target.cursor) target.ackedAhead.add(seq)
      }
      for (const doc of new Set(rows.map((row) => row.doc))) {
        const target = rooms.get(doc)
        const before = target?.cursor
        target?.advance()
        if (target && target.cursor !== before) void target.saveReach()
      }
      await recount()
    },

    async refused(rows: readonly { n: number; reason: Refusal }[]) {
      await journal.settle(rows.map(({ n, reason }) => ({ n, state: 'refused', reason })))
      await recount()
    },

    /** After a changed epoch: the relay's numbers mean something else. */
    async fromStart(names: readonly string[]) {
      for (const name of names) await (await room(name)).fromStart()
    },

    /** The relay may have lost what it acknowledged, so everything is sent again. */
    async unsettle() {
      const safe = await journal.rows(['safe'])
      await journal.settle(safe.map(({ n }) => ({ n, state: 'unsent', reason: null })))
      await recount()
    },

    /** The person asks for refused rows to be sent once more. */
    async sendRefusedAgain() {
      const refused = await journal.rows(['refused'])
      await journal.settle(refused.map(({ n }) => ({ n, state: 'unsent', reason: null })))
      await recount()
      const rows = refused.map((row) => ({ ...row, state: 'unsent' as const, reason: null }))
      for (const tell of rowListeners) tell(rows)
    },

    /**
     * Gives rows whose clientID is taken a new one and makes the document again from them.
     * @returns how many rows were made
     */
    async rekey(name: string, refused: readonly number[]): Promise<number> {
      const target = await room(name)
      await target.flush()
      const open = await journal.rows(['unsent', 'refused'], name)
      const { rows: fresh, rekey } = rekeyedRows(open, refused, around.random, writer.row)
      if (fresh.length === 0) return 0
      await journal.replace(
        open.map(({ n }) => n),
        fresh,
      )
      await target.showInstead(rekey)
      await recount()
      for (const tell of rowListeners) tell(fresh)
      return fresh.length
    },

    /** Rows carried in by a copy; they keep their ids, so bringing them twice changes nothing. */
    async carryIn(rows: readonly Omit<JournalRow, 'n' | 'state' | 'reason'>[]): Promise<number> {
      const known = new Set(
        (await journal.rows(['unsent', 'safe', 'refused', 'replaced'])).map((r) => r.id),
      )
      const fresh = rows
        .filter((row) => !known.has(row.id) && rowIsWhole(row))
        .map((row) => ({ ...writer.row(row), ...row }))
      await journal.write(fresh, [])
      onWritten(fresh)
      for (const name of new Set(fresh.map((row) => row.doc)))
        await (await room(name)).bringIn(fresh.filter((row) => row.doc === name))
      await recount()
      return fresh.length
    },

    /** Begins to fetch a document anew beside the one that is shown; `caughtUp` puts it in its place. */
    refetch: async (name: string) => (await room(name)).beginAfresh(),
    caughtUp: async (name: string, head: number) => rooms.get(name)?.caughtUp(head),
    /** The line broke: half-fetched copies are dropped. */
    abandon() {
      for (const each of rooms.values()) each.abandon()
    },
    digest: async (name: string) => contentDigest((await room(name)).doc),
    isPending: (name: string) => {
      const loaded = rooms.get(name)
      return loaded ? isPending(loaded.doc) : false
    },
    unwritten: () => writer.unwritten(),
    retryNow: () => writer.retryNow(),

    onRows(tell: (rows: readonly JournalRow[]) => void): () => void {
      rowListeners.add(tell)
      return () => rowListeners.delete(tell)
    },
    subscribe(tell: () => void): () => void {
      listeners.add(tell)
      return () => listeners.delete(tell)
    },
    state(): StoreState {
      state ??= { inMemory: inMemory(), trouble: writer.trouble(), tally }
      return state
    },

    async close() {
      await Promise.all([...rooms.values()].map((r) => r.close()))
    },
  }
}
