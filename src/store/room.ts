import * as Y from 'yjs'
import { eraseFromDocument, eraseFromUpdate, type Ranges } from '../crdt/erase.ts'
import { rowIsWhole } from '../crdt/hash.ts'
import type { Rekey } from '../crdt/rekey.ts'
import { rawRecord, rawRecords, recordsOf } from '../crdt/records.ts'
import { projectRecord } from '../domain/projection.ts'
import { Gather } from './gather.ts'
import type {
  CachedDocument,
  DocumentCache,
  IndexRow,
  Journal,
  JournalRow,
  Surroundings,
} from './ports.ts'
import { applyFromLog, listenTo, waiting } from './room-parts.ts'
import type { Writer } from './writer.ts'

const FROM_JOURNAL = 'journal'

export interface RoomPorts {
  readonly journal: Journal
  readonly cache: DocumentCache
  readonly writer: Writer
  readonly around: Surroundings
  readonly onChange: () => void
  /** Rows of the journal whose bytes no longer match their hash. */
  readonly onDamaged: (rows: readonly JournalRow[]) => void
}

/** A state and how much of the relay's log it holds. */
interface Copy {
  readonly doc: Y.Doc
  cursor: number
  /** Own rows that the relay numbered ahead of what has arrived from others. */
  readonly ackedAhead: Set<number>
}

const copyOf = (doc: Y.Doc, cursor = 0): Copy => ({ doc, cursor, ackedAhead: new Set() })

/** One loaded document: captures local edits, keeps the cursor, projects what changed. */
export class Room {
  readonly name: string
  readonly #ports: RoomPorts
  #shown = copyOf(new Y.Doc())
  /** A copy that is fetched anew while the shown one stays; it takes its place when it is complete. */
  #afresh: Copy | null = null
  #cached: CachedDocument | null = null
  /** Highest journal number that the cache was given. */
  #keptTo = 0
  readonly #gather: Gather
  #changed = new Set<string>()
  /** Writes that are on their way to the disk, with what they projected. */
  #writing = 0
  /** Local edits since a fresh copy was begun; null while there is none. */
  #since: Uint8Array[] | null = null
  #onReplaced = new Set<() => void>()

  constructor(name: string, ports: RoomPorts) {
    this.name = name
    this.#ports = ports
    this.#gather = new Gather(ports.around, () => void this.flush())
  }

  get doc(): Y.Doc {
    return this.#shown.doc
  }

  /** Where the relay should go on from. */
  get cursor(): number {
    return (this.#afresh ?? this.#shown).cursor
  }

  get ackedAhead(): Set<number> {
    return (this.#afresh ?? this.#shown).ackedAhead
  }

  /** Load order: cache, then journal rows; the network comes after. */
  async load() {
    const { cache } = this.#ports
    const { doc } = this.#shown
    const cached = await cache.attach(this.name, doc)
    const rows = await this.#ownRows(cached.found ? cached.reach.journal : 0).catch(
      async (error: unknown) => {
        await cached.close()
        throw error
      },
    )
    this.#cached = cached
    this.#shown.cursor = cached.reach.cursor
    this.#replay(doc, rows)
    for (const row of rows) this.#keep(row)
    this.#listen(doc)
    if (!cached.found && rows.length > 0) await this.reproject().catch(() => undefined)
  }

  /** This device's rows that a state may lack; those on the relay only beyond what the cache holds. */
  async #ownRows(keptTo: number): Promise<JournalRow[]> {
    const { journal } = this.#ports
    const open = await journal.rows(['unsent', 'refused'], this.name)
    const safe = await journal.rows(['safe'], this.name, keptTo)
    const rows = [...safe, ...open].sort((a, b) => a.n - b.n)
    const damaged = rows.filter((row) => !rowIsWhole(row))
    if (damaged.length > 0) this.#ports.onDamaged(damaged)
    return rows.filter((row) => !damaged.includes(row))
  }

  #replay(doc: Y.Doc, rows: readonly { readonly bytes: Uint8Array }[]) {
    Y.transact(doc, () => rows.forEach((row) => Y.applyUpdate(doc, row.bytes)), FROM_JOURNAL, false)
  }

  #keep(row: JournalRow) {
    this.#cached?.keep(row.bytes)
    this.#keptTo = Math.max(this.#keptTo, row.n)
  }

  #listen(doc: Y.Doc) {
    listenTo(doc, {
      onChanged: (id) => this.#changed.add(id),
      onLocal: (bytes) => {
        this.#gather.add(bytes)
        this.#since?.push(bytes)
        this.#ports.onChange()
      },
    })
  }

  get gathered(): number {
    return this.#gather.count
  }

  /** Resolves when every edit made before the call is on disk. */
  async flush(): Promise<void> {
    if (this.#gather.held) await this.#gather.free()
    const drafts = this.#gather.take().map((bytes) => ({ doc: this.name, bytes }))
    // Without drafts too: the queue is in order, so this waits for what is being written.
    const index = drafts.length > 0 ? this.#takeChanged() : []
    this.#writing++
    try {
      for (const row of await this.#ports.writer.write(drafts, index)) this.#keep(row)
    } finally {
      this.#writing--
    }
    if (this.#changed.size > 0) await this.#projectChanged()
  }

  /** Not past a write that is under way: what it projected would then lie over what is newer. */
  async #projectChanged() {
    if (this.#gather.count > 0 || this.#writing > 0) return
    const index = this.#takeChanged()
    if (index.length > 0) await this.#ports.journal.project(index).catch(() => undefined)
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

  /**
   * Erases a record from the document and from what was typed and not written yet.
   * @returns the clocks that rows of the journal must forget too, before `forget`
   */
  async erase(id: string): Promise<Ranges> {
    this.abandon()
    const ranges = eraseFromDocument(this.doc, id)
    this.#gather.rewrite((update) => eraseFromUpdate(update, ranges) ?? update)
    await this.flush()
    return ranges
  }

  /**
   * An index and a cache without what the document has forgotten: earlier updates held the words. The
   * cache last and twice: where a browser drops a database it writes out what it held in memory, old
   * versions too, and the next time it leaves those out (docs/decisions/014).
   */
  async forget() {
    await this.reproject()
    for (let time = 0; time < 2; time++) await this.#freshCache(Y.encodeStateAsUpdate(this.doc))
  }

  async reproject() {
    const rows = rawRecords(this.doc).map((raw) => projectRecord(this.name, raw))
    await this.#ports.journal.reproject(this.name, rows)
  }

  /** Applies bytes from the relay and remembers how far they reach. */
  async apply(updates: readonly Uint8Array[], cursor: number) {
    const copy = this.#afresh ?? this.#shown
    applyFromLog(copy.doc, updates)
    copy.cursor = cursor
    this.advance()
    if (copy !== this.#shown) return
    for (const bytes of updates) this.#cached?.keep(bytes)
    // A record that is not in the document any more: its writer erased it.
    const erased = [...this.#changed].some((id) => !recordsOf(this.doc).has(id))
    await this.#projectChanged()
    if (erased) await this.forget()
    await this.saveReach()
  }

  /** Moves the cursor over own rows that lie next to it. */
  advance() {
    const copy = this.#afresh ?? this.#shown
    while (copy.ackedAhead.delete(copy.cursor + 1)) copy.cursor++
    for (const seq of copy.ackedAhead) if (seq <= copy.cursor) copy.ackedAhead.delete(seq)
  }

  async saveReach() {
    await this.#cached?.saveReach({ cursor: this.#shown.cursor, journal: this.#keptTo })
  }

  /** The relay's numbers mean something else now (it was restored): ask from row 0, keep what is here. */
  async fromStart() {
    this.abandon()
    this.#shown.cursor = 0
    this.#shown.ackedAhead.clear()
    await this.saveReach()
  }

  /** Begins a copy that is fetched from row 0, for a state that waits for ever or differs from the relay's. */
  async beginAfresh() {
    this.abandon()
    const since = [...this.#gather.updates]
    this.#since = since
    await this.flush()
    const rows = await this.#ownRows(0)
    // Another one was begun while this one read, or the line broke: that decides.
    if (this.#since !== since) return
    const fresh = copyOf(new Y.Doc())
    this.#replay(fresh.doc, rows)
    this.#afresh = fresh
  }

  /** The relay has sent all up to `head`: a fresh copy that holds it takes the place of the shown one. */
  async caughtUp(head: number) {
    const fresh = this.#afresh
    if (!fresh || fresh.cursor < head) return
    await this.flush()
    if (this.#afresh !== fresh) return
    for (const bytes of this.#since ?? []) Y.applyUpdate(fresh.doc, bytes, FROM_JOURNAL)
    this.abandon()
    await this.#show(fresh)
  }

  /** The line broke before the fresh copy was complete: the shown one stays. */
  abandon() {
    this.#afresh = null
    this.#since = null
  }

  /** Rows that a copy carried in are part of the document at once. */
  async bringIn(rows: readonly JournalRow[]) {
    this.#replay(this.doc, rows)
    for (const row of rows) this.#keep(row)
    await this.reproject()
  }

  /**
   * Moves the document to other clientIDs.
   * @param prepare makes the journal's rows follow; null if there is nothing to move
   */
  async moveClients(prepare: () => Promise<Rekey | null>) {
    const whenWritten = async () => {
      // What was taken before the hold must be in the journal, or it would stay under the old clientID.
      await this.#ports.writer.write([], [])
      return prepare()
    }
    await this.#gather.holdAndMove(whenWritten, (rekey) => this.showInstead(rekey))
  }

  /** Shows the same content in a new copy. */
  async showInstead(rekey: Rekey) {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, rekey(Y.encodeStateAsUpdate(this.doc)), FROM_JOURNAL)
    this.abandon()
    await this.#show(copyOf(doc))
  }

  async #show(copy: Copy) {
    const old = this.doc
    const state = Y.encodeStateAsUpdate(copy.doc)
    this.#shown = copy
    this.#listen(copy.doc)
    old.destroy()
    await this.#freshCache(state)
    await this.reproject().catch(() => undefined)
    // A copy: a listener may sign up again while it is told.
    Array.from(this.#onReplaced).forEach((tell) => tell())
  }

  /** A new cache with this state in place of the old one. */
  async #freshCache(state: Uint8Array) {
    const was = this.#cached
    const meanwhile: Uint8Array[] = []
    this.#cached = waiting(meanwhile)
    await was?.close()
    await this.#ports.cache.drop(this.name)
    const cached = await this.#ports.cache.attach(this.name, new Y.Doc())
    for (const bytes of [state, ...meanwhile]) cached.keep(bytes)
    this.#cached = cached
    await this.saveReach()
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
