import { equalityDeep } from 'lib0/function'
import type { AccessFacts } from '../domain/access/facts.ts'
import { documentsOf } from '../domain/access/documents-of.ts'
import { hexOf, newRecordId } from '../domain/ids.ts'
import type { Where } from '../domain/where.ts'
import { type Held } from '../domain/wire/messages.ts'
import { compareMark, localMarks, type Lost } from '../store/canary.ts'
import { CorridorDatabase } from '../store/db.ts'
import { dexieJournal } from '../store/dexie-journal.ts'
import { type Documents, openDocuments } from '../store/documents.ts'
import { type DeviceKey, deviceKey } from '../store/device-key.ts'
import { dexieLedger } from '../store/ledger.ts'
import type { Surroundings } from '../store/ports.ts'
import type { Desk, Watched } from '../store/react.tsx'
import { documentCache } from '../store/vault/document-cache.ts'
import { lockOf, type Vault } from '../store/vault/vault.ts'
import { createSyncClient, type SyncClient } from '../sync/client.ts'
import { oneAtATime, vaultOf } from './lock/vaults.ts'
import { mendDecisions } from './mend-decisions.ts'
import { leaveNotes } from './leave-notes.ts'
import { mendWhenCleared } from './mend-store.ts'
import { relayTransport } from './relay-line.ts'
import type { SessionAnswer } from '../domain/session-answer.ts'
import { fetchSession } from './session-api.ts'
import { countNotes, keepSaying } from './say-held.ts'
import { watchContact } from './watch-contact.ts'
import { watchStanding } from './watch-standing.ts'
import { listenForRemoval } from './wipe.ts'
import { watchProposals } from './watch-proposals.ts'
import { settable } from './watched.ts'
import { watchWhere } from './watch-where.ts'
import { askForPen, type Pen } from './writer-lock.ts'

/** How long a store that hangs may hold up letting go of it. */
const LET_GO_MS = 1000

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
  /** The key to this person's work on this device, and how it is kept. */
  readonly vault: Vault
  readonly where: Watched<Where>
  /** Who this is and what they may do; the relay may change it while work is open. */
  readonly facts: Watched<AccessFacts>
  /** What the start found missing from this device's storage. */
  readonly lost: Lost
  /** How many unsent changes were saved again after the browser cleared the store; null if it never did. */
  readonly savedAgain: Watched<number | null>
  /** The relay knows nobody behind this browser's sign-in, though it may still take what is delivered. */
  readonly shut: Watched<boolean>
  /** Asks the relay who is signed in and takes over this person's new rights. */
  readonly refresh: () => Promise<SessionAnswer>
  /** Takes the pen from another window of this profile. */
  readonly takeOver: () => void
  /** This device's key, or null where the browser has none to give. */
  readonly key: DeviceKey | null
  /** Stops for good and lets go of every database; what is deleted then stays so. */
  letGo(): Promise<void>
  close(): Promise<void>
}

/** What ends the work in this window from outside. */
export interface DeviceEvents {
  /** This window may write from now on, or no longer: open the device again. */
  readonly onTurn: () => void
  /** The trust says that this device was reported lost. */
  readonly onLost: () => void
  /** Another window takes this person's work off the device. */
  readonly onRemoved: () => void
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
 * @param demo a demonstration, whose key may lie beside the data
 * @throws StorageFault if this browser's storage cannot be opened
 * @throws VaultLocked if this person must unlock it, or choose a lock, first
 */
export async function openDevice(
  facts: AccessFacts,
  events: DeviceEvents,
  demo: boolean,
): Promise<AppDevice> {
  let flush = async () => undefined as void
  // Before the journal is counted: numbers are given out by the one window that writes.
  const pen = await askForPen(facts.person, () => flush(), events.onTurn)
  try {
    const device = await openWithPen(facts, pen, events, demo)
    flush = () => device.documents.flush()
    return device
  } catch (error) {
    // Kept, it would shut this window out of its own next try.
    pen.release()
    throw error
  }
}

async function openStore({ person, name }: AccessFacts, around: Surroundings, demo: boolean) {
  const vault = vaultOf(person)
  const opened = await oneAtATime(person, () => vault.open({ name, mayLieOpen: demo }))
  const cache = documentCache(person, opened.sealer, around.random)
  const db = new CorridorDatabase(person, opened.rows)
  const ledger = dexieLedger(db)
  const [device, key] = await Promise.all([
    deviceIdOf(ledger, around.random),
    deviceKey(ledger, person),
  ])
  const documents = await openDocuments({
    journal: dexieJournal(db),
    cache,
    around,
    device,
    signer: key,
  })
  return { vault, cache, db, ledger, device, documents, key }
}

async function openWithPen(
  first: AccessFacts,
  pen: Pen,
  events: DeviceEvents,
  demo: boolean,
): Promise<AppDevice> {
  const around = browserSurroundings
  const { person, name } = first
  const store = await openStore(first, around, demo)
  const { vault, cache, db, ledger, device, documents, key } = store
  const lost = compareMark(localMarks.read(person), documents.state().tally)
  const [known, contactAt] = await Promise.all([ledger.meta('facts'), ledger.meta('contact')])
  if (!equalityDeep(known, first)) await ledger.setMeta('facts', first)

  const facts = settable(first)
  const shut = settable(false)
  let held: Held = { unsent: 0, notes: {} }
  const refresh = async () => {
    const session = await fetchSession()
    if (session.kind !== 'no-answer') shut.set(session.kind === 'out')
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
    held: () => ({ ...held, lock: lockOf(vault.record) }),
    onAccessChanged: () => void refresh(),
  })
  const hands = handsOf(sync, around)
  const leave = leaveNotes({ db, documents, facts, hands, sync })
  const contact = watchContact(sync, ledger, contactAt)
  const stopSaying = sayWhatIsHere({ documents, db, person, device }, (said) => {
    held = said
    sync.sayHeld()
  })

  const savedAgain = settable<number | null>(null)
  if (pen.mine) {
    const store = { db, documents, ledger, around, device, vault, key, facts: facts.get }
    mendWhenCleared(store, async (rows) => {
      savedAgain.set(rows)
      await sync.refollow()
    })
    await mendDecisions(db, ledger).catch(() => undefined) // The next start looks again.
    void leave.start(() => sync.start())
  }
  const { onLost, onRemoved } = events
  const stops = [
    stopSaying,
    key ? watchStanding({ sync, key, device, app: __APP_VERSION__, onLost }) : () => undefined,
    listenForRemoval(person, onRemoved),
    () => sync.stop(),
  ]

  return {
    key,
    get me() {
      return facts.get()
    },
    facts,
    name,
    db,
    documents,
    sync,
    vault,
    where: watchWhere({ documents, sync, lost, proposals: watchProposals(db) }),
    lost,
    savedAgain,
    shut,
    refresh,
    readOnly: !pen.mine,
    takeOver: () => pen.take(),
    contact,
    ...hands,
    ...endsOf({ documents, cache, db, pen, stops }),
  }
}

interface Here {
  readonly documents: Documents
  readonly db: CorridorDatabase
  readonly person: string
  readonly device: string
}

/** Keeps the mark beside the store true, and says what the device holds whenever that changes. */
function sayWhatIsHere(here: Here, say: (held: Held) => void): () => void {
  const { documents, db, person, device } = here
  const setMark = () => {
    const { tally } = documents.state()
    localMarks.write(person, { device, high: tally.high, unsent: tally.unsent })
  }
  // At once, not a moment later: whatever the screen called saved must be missed if it goes.
  documents.onRows(setMark)
  return keepSaying(async () => {
    const { unsent } = documents.state().tally
    const notes = await countNotes(db, person)
    setMark()
    say({ unsent, notes })
  }, documents)
}

interface Open {
  readonly documents: Documents
  readonly cache: ReturnType<typeof documentCache>
  readonly db: CorridorDatabase
  readonly pen: Pen
  readonly stops: readonly (() => void)[]
}

/** The two ways in which the work on a device ends in this window. */
function endsOf({ documents, cache, db, pen, stops }: Open): Pick<AppDevice, 'letGo' | 'close'> {
  const stop = () => stops.forEach((each) => each())
  return {
    async letGo() {
      stop()
      const late = new Promise((resolve) => setTimeout(resolve, LET_GO_MS))
      await Promise.race([documents.close(), late])
      cache.close()
      db.shut()
      pen.release()
    },
    async close() {
      await documents.flush()
      stop()
      await documents.close()
      cache.close()
      db.close()
      // Last: the next window must find everything written.
      pen.release()
    },
  }
}
