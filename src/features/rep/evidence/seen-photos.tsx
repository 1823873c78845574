import { documentName } from '../../../domain/documents.ts'
import { repId } from '../../../domain/ids.ts'
import { usePhotos } from '../../../store/photos/use-photos.ts'
import { PhotoStrip } from '../../../ui/photo/photo-strip.tsx'
import type { RepHere } from '../use-rep.ts'

interface SeenPhotosProps {
  here: RepHere
  /** Record id of the evidence. */
  of: string
  place: string
  readOnly?: boolean
}

/** Photos of one piece of evidence. */
export function SeenPhotos({ here, of, place, readOnly = false }: SeenPhotosProps) {
  const name = documentName({ kind: 'rep-work', rep: repId(here.rep.id) })
  const { photos, add, say, remove, save } = usePhotos(here.workDoc, name, of)
  if (readOnly && photos.length === 0) return null
  return (
    <PhotoStrip
      label="Photos"
      photos={photos}
      readOnly={readOnly}
      onAdd={(picture) => add(picture, place)}
      onSay={say}
      onRemove={remove}
      onBefore={save}
    />
  )
}
