import * as Y from 'yjs'
import { rowIsWhole } from '../crdt/hash.ts'
import { changedRecords, rawRecord, rawRecords, recordsOf } from '../crdt/records.ts'
import { projectRecord } from '../domain/projection.ts'
import type {
  CachedDocument,
  DocumentCache,
  IndexRow,
  Journal,
  JournalRow,
  RowState,
  Surroundings,
} from './ports.ts'
import type { Writer } from './writer.ts'

/** Typing is gathered this long before it is written; the promise is half a second. */
const GATHER_MS = 150
/** Gathered updates beyond this many bytes are written as rows of their own. */
const MERGE_BYTES = 65_536
const FROM_JOURNAL = 'journal'
export const FROM_LOG = 'log'

export interface RoomPorts {
  readonly journal: Journal
  readonly cache: DocumentCache
  readonly writer: Writer
  readonly around: Surroundings
  readonly onChange: () => void
  /** Rows of the journal whose bytes no longer match their hash. */
  readonly onDamaged: (rows: readonly JournalRow[]) => void
}

/** One loaded document: captures local edits, keeps the cursor, projects what changed. */
export class Room {
  readonly name: string
  doc = new Y.Doc()
  cursor = 0
  /** Own rows that the relay numbered ahead of what has arrived from others. */
  readonly ackedAhead = new Set<number>()
  readonly #ports: RoomPorts
  #cached: CachedDocument | null = null
  #gathered: Uint8Array[] = []
  #changed = new Set<string>()
  #cancelGather: (() => void) | null = null
  #since: Uint8Array[] | null = null
  #onReplaced = new Set<() => void>()

  constructor(name: string, ports: RoomPorts) {
    this.name = name
    this.#ports = ports
  }

  /** Load order: cache, then journal rows; the network comes after. */
  async load() {
    await this.#fill(this.doc)
    this.#listen(this.doc)
  }

  /** Nothing of the room changes if the journal cannot be read. */
  async #fill(doc: Y.Doc) {
    const { cache, journal } = this.#ports
    const cached = await cache.attach(this.name, doc)
    const states: RowState[] = cached.found ? ['unsent', 'refused'] : ['safe', 'unsent', 'refused']
    const rows = await journal.rows(states, this.name).catch(async (error: unknown) => {
      await cached.close()
      throw error
    })
    this.#cached = cached
    this.cursor = cached.cursor
    const whole = rows.filter(rowIsWhole)
    if (whole.length < rows.length) {
      const damaged = rows.filter((row) => !whole.includes(row))
      this.#ports.onDamaged(damaged)
    }
    Y.transact(doc, () => whole.forEach((row) => Y.applyUpdate(doc, row.bytes)), FROM_JOURNAL, false)
    for (const row of whole) cached.keep(row.bytes)
    if (!cached.found && whole.length > 0)
      await journal.reproject(this.name, this.#projectAll(doc)).catch(() => undefined)
  }

  #listen(doc: Y.Doc) {
    recordsOf(doc).observeDeep((events, transaction) => {
      for (const id of changedRecords(doc, events)) this.#changed.add(id)
      if (!transaction.local) return
      this.#ports.onChange()
    })
    doc.on('update', (bytes: Uint8Array, _origin: unknown, _doc: Y.Doc, tr: Y.Transaction) => {
      if (!tr.local) return
      this.#gathered.push(bytes)
      this.#since?.push(bytes)
      this.#cancelGather ??= this.#ports.around.after(GATHER_MS, () => void this.flush())
      this.#ports.onChange()
    })
  }

  get gathered(): number {
    return this.#gathered.length
  }

  /** Resolves when every edit made before the call is on disk. */
  async flush(): Promise<void> {
    this.#cancelGather?.()
    this.#cancelGather = null
    const updates = this.#gathered
    this.#gathered = []
    const drafts = mergeSmall(updates).map((bytes) => ({ doc: this.name, bytes }))
    // Without drafts too: the queue is in order, so this waits for what is being written.
    await this.#ports.writer.write(drafts, drafts.length > 0 ? this.#takeChanged() : [])
    for (const { bytes } of drafts) this.#cached?.keep(bytes)
  }

  #takeChanged(): IndexRow[] {
    const root = recordsOf(this.doc)
    const rows: IndexRow[] = []
    for (const id of this.#changed) {
      const record = root.get(id)
      if (record instanceof Y.Map) rows.push(projectRecord(this.name, rawRecord(id, record)))
    }
    this.#changed.clear()
    return rows
  }

  #projectAll(doc: Y.Doc): IndexRow[] {
    return rawRecords(doc).map((raw) => projectRecord(this.name, raw))
  }

  async reproject() {
    await this.#ports.journal.reproject(this.name, this.#projectAll(this.doc))
  }

  /** Applies bytes from the relay and remembers how far they reach. */
  async apply(updates: readonly Uint8Array[], cursor: number) {
    Y.transact(
      this.doc,
      () => updates.forEach((bytes) => Y.applyUpdate(this.doc, bytes, FROM_LOG)),
      FROM_LOG,
      false,
    )
    for (const bytes of updates) this.#cached?.keep(bytes)
    this.cursor = cursor
    this.advance()
    const index = this.#gathered.length === 0 ? this.#takeChanged() : []
    if (index.length > 0) await this.#ports.journal.project(index).catch(() => undefined)
    await this.saveCursor()
  }

  /** Moves the cursor over own rows that lie next to it. */
  advance() {
    while (this.ackedAhead.delete(this.cursor + 1)) this.cursor++
    for (const seq of this.ackedAhead) if (seq <= this.cursor) this.ackedAhead.delete(seq)
  }

  async saveCursor() {
    await this.#cached?.saveCursor(this.cursor)
  }

  /**
   * Throws the merged state away and makes it again from the journal; the relay's part
   * follows from row 0. For a state that cannot be trusted: stuck, foreign or different.
   */
  async rebuild() {
    await this.flush()
    const since: Uint8Array[] = []
    this.#since = since
    await this.#cached?.close()
    await this.#ports.cache.drop(this.name)
    const fresh = new Y.Doc()
    await this.#fill(fresh).finally(() => (this.#since = null))
    this.ackedAhead.clear()
    this.cursor = 0
    for (const bytes of since) Y.applyUpdate(fresh, bytes, FROM_JOURNAL)
    const old = this.doc
    this.doc = fresh
    this.#listen(fresh)
    old.destroy()
    await this.reproject().catch(() => undefined)
    for (const tell of this.#onReplaced) tell()
  }

  onReplaced(tell: () => void): () => void {
    this.#onReplaced.add(tell)
    return () => this.#onReplaced.delete(tell)
  }

  async close() {
    await this.flush()
    await this.#cached?.close()
    this.doc.destroy()
  }
}

function mergeSmall(updates: readonly Uint8Array[]): Uint8Array[] {
  if (updates.length < 2) return [...updates]
  const size = updates.reduce((sum, bytes) => sum + bytes.length, 0)
  return size <= MERGE_BYTES ? [Y.mergeUpdates([...updates])] : [...updates]
}
