import type { CorridorDatabase } from '../db.ts'
import { durably } from '../durable.ts'
import { StorageFault } from '../ports.ts'

/** A day's words of a person fit in it many times. */
const RESERVE_BYTES = 1_000_000
const KEY = 'reserve'

/**
 * Room that photos never take: filled by nothing, and given up when words need it. What a browser
 * says of its free room is not to be relied on; that a write fails is.
 */
export function roomForText(db: CorridorDatabase) {
  return {
    /** Before a photo is kept. @throws StorageFault if there is not even this much room */
    hold: () =>
      durably(db, async () => {
        if ((await db.reserve.count()) === 0)
          await db.reserve.put({ key: KEY, filling: new Uint8Array(RESERVE_BYTES) })
      }),
    /** @returns whether there was any to give */
    give: () =>
      durably(db, async () => {
        const held = (await db.reserve.count()) > 0
        await db.reserve.clear()
        return held
      }),
  }
}

/** Does it, and once more with the reserve's room if the disk is full. */
export async function withReserve<T>(db: CorridorDatabase, job: () => Promise<T>): Promise<T> {
  try {
    return await job()
  } catch (error) {
    const full = error instanceof StorageFault && error.kind === 'disk-full'
    if (!full || !(await roomForText(db).give())) throw error
    return job()
  }
}
