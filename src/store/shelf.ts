import type {
  DocumentCache,
  Journal,
  JournalRow,
  Signer,
  StorageFaultKind,
  Surroundings,
  Tally,
} from './ports.ts'
import { Room } from './room.ts'
import { createWriter } from './writer.ts'

const RECOUNT_MS = 1500

export interface StorePorts {
  readonly journal: Journal
  readonly cache: DocumentCache
  readonly around: Surroundings
  readonly device: string
  /** Left out where there are no keys: rows go unsigned then. */
  readonly signer?: Signer | null
}

export interface StoreState {
  /** Edits that are not on disk yet. */
  readonly inMemory: number
  readonly trouble: StorageFaultKind | null
  readonly tally: Tally
}

/** Told of rows to send, and of the rows whose place they take. */
export type OnRows = (rows: readonly JournalRow[], instead: readonly JournalRow[]) => void

export type Shelf = ReturnType<typeof openShelf>

/**
 * The loaded documents, the writer they share and the counts that the screen shows.
 * @param counted what the journal held at the start
 */
export function openShelf(ports: StorePorts, counted: Tally) {
  const { journal, around } = ports
  const rooms = new Map<string, Room>()
  const loading = new Map<string, Promise<Room>>()
  const listeners = new Set<() => void>()
  const rowListeners = new Set<OnRows>()
  let tally = counted
  let counts = 0
  let state: StoreState | null = null

  const changed = () => {
    state = null
    for (const tell of listeners) tell()
  }
  const announce = (rows: readonly JournalRow[], instead: readonly JournalRow[] = []) => {
    for (const tell of rowListeners) tell(rows, instead)
  }
  const onWritten = (rows: readonly JournalRow[]) => {
    if (rows.length === 0) return
    tally = { ...tally, unsent: tally.unsent + rows.length, high: rows.at(-1)?.n ?? tally.high }
    state = null
    announce(rows)
  }
  const writer = createWriter({ ...ports, high: tally.high, onWritten, onChange: changed })
  // The count must come true again by itself, whatever the storage is going through.
  const recount = async (): Promise<void> => {
    const turn = ++counts
    try {
      const found = await journal.tally()
      // Of two that are under way the one that was begun later has seen more, whichever comes first.
      if (turn !== counts) return
      tally = found
      changed()
    } catch {
      around.after(RECOUNT_MS, () => void recount())
    }
  }
  const onDamaged = (rows: readonly JournalRow[]) => {
    const settled = rows.map(({ n }) => ({ n, state: 'damaged' as const, reason: null }))
    void journal.settle(settled).then(recount, recount)
  }
  const load = async (name: string): Promise<Room> => {
    const room = new Room(name, { ...ports, writer, onChange: changed, onDamaged })
    await room.load()
    rooms.set(name, room)
    return room
  }

  return {
    rooms,
    writer,
    changed,
    announce,
    recount,
    room(name: string): Promise<Room> {
      const known = loading.get(name)
      if (known) return known
      const loaded = load(name)
      loading.set(name, loaded)
      // A failed load is tried again by whoever asks next.
      loaded.catch(() => loading.delete(name))
      return loaded
    },
    onRows(tell: OnRows): () => void {
      rowListeners.add(tell)
      return () => rowListeners.delete(tell)
    },
    subscribe(tell: () => void): () => void {
      listeners.add(tell)
      return () => listeners.delete(tell)
    },
    state(): StoreState {
      if (state) return state
      const gathered = [...rooms.values()].reduce((sum, room) => sum + room.gathered, 0)
      state = { inMemory: writer.waiting() + gathered, trouble: writer.trouble(), tally }
      return state
    },
  }
}
