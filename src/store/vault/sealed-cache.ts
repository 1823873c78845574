import Dexie, { type Table } from 'dexie'
import { decodeAny, encodeAny } from 'lib0/buffer'
import * as Y from 'yjs'
import { hexOf } from '../../domain/ids.ts'
import { durably } from '../durable.ts'
import type { CachedDocument, DocumentCache, Reach } from '../ports.ts'
import type { Place, Sealer } from './sealer.ts'

const OPEN_MS = 4000
/** As the plain cache does: a write for each keystroke would double the work of the journal. */
const GATHER_MS = 400
const GATHER_ROWS = 200
/** Rows from which the cache is written again as one when it is opened. */
const TRIM_ROWS = 100
const NOTHING: Reach = { cursor: 0, journal: 0 }

interface CacheRow {
  readonly doc: string
  /**
   * Begins with its turn: read in the order in which they were written, updates wait for no other,
   * which Yjs pays dearly for. The rest is made by chance: two windows may write side by side, and
   * updates come together in any order.
   */
  readonly id: string
  readonly sealed: Uint8Array
}

/** Sealed updates of all confidential documents of one person; it can be dropped at any time. */
class CacheDatabase extends Dexie {
  declare readonly updates: Table<CacheRow, [string, string]>
  declare readonly reach: Table<{ doc: string; sealed: Uint8Array }, string>

  constructor(person: string) {
    super(cacheName(person))
    this.version(1).stores({ updates: '[doc+id], doc', reach: 'doc' })
  }
}

/** No document has this name, so it is none of the plain caches. */
export const cacheName = (person: string) => `corridor-${person}/sealed`

const placeOf = ({ doc, id }: Pick<CacheRow, 'doc' | 'id'>): Place => ({ store: 'cache', doc, id })
const reachOf = (doc: string): Place => ({ store: 'reach', doc, id: '' })

const within = <T>(promise: Promise<T>, ms: number): Promise<T | null> =>
  Promise.race([promise, new Promise<null>((resolve) => setTimeout(resolve, ms, null))])

const uncached: CachedDocument = {
  reach: NOTHING,
  found: false,
  keep: () => undefined,
  saveReach: async () => undefined,
  close: async () => undefined,
}

interface Stored {
  readonly keys: readonly (readonly [string, string])[]
  /** Null if anything of it does not open: then none of it counts. */
  readonly updates: readonly Uint8Array[] | null
  readonly reach: Reach
}

function readReach(plain: Uint8Array | null): Reach | null {
  const stored: unknown = plain ? decodeAny(plain) : null
  if (typeof stored !== 'object' || stored === null) return null
  const { cursor, journal } = stored as Partial<Reach>
  return typeof cursor === 'number' && typeof journal === 'number' ? { cursor, journal } : null
}

async function load(db: CacheDatabase, sealer: Sealer, doc: string): Promise<Stored> {
  const [rows, kept] = await durably(db, () =>
    db.transaction('r', db.updates, db.reach, () =>
      Promise.all([db.updates.where('doc').equals(doc).toArray(), db.reach.get(doc)]),
    ),
  )
  const keys = rows.map((row) => [row.doc, row.id] as const)
  const updates = await Promise.all(rows.map((row) => sealer.open(placeOf(row), row.sealed)))
  const whole = updates.flatMap((update) => update ?? [])
  const reach = kept ? readReach(await sealer.open(reachOf(doc), kept.sealed)) : NOTHING
  const usable = rows.length > 0 && whole.length === rows.length && reach !== null
  return {
    keys,
    updates: usable ? whole : null,
    reach: (usable && reach) || NOTHING,
  }
}

/** Not merged first: that would read every update twice and write the whole once, before anything is shown. */
function applyAll(doc: Y.Doc, updates: readonly Uint8Array[]) {
  Y.transact(doc, () => updates.forEach((update) => Y.applyUpdate(doc, update)), 'cache', false)
}

/**
 * The cache of confidential documents: every update is sealed, appended, and now and then all are
 * written again as one. What is damaged or under another key counts as missing, as a whole: then
 * journal and relay fill it again.
 */
export function sealedCache(
  person: string,
  sealer: Sealer,
  random: (bytes: number) => Uint8Array,
): DocumentCache & { close(): void } {
  const db = new CacheDatabase(person)
  const sealUpdate: SealUpdate = async (doc, turn, update) => {
    const id = turn.toString(16).padStart(8, '0') + hexOf(random(8))
    return { doc, id, sealed: await sealer.seal(placeOf({ doc, id }), update) }
  }
  const drop = (doc: string) =>
    durably(db, () =>
      db.transaction('rw', db.updates, db.reach, async () => {
        await db.updates.where('doc').equals(doc).delete()
        await db.reach.delete(doc)
      }),
    )
  const open = async (doc: string, into: Y.Doc): Promise<CachedDocument> => {
    const { keys, updates, reach } = await load(db, sealer, doc)
    if (!updates && keys.length > 0) await drop(doc)
    if (updates) applyAll(into, updates)
    const trims = updates !== null && keys.length >= TRIM_ROWS
    if (trims) {
      const whole = await sealUpdate(doc, 0, Y.mergeUpdates([...updates]))
      await durably(db, () =>
        db.transaction('rw', db.updates, async () => {
          await db.updates.bulkDelete(keys.map(([of, id]) => [of, id]))
          await db.updates.put(whole)
        }),
      )
    }
    const turn = trims ? 1 : keys.length
    return keeping({ db, sealer, doc, turn, sealUpdate }, { found: updates !== null, reach })
  }

  return {
    async attach(name, doc) {
      const opening = open(name, doc).catch(() => null)
      return (await within(opening, OPEN_MS)) ?? uncached
    },
    drop: (name) =>
      drop(name).then(
        () => true,
        () => false,
      ),
    close: () => db.close(),
  }
}

type SealUpdate = (doc: string, turn: number, update: Uint8Array) => Promise<CacheRow>

interface Keeping {
  readonly db: CacheDatabase
  readonly sealer: Sealer
  readonly doc: string
  /** Of the next row. */
  readonly turn: number
  readonly sealUpdate: SealUpdate
}

function keeping(
  { db, sealer, doc, turn: first, sealUpdate }: Keeping,
  found: Pick<CachedDocument, 'found' | 'reach'>,
): CachedDocument {
  let gathered: Uint8Array[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let broken = false
  let next = first
  let turn = Promise.resolve()

  const write = async (updates: readonly Uint8Array[], reach: Reach | null) => {
    const rows =
      updates.length > 0 ? [await sealUpdate(doc, next++, Y.mergeUpdates([...updates]))] : []
    const sealed = reach ? await sealer.seal(reachOf(doc), encodeAny({ ...reach })) : null
    // Reach and what it describes in one transaction: never one without the other.
    await durably(db, () =>
      db.transaction('rw', db.updates, db.reach, async () => {
        await db.updates.bulkPut(rows)
        if (sealed) await db.reach.put({ doc, sealed })
      }),
    )
  }
  const writeGathered = (reach: Reach | null = null): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    const updates = gathered
    gathered = []
    if (broken || (updates.length === 0 && !reach)) return turn
    turn = turn
      .then(() => (broken ? undefined : write(updates, reach)))
      .catch(() => {
        broken = true // The journal and the relay have it all; the next start builds the cache again.
      })
    return turn
  }

  return {
    ...found,
    keep(update) {
      if (broken) return
      gathered.push(update)
      if (gathered.length >= GATHER_ROWS) void writeGathered()
      else timer ??= setTimeout(() => void writeGathered(), GATHER_MS)
    },
    saveReach: (reach) => writeGathered(reach),
    async close() {
      await within(writeGathered(), OPEN_MS)
    },
  }
}
