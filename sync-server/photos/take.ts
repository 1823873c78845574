import { createHash } from 'node:crypto'
import { readJpeg } from '../../src/domain/photos/jpeg.ts'
import type { PhotoRefusal } from '../../src/domain/photos/relay-words.ts'
import { PHOTO_BYTES } from '../../src/domain/photos/photo.ts'
import { err, ok, type Result } from '../../src/domain/result.ts'
import type { WorkerPort } from '../worker/port.ts'
import type { PhotoStore } from './store.ts'

/** Decoded, this is 100 MB: what one thread may hold for a moment. */
const MOST_PIXELS = 25_000_000

export interface Sent {
  readonly doc: string
  readonly person: string
  /** What the device said that the bytes are. */
  readonly sha256: string
  readonly at: number
}

/**
 * Looks at a whole upload, cheapest question first, and keeps the picture made anew. Whatever it was
 * sent as, only pixels pass: no place, no script, no second file behind the first.
 */
export async function takePhoto(
  { doc, person, sha256, at }: Sent,
  bytes: Uint8Array,
  { store, worker }: { readonly store: PhotoStore; readonly worker: Pick<WorkerPort, 'picture'> },
): Promise<Result<null, PhotoRefusal>> {
  if (bytes.length > PHOTO_BYTES) return err('too-large')
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) return err('wrong-fingerprint')
  const jpeg = readJpeg(bytes)
  if (!jpeg) return err('not-a-photo')
  const { width, height } = jpeg
  if (width * height > MOST_PIXELS) return err('too-many-pixels')
  const picture = await worker.picture(jpeg.bare)
  const made = picture && readJpeg(picture)
  if (!made || made.width !== width || made.height !== height) return err('not-a-photo')
  await store.add({ sha256, doc, person, at, bytes: bytes.length, width, height, picture })
  return ok(null)
}
