import Dexie from 'dexie'
import type { CorridorDatabase } from '../db.ts'
import { durably } from '../durable.ts'
import type { PhotoKeys, PhotoRow } from '../ports.ts'

const { minKey, maxKey } = Dexie
/** A photo takes longer to write than a line of text. */
const PHOTO_MS = 15_000

/** How many photos of a person this device knows of, and how many of them the trust has. */
export interface PhotoTally {
  readonly all: number
  readonly safe: number
  readonly refused: number
}

const byState = (db: CorridorDatabase, state: PhotoRow['state']) =>
  db.photos.where('[state+at]').between([state, minKey], [state, maxKey])

/** Asks nothing but the database, so a live query may wait for it. */
export async function photoTally(db: CorridorDatabase): Promise<PhotoTally> {
  const [all, safe, refused] = await Promise.all([
    db.photos.count(),
    byState(db, 'safe').count(),
    byState(db, 'refused').count(),
  ])
  return { all, safe, refused }
}

export type PhotoRows = ReturnType<typeof photoRows>

/** Photos in a person's database. Every method rejects with a `StorageFault` and nothing else. */
export function photoRows(db: CorridorDatabase) {
  const change = (row: Pick<PhotoKeys, 'doc' | 'sha256'>, to: Partial<PhotoKeys>) =>
    durably(db, async () => {
      await db.photos.update([row.doc, row.sha256], to)
    })
  const put = async (row: PhotoRow) => {
    const sealed = await db.rows.photos.seal([row])
    await durably(db, () => db.photos.bulkPut(sealed), PHOTO_MS)
  }
  const openOne = async (found: PhotoKeys | undefined) =>
    found ? ((await db.rows.photos.open([found]))[0] ?? null) : null

  return {
    put,

    has: async (doc: string, sha256: string): Promise<boolean> =>
      (await durably(db, () => db.photos.get([doc, sha256]))) !== undefined,

    remove: (doc: string, sha256: string) =>
      durably(db, () => db.photos.delete([doc, sha256]), PHOTO_MS),

    /** The oldest photo that the trust does not have yet, without its bytes. */
    nextWaiting: (): Promise<PhotoKeys | null> =>
      durably(db, async () => (await byState(db, 'waiting').first()) ?? null),

    /** One photo with its bytes; null if it is not here or does not open. */
    read: async (doc: string, sha256: string): Promise<PhotoRow | null> =>
      openOne(await durably(db, () => db.photos.get([doc, sha256]), PHOTO_MS)),

    begun: (row: PhotoKeys, upload: string | null) => change(row, { upload }),
    safe: (row: PhotoKeys) => change(row, { state: 'safe', upload: null, reason: null }),
    refuse: (row: PhotoKeys, reason: string) =>
      change(row, { state: 'refused', upload: null, reason }),
    /** What was refused is tried once more. */
    sendAgain: () =>
      durably(db, async () => {
        await byState(db, 'refused').modify({ state: 'waiting', reason: null })
      }),

    /**
     * Lets go of the bytes of photos that the trust has, oldest first; that there is a photo stays known.
     * @returns how many bytes there is room for now that there was not
     */
    async makeRoom(wanted: number): Promise<number> {
      let made = 0
      for (const key of await durably(db, () => byState(db, 'safe').primaryKeys())) {
        if (made >= wanted) break
        const row = await openOne(await durably(db, () => db.photos.get(key), PHOTO_MS))
        if (!row || row.bytes.length === 0) continue
        await put({ ...row, bytes: new Uint8Array(0) })
        made += row.size
      }
      return made
    },
  }
}
