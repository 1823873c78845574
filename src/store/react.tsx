import Dexie from 'dexie'
import { useLiveQuery } from 'dexie-react-hooks'
import { createContext, useContext, useSyncExternalStore } from 'react'
import type { AccessFacts } from '../domain/access/facts.ts'
import type { Decision, Proposal } from '../domain/decisions.ts'
import type { RecordType } from '../domain/record.ts'
import type { DeviceState } from '../domain/wire/messages.ts'
import type { CorridorDatabase } from './db.ts'
import type { Documents } from './documents.ts'
import type { IndexKeys, IndexRow, StoredProposal } from './ports.ts'
import type { StoreState } from './shelf.ts'

/** What a screen may use of this device, whatever its job is. */
export interface Desk {
  readonly me: AccessFacts
  readonly db: CorridorDatabase
  readonly documents: Documents
  /** Another window of this profile writes: this one only shows. */
  readonly readOnly: boolean
  /** Makes a proposal; it is a decision once the relay confirms it. */
  readonly propose: (proposal: Omit<Proposal, 'id' | 'madeAt'>) => Promise<void>
  /** Tells colleagues with signal which document this person has open. */
  readonly present: (doc: string | null) => void
  /** People who have a document open now, by document; only while there is signal. */
  readonly whoIsIn: Watched<Readonly<Record<string, readonly string[]>>>
  /** When the relay was last heard: what a screen knows of others is true as of then. */
  readonly contact: Watched<Contact>
  /** What the line to the relay found out about this device. */
  readonly line: Watched<LineFindings>
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly newId: () => string
}

export interface Contact {
  readonly live: boolean
  /** Milliseconds since 1970 by this device's clock, or null if never. */
  readonly at: number | null
}

export interface LineFindings {
  /** This device's clock minus the relay's, milliseconds; null before the first contact since the start. */
  readonly clockSkew: number | null
  /** The relay does not know this session: sending waits for a sign-in. */
  readonly signedOut: boolean
}

export interface Watched<T> {
  get(): T
  subscribe(tell: () => void): () => void
}

const DeskContext = createContext<Desk | null>(null)
export const DeskProvider = DeskContext.Provider

export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (!desk) throw new Error('This screen is outside the desk')
  return desk
}

export const useWatched = <T,>(watched: Watched<T>): T =>
  useSyncExternalStore(watched.subscribe, watched.get)

export function useStoreState(): StoreState {
  const { documents } = useDesk()
  return useSyncExternalStore(documents.subscribe, documents.state)
}

/** One part of it, for what is always on screen: drawn anew when that part changes, and not at every key. */
export function useStorePart<K extends keyof StoreState>(part: K): StoreState[K] {
  const { documents } = useDesk()
  return useSyncExternalStore(documents.subscribe, () => documents.state()[part])
}

export interface Records<T> {
  readonly rows: readonly T[]
  /** Records that a newer version of the app wrote, or that cannot be read: kept, not shown. */
  readonly unreadable: number
  readonly loading: boolean
}

/** Records of one type from the index, newest first; all documents, or those given. */
export function useRecords<T>(
  type: RecordType<T>,
  docs?: readonly string[],
  limit = 2000,
): Records<T> {
  const { db } = useDesk()
  const key = docs?.join('\n')
  const found = useLiveQuery(async () => {
    const names = docs ?? [undefined]
    const lists = await Promise.all(names.map((doc) => newest(db, type.type, doc, limit)))
    // Last of all: a live query must not ask the database after it waited for anything else.
    return db.rows.index.open(lists.flat())
  }, [db, type.type, key, limit])
  return { ...readAll(type, found ?? []), loading: found === undefined }
}

/** Every record of one document as the index has it, in one question; `readAll` takes them apart. */
export function useIndexOf(doc: string): readonly IndexRow[] | undefined {
  const { db } = useDesk()
  return useLiveQuery(
    async () =>
      db.rows.index.open(
        await db.index
          .where('[doc+id]')
          .between([doc, Dexie.minKey], [doc, Dexie.maxKey])
          .toArray(),
      ),
    [db, doc],
  )
}

/** Those of some index rows that are of one type, newest first. */
export function readAll<T>(
  type: RecordType<T>,
  found: readonly IndexRow[],
): Omit<Records<T>, 'loading'> {
  const rows: T[] = []
  let unreadable = 0
  const own = found.filter((row) => row.type === type.type).sort((a, b) => b.at - a.at)
  for (const { data } of own) {
    const read = type.read(data)
    if (read.ok) rows.push(read.value)
    else unreadable++
  }
  return { rows, unreadable }
}

const newest = (
  db: CorridorDatabase,
  type: string,
  doc: string | undefined,
  limit: number,
): Promise<IndexKeys[]> =>
  doc === undefined
    ? db.index
        .where('[type+doc+at]')
        .between([type, '', -Infinity], [type, '\uffff', Infinity])
        .reverse()
        .limit(limit)
        .toArray()
    : db.index
        .where('[type+doc+at]')
        .between([type, doc, -Infinity], [type, doc, Infinity])
        .reverse()
        .limit(limit)
        .toArray()

export interface Decided {
  readonly decisions: readonly Decision[]
  /** Made on this device, not confirmed yet; or declined, with the reason. */
  readonly proposals: readonly StoredProposal[]
}

export function useDecisions(subject: string): Decided | undefined {
  const { db } = useDesk()
  return useLiveQuery(async () => {
    const decisions = await db.decisions.where('subject').equals(subject).sortBy('seq')
    const proposals = await db.proposals.where('subject').equals(subject).toArray()
    return {
      decisions: await db.rows.decisions.open(decisions),
      proposals: await db.rows.proposals.open(proposals),
    }
  }, [db, subject])
}

/** What each device of the team last said of itself, and when the relay heard it. */
export function useDeviceStates(): readonly DeviceState[] {
  const { db } = useDesk()
  return useLiveQuery(() => db.devices.toArray(), [db]) ?? []
}
