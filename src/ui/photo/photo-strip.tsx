import { useId, useRef, useState, type ChangeEvent } from 'react'
import { Badge } from '../badge.tsx'
import { Button } from '../button.tsx'
import { IconCamera, IconPhoto } from '../icons.ts'
import { Notice } from '../notice.tsx'
import { PhotoCard } from './photo-card.tsx'
import { type Added, type AddFault, faultWords, type StripPhoto } from './photo-words.ts'
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
}

/** Photos of one thing: the camera, the pictures with their words, and where each of them is. */
export function PhotoStrip(props: PhotoStripProps) {
  const { label, photos, max = 20, readOnly = false, onAdd, onSay, onRemove } = props
  const [fault, setFault] = useState<AddFault | null>(null)
  const [busy, setBusy] = useState(false)
  const id = useId()
  const add = async (picture: Blob) => {
    setBusy(true)
    const added = await onAdd(picture).finally(() => setBusy(false))
    setFault(added.ok ? null : added.error)
  }
  return (
    <section className={styles.strip} aria-labelledby={id}>
      <h3 id={id} className={styles.title}>
        {label} {photos.length > 0 ? <Badge tone="neutral">{photos.length}</Badge> : null}
      </h3>
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
      {fault ? (
        <Notice tone="stuck" title={faultWords[fault].say}>
          {faultWords[fault].next}
        </Notice>
      ) : null}
      {readOnly || photos.length >= max ? null : <Sources busy={busy} onPicture={add} />}
    </section>
  )
}

/** The device's camera, and pictures that it already has. */
function Sources({ busy, onPicture }: { busy: boolean; onPicture: (picture: Blob) => unknown }) {
  const camera = useRef<HTMLInputElement>(null)
  const files = useRef<HTMLInputElement>(null)
  const chosen = (event: ChangeEvent<HTMLInputElement>) => {
    const [picture] = event.currentTarget.files ?? []
    // The same file may be chosen again.
    event.currentTarget.value = ''
    if (picture) void onPicture(picture)
  }
  return (
    <div className={styles.sources}>
      <Button icon={IconCamera} busy={busy} onClick={() => camera.current?.click()}>
        Take a photo
      </Button>
      <Button icon={IconPhoto} busy={busy} onClick={() => files.current?.click()}>
        Choose a picture
      </Button>
      <input
        ref={camera}
        hidden
        type="file"
        accept="image/*"
        capture="environment"
        aria-label="Camera"
        onChange={chosen}
      />
      <input
        ref={files}
        hidden
        type="file"
        accept="image/*"
        aria-label="Picture file"
        onChange={chosen}
      />
    </div>
  )
}
