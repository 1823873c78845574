import { useLiveQuery } from 'dexie-react-hooks'
import { type Photo, photoRecord } from '../../domain/photos/photo.ts'
import type { PhotoFault, PhotoView } from '../../domain/photos/view.ts'
import { ok, type Result } from '../../domain/result.ts'
import type { PhotoKeys } from '../ports.ts'
import { useDesk, useWatched } from '../react.tsx'
import type { LiveDocument } from '../use-document.ts'
import { keepPhoto } from './keep-photo.ts'
import { photoRows, photoTally, type PhotoTally } from './photo-rows.ts'
import { usePictures } from './use-pictures.ts'

export interface PhotosOf {
  /** Oldest first. */
  readonly photos: readonly PhotoView[]
  /** Shrinks a picture and keeps it here. @returns the id of its record */
  add(picture: Blob, place: string): Promise<Result<string, PhotoFault>>
  say(id: string, caption: string): void
  remove(id: string): void
}

const NO_TALLY: PhotoTally = { all: 0, safe: 0, refused: 0 }
const LONGEST_PLACE = 120

/** Of every document on this device: "12 of 12 photos safe". */
export function usePhotoTally(): PhotoTally {
  const { db } = useDesk()
  return useLiveQuery(() => photoTally(db), [db]) ?? NO_TALLY
}

/** Where the relay gives out a photo to those who may read a document that names it. */
export const photoPath = (sha256: string): string => `/api/photos/${sha256}`

function whereOf(row: PhotoKeys | undefined): PhotoView['where'] {
  if (!row) return 'elsewhere'
  if (row.state === 'safe') return 'safe'
  return row.upload === null ? 'here' : 'sending'
}

/** The photos of one record of a document, and ways to add to them. */
export function usePhotos(document: LiveDocument, docName: string, of: string): PhotosOf {
  const { db, me, now, contact } = useDesk()
  const { live } = useWatched(contact)
  const all = document.all(photoRecord).rows.filter(({ removedAt }) => removedAt === null)
  const own = all.filter((photo) => photo.of === of).sort((a, b) => a.madeAt - b.madeAt)
  const wanted = own.map(({ sha256 }) => sha256)
  const rows = useLiveQuery(async () => {
    const found = await db.photos.bulkGet(wanted.map((sha256) => [docName, sha256]))
    return db.rows.photos.open(found.flatMap((row) => row ?? []))
  }, [db, docName, wanted.join()])
  const pictures = usePictures(rows)

  const viewOf = ({ id, sha256, caption, place }: Photo): PhotoView => {
    const row = rows?.find((one) => one.sha256 === sha256)
    const there = live ? photoPath(sha256) : null
    const url = pictures.get(sha256) ?? (rows === undefined ? null : there)
    return { id, sha256, url, caption, place, where: whereOf(row) }
  }

  return {
    photos: own.map(viewOf),

    async add(picture, place) {
      if (!document.ready || document.readOnly) throw new Error('Nothing can be added here now')
      const kept = await keepPhoto(db, docName, picture, { now })
      if (!kept.ok) return kept
      const { sha256, bytes, width, height } = kept.value
      const known = own.find((photo) => photo.sha256 === sha256)
      const fields = { sha256, bytes: bytes.length, width, height, of, caption: '' }
      const id =
        known?.id ??
        document.create(photoRecord, {
          ...fields,
          place: place.slice(0, LONGEST_PLACE),
          by: me.person,
          madeAt: now(),
          removedAt: null,
        })
      if (id === null) throw new Error('The document was closed meanwhile')
      return ok(id)
    },

    say: (id, caption) => void document.change(photoRecord, id, { caption }),

    remove(id) {
      const photo = own.find((one) => one.id === id)
      if (!photo || !document.change(photoRecord, id, { removedAt: now() })) return
      const shown = all.some((one) => one.id !== id && one.sha256 === photo.sha256)
      // Storage that fails shows in the header; the photo is off the screen in any case.
      if (!shown)
        photoRows(db)
          .remove(docName, photo.sha256)
          .catch(() => undefined)
    },
  }
}
