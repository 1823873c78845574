import { liveQuery } from 'dexie'
import type { CorridorDatabase } from '../store/db.ts'
import type { Documents } from '../store/documents.ts'
import { photoRows, photoTally, type PhotoTally } from '../store/photos/photo-rows.ts'
import type { Surroundings } from '../store/ports.ts'
import type { Watched } from '../store/react.tsx'
import type { SyncClient } from '../sync/client.ts'
import { createPhotoSender } from '../sync/photos/photo-sender.ts'
import { tusLine } from '../sync/photos/tus-line.ts'
import { settable } from './watched.ts'

/** How many photos this person has here, and how many of them the trust has. */
export function watchPhotos(db: CorridorDatabase): Watched<PhotoTally> {
  const tally = settable<PhotoTally>({ all: 0, safe: 0, refused: 0 })
  liveQuery(() => photoTally(db)).subscribe({
    next: (now) => tally.set(now),
    error: () => undefined, // The store is closed: the journal says so where it counts.
  })
  return tally
}

interface SendingParts {
  readonly db: CorridorDatabase
  readonly documents: Documents
  readonly sync: SyncClient
  readonly person: string
  readonly photos: Watched<PhotoTally>
  readonly after: Surroundings['after']
}

/** Sends photos whenever there is a line and no word waits for it. @returns a way to stop */
export function sendPhotos({ db, documents, sync, person, photos, after }: SendingParts) {
  const reachable = () => {
    const { link, signedOut } = sync.status.get()
    return link === 'live' && !signedOut
  }
  const sender = createPhotoSender({
    rows: photoRows(db),
    line: tusLine({
      base: location.origin,
      person,
      input: (bytes) => new Blob([bytes as Uint8Array<ArrayBuffer>]),
    }),
    after,
    reachable,
    wordsSafe: () => {
      const { inMemory, tally } = documents.state()
      return inMemory + tally.unsent === 0
    },
  })
  let was = false
  const look = () => {
    const now = reachable()
    if (now && !was) sender.hurry()
    was = now
    if (now) sender.nudge()
  }
  const ends = [sync.status.subscribe(look), photos.subscribe(look)]
  look()
  return () => {
    for (const end of ends) end()
    sender.stop()
  }
}
