import { useDesk } from '../../store/react.tsx'
import { usePhotos } from '../../store/photos/use-photos.ts'
import { Button } from '../../ui/button.tsx'
import { IconPlus } from '../../ui/icons.ts'
import { PhotoStrip } from '../../ui/photo/photo-strip.tsx'
import { docBefore, type RunHere } from './use-run.ts'

interface PhotosOfProps {
  here: RunHere
  /** Which document the record lies in. */
  source?: 'now' | 'before'
  label: string
  place: string
  /** Record id of what they show; null while there is none yet. */
  of: string | null
  /** Makes the record. */
  onNeeded?: () => void
}

/** Photos of an answer or a hazard. */
export function PhotosOf({ of, onNeeded, ...rest }: PhotosOfProps) {
  if (of !== null) return <Strip of={of} {...rest} />
  return rest.here.writes && onNeeded ? (
    <Button icon={IconPlus} onClick={onNeeded}>
      Add photos
    </Button>
  ) : null
}

function Strip({ here, source = 'now', label, place, of }: PhotosOfProps & { of: string }) {
  const { readOnly } = useDesk()
  const document = source === 'now' ? here.document : here.before
  const name = source === 'now' ? here.name : docBefore(here.ref)
  const { photos, add, say, remove } = usePhotos(document, name, of)
  return (
    <PhotoStrip
      label={label}
      photos={photos}
      readOnly={!here.writes || readOnly}
      onAdd={(picture) => add(picture, place)}
      onSay={say}
      onRemove={remove}
    />
  )
}
