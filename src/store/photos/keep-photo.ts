import { hexOf } from '../../domain/ids.ts'
import type { PhotoFault } from '../../domain/photos/view.ts'
import { err, ok, type Result } from '../../domain/result.ts'
import type { CorridorDatabase } from '../db.ts'
import { StorageFault } from '../ports.ts'
import { photoRows } from './photo-rows.ts'
import { roomForText } from './reserve.ts'
import { type Shrink, shrink, type Shrunk } from './shrink.ts'

export interface Kept extends Shrunk {
  readonly sha256: string
}

/** Hexadecimal. */
export const sha256Of = async (bytes: Uint8Array): Promise<string> =>
  hexOf(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)))

const isFull = (error: unknown) => error instanceof StorageFault && error.kind === 'disk-full'

/** Does it; when the disk is full, once more after photos that the trust has made room. */
async function makingRoom(job: () => Promise<void>, makeRoom: () => Promise<number>) {
  try {
    return await job()
  } catch (error) {
    if (!isFull(error) || (await makeRoom()) === 0) throw error
    return job()
  }
}

/**
 * Puts a picture on this device's disk, for a document that is then told of it. On the disk before it
 * is spoken of: a kill in between leaves bytes that nobody names, never a name without bytes.
 * @throws StorageFault if the storage is closed
 */
export async function keepPhoto(
  db: CorridorDatabase,
  doc: string,
  picture: Blob,
  around: { readonly now: () => number; readonly shrink?: Shrink },
): Promise<Result<Kept, PhotoFault>> {
  const shrunk = await (around.shrink ?? shrink)(picture)
  if (!shrunk.ok) return shrunk
  const { bytes } = shrunk.value
  const sha256 = await sha256Of(bytes)
  const rows = photoRows(db)
  const fresh = { state: 'waiting', upload: null, reason: null, mime: 'image/jpeg' } as const
  const row = { ...fresh, doc, sha256, at: around.now(), size: bytes.length, bytes }
  try {
    await makingRoom(
      async () => {
        // Text comes first: a photo is kept only with its reserve untouched.
        await roomForText(db).hold()
        if (!(await rows.has(doc, sha256))) await rows.put(row)
      },
      () => rows.makeRoom(4 * bytes.length),
    )
  } catch (error) {
    if (!isFull(error)) throw error
    return err('device-full')
  }
  return ok({ ...shrunk.value, sha256 })
}
