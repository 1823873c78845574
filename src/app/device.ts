import { equalityDeep } from 'lib0/function'
import type { AccessFacts } from '../domain/access/facts.ts'
import type { SessionAnswer } from '../domain/session-answer.ts'
import type { Where } from '../domain/where.ts'
import { compareMark, localMarks, type Lost } from '../store/canary.ts'
import type { DeviceKey } from '../store/device-key.ts'
import type { PhotoTally } from '../store/photos/photo-rows.ts'
import type { Desk, Watched } from '../store/react.tsx'
import type { Vault } from '../store/vault/vault.ts'
import type { SyncClient } from '../sync/client.ts'
import { openLine } from './device-line.ts'
import { browserSurroundings, type DeviceStore, openStore } from './device-store.ts'
import { mendDecisions } from './mend-decisions.ts'
import { sendPhotos, watchPhotos } from './send-photos.ts'
import { mendWhenCleared } from './mend-store.ts'
import { watchContact } from './watch-contact.ts'
import { watchProposals } from './watch-proposals.ts'
import { watchStanding } from './watch-standing.ts'
import { settable } from './watched.ts'
import { watchWhere } from './watch-where.ts'
import { listenForRemoval } from './wipe.ts'
import { askForPen, type Pen } from './writer-lock.ts'

/** How long a store that hangs may hold up letting go of it. */
const LET_GO_MS = 1000

/** One person's work on this device, open for typing, in step with the relay when there is signal. */
export interface AppDevice extends Desk {
  readonly name: string
  readonly sync: SyncClient
  /** The key to this person's work on this device, and how it is kept. */
  readonly vault: Vault
  readonly where: Watched<Where>
  /** Photos here, and how many of them the trust has. */
  readonly photos: Watched<PhotoTally>
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

async function openWithPen(
  first: AccessFacts,
  pen: Pen,
  events: DeviceEvents,
  demo: boolean,
): Promise<AppDevice> {
  const { person, name } = first
  const store = await openStore(first, demo)
  const { vault, db, ledger, device, documents, key, known } = store
  const lost = compareMark(localMarks.read(person), documents.state().tally)
  if (!equalityDeep(known.facts, first)) await ledger.setMeta('facts', first)
  const { facts, shut, refresh, sync, hands, leave, stopSaying } = openLine(first, store)

  const photos = watchPhotos(db)
  const savedAgain = settable<number | null>(null)
  let over = false
  if (pen.mine) {
    mendWhenCleared({ ...store, around: browserSurroundings, facts: facts.get }, async (rows) => {
      savedAgain.set(rows)
      await sync.refollow()
    })
    // No screen waits for it; the line does, for it may begin the feed again.
    void mendDecisions(db, ledger)
      .catch(() => undefined) // The next start looks again.
      .then(() => (over ? undefined : leave.start(() => sync.start())))
  }
  const { onLost, onRemoved } = events
  const stops = [
    () => (over = true),
    stopSaying,
    key ? watchStanding({ sync, key, device, app: __APP_VERSION__, onLost }) : () => undefined,
    listenForRemoval(person, onRemoved),
    pen.mine
      ? sendPhotos({ db, documents, sync, person, photos, after: browserSurroundings.after })
      : () => undefined,
    () => leave.stop(),
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
    where: watchWhere({ documents, sync, lost, photos, proposals: watchProposals(db) }),
    photos,
    lost,
    savedAgain,
    shut,
    refresh,
    readOnly: !pen.mine,
    takeOver: () => pen.take(),
    contact: watchContact(sync, ledger, known.contactAt),
    ...hands,
    ...endsOf(store, pen, stops),
  }
}

type Stop = () => unknown

/** The two ways in which the work on a device ends in this window. */
function endsOf(
  { documents, cache, db }: DeviceStore,
  pen: Pen,
  stops: readonly Stop[],
): Pick<AppDevice, 'letGo' | 'close'> {
  return {
    async letGo() {
      for (const stop of stops) stop()
      const late = new Promise((resolve) => setTimeout(resolve, LET_GO_MS))
      await Promise.race([documents.close(), late])
      cache.close()
      db.shut()
      pen.release()
    },
    async close() {
      await documents.flush()
      for (const stop of stops) await stop()
      await documents.close()
      cache.close()
      db.close()
      // Last: the next window must find everything written.
      pen.release()
    },
  }
}
