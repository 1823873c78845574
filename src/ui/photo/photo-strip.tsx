import { useId } from 'react'
import { Badge } from '../badge.tsx'
import { PhotoCard } from './photo-card.tsx'
import { PhotoSources } from './photo-sources.tsx'
import type { Added, StripPhoto } from './photo-words.ts'
import styles from './photo.module.css'

export interface PhotoStripProps {
  /** What the photos are of, for everybody who does not see them: "Photos of the defect". */
  label: string
  photos: readonly StripPhoto[]
  /** No more than so many. */
  max?: number | undefined
  readOnly?: boolean | undefined
  /** Keeps a picture. Until it has, the picture is still on the screen. */
  onAdd: (picture: Blob) => Promise<Added>
  onSay: (id: string, caption: string) => void
  onRemove: (id: string) => void
  /** Puts everything typed on the disk before another app's camera opens. */
  onBefore?: (() => Promise<void>) | undefined
}

/** Photos of one thing: the camera, the pictures with their words, and where each of them is. */
export function PhotoStrip(props: PhotoStripProps) {
  const { label, photos, max = 20, readOnly = false, onAdd, onSay, onRemove, onBefore } = props
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <p id={id} className={styles.title}>
        {label} {photos.length > 0 ? <Badge tone="neutral">{photos.length}</Badge> : null}
      </p>
      {photos.length === 0 && readOnly ? <p>No photos.</p> : null}
      <ul className={styles.list}>
        {photos.map((photo, index) => (
          <PhotoCard
            key={photo.id}
            photo={photo}
            name={`Photo ${index + 1}`}
            readOnly={readOnly}
            onSay={(caption) => onSay(photo.id, caption)}
            onRemove={() => onRemove(photo.id)}
          />
        ))}
      </ul>
      {readOnly || photos.length >= max ? null : <PhotoSources onAdd={onAdd} onBefore={onBefore} />}
    </section>
  )
}
