import { useState } from 'react'
import { Badge } from '../badge.tsx'
import { Button } from '../button.tsx'
import { Dialog } from '../dialog.tsx'
import { IconTrash } from '../icons.ts'
import { TextLine } from '../text-line.tsx'
import { sayWhere, type StripPhoto } from './photo-words.ts'
import styles from './photo.module.css'

interface PhotoCardProps {
  photo: StripPhoto
  /** "Photo 2": what it is called while nobody has said what it shows. */
  name: string
  readOnly: boolean
  onSay: (caption: string) => void
  onRemove: () => void
}

/** One photo with its words and where it is. */
export function PhotoCard({ photo, name, readOnly, onSay, onRemove }: PhotoCardProps) {
  const [asking, setAsking] = useState(false)
  const { label, tone } = sayWhere(photo)
  const said = photo.caption === '' ? name : photo.caption
  return (
    <li className={styles.photo}>
      <Picture url={photo.url} alt={said} />
      <div className={styles.words}>
        <Badge tone={tone}>{label}</Badge>
        {photo.place === '' ? null : <p className={styles.place}>{photo.place}</p>}
        {readOnly ? (
          <p>{said}</p>
        ) : (
          <>
            <TextLine label={`${name}: what it shows`} value={photo.caption} onChange={onSay} />
            <Button
              tone="plain"
              icon={IconTrash}
              aria-label={`Remove ${name}`}
              onClick={() => setAsking(true)}
            >
              Remove
            </Button>
          </>
        )}
      </div>
      <Dialog
        open={asking}
        title={`Remove ${said}?`}
        closeLabel="Keep it"
        confirm={{ label: 'Remove it', tone: 'danger', onConfirm: onRemove }}
        onClose={() => setAsking(false)}
      >
        It is taken off this record on every device.
      </Dialog>
    </li>
  )
}

function Picture({ url, alt }: { url: string | null; alt: string }) {
  const [broken, setBroken] = useState<string | null>(null)
  if (url !== null && broken !== url)
    return <img className={styles.picture} src={url} alt={alt} onError={() => setBroken(url)} />
  return (
    <p className={styles.missing}>
      {url === null
        ? 'The picture is not on this device. It shows here with signal.'
        : 'The picture has not reached the trust yet. It is on the device that took it.'}
    </p>
  )
}
