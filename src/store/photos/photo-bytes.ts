import type { CorridorDatabase } from '../db.ts'
import { photoPath } from './use-photos.ts'

/**
 * A photo for a report: from this device, else from the relay.
 * @returns null if neither can give it now
 */
export async function photoBytes(db: CorridorDatabase, sha256: string): Promise<Uint8Array | null> {
  const found = await db.photos.where('sha256').equals(sha256).toArray()
  const rows = await db.rows.photos.open(found)
  const here = rows.find(({ bytes }) => bytes.length > 0)
  if (here) return here.bytes
  try {
    const answer = await fetch(photoPath(sha256))
    return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : null
  } catch {
    return null
  }
}
