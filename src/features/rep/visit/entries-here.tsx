import { documentName } from '../../../domain/documents.ts'
import { repId } from '../../../domain/ids.ts'
import { live } from '../../../domain/rep/work.ts'
import { usePhotoTally } from '../../../store/photos/use-photos.ts'
import { useStoreState } from '../../../store/react.tsx'
import { useUnsent } from '../../../store/use-unsent.ts'
import type { RepHere } from '../use-rep.ts'
import { sayCount } from '../words.ts'

/** "3 entries on this device, will send". That all is sent is said only when nothing is left anywhere. */
export function EntriesHere({ here }: { here: RepHere }) {
  const unsent = useUnsent(documentName({ kind: 'rep-work', rep: repId(here.rep.id) }))
  const { inMemory, tally } = useStoreState()
  const photos = usePhotoTally()
  if (!unsent) return null
  const entries = live(here.seen).filter(({ id }) => unsent.begun.has(id)).length
  if (entries > 0) return <p>{sayCount(entries, 'entry', 'entries')} on this device, will send</p>
  if (unsent.any) return <p>The last changes are on this device, will send</p>
  const sent = inMemory === 0 && tally.unsent === 0 && photos.safe === photos.all
  return sent ? <p>Sent to the trust</p> : null
}
