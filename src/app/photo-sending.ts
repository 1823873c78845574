import { photoRows } from '../store/photos/photo-rows.ts'
import { createPhotoSender } from '../sync/photos/photo-sender.ts'
import { tusLine } from '../sync/photos/tus-line.ts'
import type { SendingParts } from './send-photos.ts'

/** Sends photos whenever there is a line and no word waits for it. @returns a way to stop */
export function startSending({ db, documents, sync, person, photos, after }: SendingParts) {
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
