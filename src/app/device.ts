import { equalityDeep } from 'lib0/function'
import type { AccessFacts } from '../domain/access/facts.ts'
import { documentsOf } from '../domain/access/documents-of.ts'
import { hexOf, newRecordId } from '../domain/ids.ts'
import type { Where } from '../domain/where.ts'
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
import { leaveNotes } from './leave-notes.ts'
import { mendWhenCleared } from './mend-store.ts'
import { relayTransport } from './relay-line.ts'
import { fetchSession, type SessionAnswer } from './session-api.ts'
import { countNotes, keepSaying } from './say-held.ts'
import { watchContact } from './watch-contact.ts'
import { watchProposals } from './watch-proposals.ts'
import { settable } from './watched.ts'
import { watchWhere } from './watch-where.ts'
import { askForPen, type Pen } from './writer-lock.ts'

const browserSurroundings: Surroundings = {
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
  /** Who this is and what they may do; the relay may change it while work is open. */
  readonly facts: Watched<AccessFacts>
  /** What the start found missing from this device's storage. */
  readonly lost: Lost
  /** How many unsent changes were saved again after the browser cleared the store; null if it never did. */
  readonly savedAgain: Watched<number | null>
  /** Asks the relay who is signed in and takes over this person's new rights. */
  readonly refresh: () => Promise<SessionAnswer>
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

type Hands = Pick<Desk, 'propose' | 'present' | 'whoIsIn' | 'line' | 'now' | 'newId'>

/** What a screen may do through the line, and the clock and chance that it may not take for itself. */
function handsOf(sync: SyncClient, around: Surroundings): Hands {
  return {
    propose: (proposal) =>
      sync.propose({ ...proposal, id: hexOf(around.random(16)), madeAt: around.now() }),
    present: (doc) => sync.present(doc),
    whoIsIn: { get: () => sync.status.get().present, subscribe: sync.status.subscribe },
    line: sync.status,
    now: around.now,
    newId: () => newRecordId(around.now(), around.random(16)),
  }
}

/**
 * Opens a person's device store and starts to sync. Works with no signal: everything it
 * needs was kept at the last contact.
 * @param onTurn this window may write from now on, or no longer: open the device again
 * @throws StorageFault if this browser's storage cannot be opened
 */
export async function openDevice(facts: AccessFacts, onTurn: () => void): Promise<AppDevice> {
  let flush = async () => undefined as void
  // Before the journal is counted: numbers are given out by the one window that writes.
  const pen = await askForPen(facts.person, () => flush(), onTurn)
  try {
    const device = await openWithPen(facts, pen)
    flush = () => device.documents.flush()
    return device
  } catch (error) {
    // Kept, it would shut this window out of its own next try.
    pen.release()
    throw error
  }
}

async function openStore(person: string, around: Surroundings) {
  const db = new CorridorDatabase(person)
  const ledger = dexieLedger(db)
  const device = await deviceIdOf(ledger, around.random)
  const documents = await openDocuments({
    journal: dexieJournal(db),
    cache: yjsCache(person),
    around,
    device,
  })
  return { db, ledger, device, documents }
}

async function openWithPen(first: AccessFacts, pen: Pen): Promise<AppDevice> {
  const around = browserSurroundings
  const { person, name } = first
  const { db, ledger, device, documents } = await openStore(person, around)
  const lost = compareMark(localMarks.read(person), documents.state().tally)
  const [known, contactAt] = await Promise.all([ledger.meta('facts'), ledger.meta('contact')])
  if (!equalityDeep(known, first)) await ledger.setMeta('facts', first)

  const facts = settable(first)
  let held: Held = { unsent: 0, notes: {} }
  const refresh = async () => {
    const session = await fetchSession()
    if (session.kind !== 'in' || session.facts.person !== person) return session
    facts.set(session.facts)
    await ledger.setMeta('facts', session.facts)
    await sync.refollow()
    return session
  }
  const sync = createSyncClient({
    documents,
    ledger,
    around,
    app: __APP_VERSION__,
    transport: relayTransport(person),
    wanted: () => documentsOf(facts.get()).filter((doc) => !leave.isLeft(doc)),
    held: () => held,
    onAccessChanged: () => void refresh(),
  })
  const hands = handsOf(sync, around)
  const leave = leaveNotes({ db, documents, facts, hands, sync })
  const contact = watchContact(sync, ledger, contactAt)
  const setMark = () => {
    const { tally } = documents.state()
    localMarks.write(person, { device, high: tally.high, unsent: tally.unsent })
  }
  // At once, not a moment later: whatever the screen called saved must be missed if it goes.
  documents.onRows(setMark)
  const stopSaying = keepSaying(async () => {
    const { unsent } = documents.state().tally
    held = { unsent, notes: await countNotes(db, person) }
    setMark()
    sync.sayHeld()
  }, documents)

  const savedAgain = settable<number | null>(null)
  if (pen.mine) {
    const store = { db, documents, ledger, around, device, facts: facts.get }
    mendWhenCleared(store, async (rows) => {
      savedAgain.set(rows)
      await sync.refollow()
    })
    void leave.start(() => sync.start())
  }

  return {
    get me() {
      return facts.get()
    },
    facts,
    name,
    db,
    documents,
    sync,
    where: watchWhere({ documents, sync, lost, proposals: watchProposals(db) }),
    lost,
    savedAgain,
    refresh,
    readOnly: !pen.mine,
    takeOver: () => pen.take(),
    contact,
    ...hands,
    async close() {
      await documents.flush()
      stopSaying()
      await leave.stop()
      sync.stop()
      await documents.close()
      db.close()
      // Last: the next window must find everything written.
      pen.release()
    },
  }
}
