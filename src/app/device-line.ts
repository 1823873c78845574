import type { AccessFacts } from '../domain/access/facts.ts'
import { documentsOf } from '../domain/access/documents-of.ts'
import { hexOf, newRecordId } from '../domain/ids.ts'
import type { SessionAnswer } from '../domain/session-answer.ts'
import { type Held } from '../domain/wire/messages.ts'
import { localMarks } from '../store/canary.ts'
import type { CorridorDatabase } from '../store/db.ts'
import type { Documents } from '../store/documents.ts'
import type { Surroundings } from '../store/ports.ts'
import type { Desk } from '../store/react.tsx'
import { lockOf } from '../store/vault/vault.ts'
import { createSyncClient, type SyncClient } from '../sync/client.ts'
import { browserSurroundings, type DeviceStore } from './device-store.ts'
import { leaveNotes } from './leave-notes.ts'
import { relayTransport } from './relay-line.ts'
import { countNotes, keepSaying } from './say-held.ts'
import { fetchSession } from './session-api.ts'
import { watchVisitedAnswers } from './visited-answers.ts'
import { watchSittings } from './watch-sittings.ts'
import { londonToday } from './today.ts'
import { settable } from './watched.ts'

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

/**
 * What this person may read. A clock that is years off writes into the documents of its own year: those
 * are followed too, so that they are compared like the others.
 */
const documentsHere = (facts: AccessFacts): string[] => [
  ...documentsOf(facts),
  ...documentsOf({ ...facts, today: londonToday() }),
]

/** The line of an open store to the relay, and what this person may do, as the relay last said. */
export function openLine(first: AccessFacts, store: DeviceStore) {
  const { vault, db, ledger, device, documents } = store
  const { person } = first
  const around = browserSurroundings
  const facts = settable(first)
  const shut = settable(false)
  let held: Held = { unsent: 0, notes: {} }
  const refresh = async (): Promise<SessionAnswer> => {
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
    wanted: () =>
      [...new Set([...documentsHere(facts.get()), ...visited.get(), ...sittings.get()])].filter(
        (doc) => !leave.isLeft(doc),
      ),
    held: () => ({ ...held, lock: lockOf(vault.record) }),
    onAccessChanged: () => void refresh(),
  })
  const hands = handsOf(sync, around)
  const leave = leaveNotes({ db, documents, facts, hands, sync })
  const visited = watchVisitedAnswers(db, facts.get, () => void sync.refollow())
  const sittings = watchSittings(db, facts.get, () => void sync.refollow())
  const stopSaying = sayWhatIsHere({ documents, db, person, device }, (said) => {
    held = said
    sync.sayHeld()
  })
  const stop = () => {
    stopSaying()
    visited.stop()
    sittings.stop()
  }
  return { facts, shut, refresh, sync, hands, leave, stopSaying: stop }
}
