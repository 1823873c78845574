import type { AccessFacts } from '../domain/access.ts'
import { documentsOf } from '../domain/access.ts'
import { hexOf, newRecordId } from '../domain/ids.ts'
import { type Where, whereIs } from '../domain/where.ts'
import { type Held } from '../domain/wire/messages.ts'
import { compareMark, localMarks, type Lost } from '../store/canary.ts'
import { CorridorDatabase } from '../store/db.ts'
import { dexieJournal } from '../store/dexie-journal.ts'
import { openDocuments } from '../store/documents.ts'
import { dexieLedger } from '../store/ledger.ts'
import type { Surroundings } from '../store/ports.ts'
import type { Desk, Watched } from '../store/react.tsx'
import { yjsCache } from '../store/yjs-cache.ts'
import { createSyncClient, type SyncClient } from '../sync/client.ts'
import { relayTransport } from './relay-line.ts'
import { fetchSession } from './session-api.ts'
import { askForPen } from './writer-lock.ts'

export const browserSurroundings: Surroundings = {
  now: () => Date.now(),
  random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
  after(ms, fn) {
    const timer = setTimeout(fn, ms)
    return () => clearTimeout(timer)
  },
}

/** One person's work on this device, open for typing, in step with the relay when there is signal. */
export interface AppDevice extends Desk {
  readonly name: string
  readonly sync: SyncClient
  readonly where: Watched<Where>
  /** What the start found missing from this device's storage. */
  readonly lost: Lost
  /** Takes the pen from another window of this profile. */
  readonly takeOver: () => void
  close(): Promise<void>
}

async function deviceIdOf(ledger: ReturnType<typeof dexieLedger>, random: Surroundings['random']) {
  const known = await ledger.meta('device')
  if (typeof known === 'string') return known
  const fresh = hexOf(random(16))
  await ledger.setMeta('device', fresh)
  return fresh
}

/** Notes on this device by review, so that the team can see who is in. */
async function countNotes(db: CorridorDatabase, person: string): Promise<Held['notes']> {
  const notes: Held['notes'] = {}
  const suffix = `/notes/${person}`
  await db.index.where('[type+doc+at]').between(['note', ''], ['note', '\uffff']).each((row) => {
    if (!row.doc.endsWith(suffix) || row.data['removedAt']) return
    const review = row.doc.slice('review/'.length, -suffix.length)
    notes[review] = (notes[review] ?? 0) + 1
  })
  return notes
}

/**
 * Opens a person's device store and starts to sync. Works with no signal: everything it
 * needs was kept at the last contact.
 * @param onTurn this window may write from now on, or no longer: open the device again
 * @throws StorageFault if this browser's storage cannot be opened
 */
export async function openDevice(facts: AccessFacts, onTurn: () => void): Promise<AppDevice> {
  const around = browserSurroundings
  const { person, name } = facts
  // Before the journal is counted: numbers are given out by the one window that writes.
  const pen = await askForPen(person, () => documents.flush(), onTurn)
  const db = new CorridorDatabase(person)
  const journal = dexieJournal(db)
  const ledger = dexieLedger(db)
  const device = await deviceIdOf(ledger, around.random)
  const documents = await openDocuments({ journal, cache: yjsCache(person), around, device })
  const lost = compareMark(localMarks.read(person), documents.state().tally)
  await ledger.setMeta('facts', facts)

  let me = facts
  let held: Held = { unsent: 0, notes: {} }
  const refresh = async () => {
    const session = await fetchSession()
    if (session.kind !== 'in' || session.facts.person !== person) return
    me = session.facts
    await ledger.setMeta('facts', me)
    await sync.refollow()
  }
  const sync = createSyncClient({
    documents,
    ledger,
    around,
    app: __APP_VERSION__,
    transport: relayTransport(),
    wanted: () => documentsOf(me),
    held: () => held,
    onAccessChanged: () => void refresh(),
  })
  const where = watchWhere(documents, sync, lost)
  const stopSaying = keepSaying(async () => {
    const { tally } = documents.state()
    held = { unsent: tally.unsent, notes: await countNotes(db, person) }
    localMarks.write(person, { device, high: tally.high, unsent: tally.unsent })
    sync.sayHeld()
  }, documents)

  if (pen.mine) sync.start()

  return {
    get me() {
      return me
    },
    name,
    db,
    documents,
    sync,
    where,
    lost,
    readOnly: !pen.mine,
    takeOver: () => pen.take(),
    propose: (proposal) =>
      sync.propose({ ...proposal, id: hexOf(around.random(16)), madeAt: around.now() }),
    present: (doc) => sync.present(doc),
    whoIsIn: { get: () => sync.status.get().present, subscribe: sync.status.subscribe },
    now: around.now,
    newId: () => newRecordId(around.now(), around.random(16)),
    async close() {
      await documents.flush()
      stopSaying()
      pen.release()
      sync.stop()
      await documents.close()
      db.close()
    },
  }
}

/** The header's word, derived afresh whenever the store or the line changes. */
function watchWhere(
  documents: Desk['documents'],
  sync: SyncClient,
  lost: Lost,
): Watched<Where> {
  let current: Where | null = null
  const listeners = new Set<() => void>()
  const changed = () => {
    current = null
    for (const tell of listeners) tell()
  }
  documents.subscribe(changed)
  sync.status.subscribe(changed)
  const derive = (): Where => {
    const { inMemory, trouble, tally } = documents.state()
    const { signedOut, checkedAt, differing } = sync.status.get()
    const gone = (lost.kind === 'rows' ? lost.unsent : 0) + tally.damaged
    return whereIs({
      inMemory,
      unsent: tally.unsent,
      refused: tally.reason ? { count: tally.refused, reason: tally.reason } : null,
      storage: trouble ?? 'ok',
      lost: gone,
      differing: differing.length,
      signedOut,
      checkedAt,
    })
  }
  return {
    get: () => (current ??= derive()),
    subscribe(tell) {
      listeners.add(tell)
      return () => listeners.delete(tell)
    },
  }
}

/** Says what this device holds a moment after it changed. */
function keepSaying(say: () => Promise<void>, documents: Desk['documents']): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const soon = () => {
    timer ??= setTimeout(() => {
      timer = undefined
      // Storage trouble shows in the header already; the next change says it again.
      void say().catch(() => undefined)
    }, 400)
  }
  soon()
  const off = documents.subscribe(soon)
  return () => {
    off()
    clearTimeout(timer)
  }
}
