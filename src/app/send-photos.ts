import { liveQuery } from 'dexie'
import type { CorridorDatabase } from '../store/db.ts'
import type { Documents } from '../store/documents.ts'
import { photoTally, type PhotoTally } from '../store/photos/photo-rows.ts'
import type { Surroundings } from '../store/ports.ts'
import type { Watched } from '../store/react.tsx'
import type { SyncClient } from '../sync/client.ts'
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

export interface SendingParts {
  readonly db: CorridorDatabase
  readonly documents: Documents
  readonly sync: SyncClient
  readonly person: string
  readonly photos: Watched<PhotoTally>
  readonly after: Surroundings['after']
}

/**
 * Sends photos whenever there is a line and no word waits for it; what it needs is loaded with the first
 * photo. @returns a way to stop
 */
export function sendPhotos(parts: SendingParts) {
  let stop = () => {}
  let over = false
  let begun = false
  const look = () => {
    const { all, safe } = parts.photos.get()
    if (begun || over || all <= safe) return
    begun = true
    import('./photo-sending.ts').then(
      ({ startSending }) => {
        if (!over) stop = startSending(parts)
      },
      () => {
        begun = false // The next photo, or the next start, asks again.
      },
    )
  }
  const end = parts.photos.subscribe(look)
  look()
  return () => {
    over = true
    end()
    stop()
  }
}
