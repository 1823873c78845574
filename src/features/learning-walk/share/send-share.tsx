import { type ShareDraft, shareRecord } from '../../../domain/learning-walk/shared.ts'
import { roomRecord, sharedWithRecord } from '../../../domain/learning-walk/walk.ts'
import { useDesk } from '../../../store/react.tsx'
import { useDocument } from '../../../store/use-document.ts'
import { Button } from '../../../ui/button.tsx'
import { IconSend } from '../../../ui/icons.ts'
import { sayTime } from '../../../ui/uk-time.ts'
import { usePeople } from '../use-people.ts'
import type { WalkHere } from '../use-walk.ts'
import type { ShareSpot } from './share-card.tsx'
import { visitedDocument } from './visited-document.ts'

interface SendShareProps {
  here: WalkHere
  spot: ShareSpot
  words: ShareDraft
  person: string
  ready: boolean
  /** It went to somebody already: two adults may have been there. */
  again: boolean
  onSent: () => void
}

/** Puts the words into the person's own document; with no signal they go when there is some. */
export function SendShare({ here, spot, words, person, ready, again, onSent }: SendShareProps) {
  const { me, now } = useDesk()
  const nameOf = usePeople()
  const visited = useDocument(visitedDocument(here.urn, here.year, person))
  const send = () => {
    const madeAt = now()
    const made = visited.create(shareRecord, {
      walk: here.id,
      date: here.walk.date,
      focus: here.walk.focus,
      place: spot.place,
      time: spot.at === null ? '' : sayTime(spot.at, 'clock'),
      walkers: here.walkers,
      kind: words.kind.trim(),
      specific: words.specific.trim(),
      question: words.question.trim(),
      by: me.person,
      madeAt,
    })
    if (made === null) return
    if (!here.sharedWith.some((told) => told.person === person))
      here.add(sharedWithRecord, { person })
    if (spot.room !== '' && !again) here.doc.change(roomRecord, spot.room, { sharedAt: madeAt })
    onSent()
  }
  return (
    <Button
      tone="primary"
      icon={IconSend}
      disabled={!ready || !visited.ready || visited.readOnly}
      onClick={send}
    >
      {`Share with ${nameOf(person)}${again ? ' too' : ''}`}
    </Button>
  )
}
