import Dexie, { type Table } from 'dexie'
import { equalityDeep } from 'lib0/function'
import { z } from 'zod'
import { durably } from '../store/durable.ts'

const KEY = 'corridor.last'

const rememberedSchema = z.object({
  /** Who worked here last; null after a sign-out. */
  last: z.object({ person: z.string(), demo: z.boolean() }).nullable().default(null),
  /** The relay has not heard of a sign-out yet: it is told before anything else. */
  signOutOwed: z.boolean().default(false),
  /** People who signed out before all of their work could be sent. */
  waiting: z
    .array(z.object({ person: z.string(), name: z.string(), changes: z.number() }))
    .default([]),
})
export type Remembered = z.infer<typeof rememberedSchema>

/** Kept in two places. The turn rises with every change: the higher one is the later one. */
const copySchema = rememberedSchema.extend({ turn: z.number().default(0) })
type Copy = z.infer<typeof copySchema>

const nothing: Copy = { last: null, signOutOwed: false, waiting: [], turn: 0 }
const parse = (found: unknown): Copy => copySchema.safeParse(found).data ?? nothing

/** What this browser remembers outside the people's own databases. */
export interface Memory {
  /** Reads it from the disk; to be awaited before anything else is asked. */
  load(): Promise<void>
  read(): Remembered
  /** Resolves when it is on the disk, or when the disk would not take it. */
  change(part: Partial<Remembered>): Promise<void>
}

interface BrowserMemory extends Memory {
  /** Deletes all of it. */
  forget(): Promise<void>
  /** Remembers one thing beside the database, which is gone: the trust must end the sign-in at the next start. */
  oweSignOut(): void
}

/**
 * A browser writes local storage to the disk seconds or a minute later: after a flat battery it
 * would not know who worked here, and their notes could not be opened without signal.
 */
class RememberedDatabase extends Dexie {
  declare readonly kept: Table<{ key: string; value: unknown }, string>

  constructor() {
    super('corridor', { chromeTransactionDurability: 'strict' })
    this.version(1).stores({ kept: 'key' })
  }
}

function inLocalStorage(): Copy {
  try {
    return parse(JSON.parse(localStorage.getItem(KEY) ?? '{}'))
  } catch {
    return nothing // The relay's session still says who it is, once there is signal.
  }
}

const later = (a: Copy, b: Copy) => (b.turn > a.turn ? b : a)

function createMemory(): BrowserMemory {
  const db = new RememberedDatabase()
  let current = inLocalStorage()
  return {
    async load() {
      const found = await durably(db, () => db.kept.get(KEY)).catch(() => undefined)
      current = later(later(current, inLocalStorage()), parse(found?.value ?? {}))
    },
    read: () => current,
    async change(part) {
      // Another window may have changed it since.
      current = later(current, inLocalStorage())
      if (equalityDeep(current, { ...current, ...part })) return
      const value = { ...current, ...part, turn: current.turn + 1 }
      current = value
      try {
        localStorage.setItem(KEY, JSON.stringify(value))
      } catch {
        // Full or forbidden: the database below has it.
      }
      await durably(db, () => db.kept.put({ key: KEY, value })).catch(() => undefined)
    },
    async forget() {
      current = nothing
      await db.delete({ disableAutoOpen: true }).catch(() => undefined)
      localStorage.removeItem(KEY)
    },
    oweSignOut() {
      current = { ...nothing, waiting: current.waiting, signOutOwed: true, turn: current.turn + 1 }
      localStorage.setItem(KEY, JSON.stringify(current))
    },
  }
}

export const browserMemory = createMemory()
