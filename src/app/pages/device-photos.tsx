import { useLiveQuery } from 'dexie-react-hooks'
import { type PhotoRefusal, photoRefusal } from '../../domain/photos/relay-words.ts'
import { photoRows } from '../../store/photos/photo-rows.ts'
import { useWatched } from '../../store/react.tsx'
import { Button } from '../../ui/button.tsx'
import { IconRefresh } from '../../ui/icons.ts'
import { Notice } from '../../ui/notice.tsx'
import { useApp } from '../app-context.ts'

const words: Record<PhotoRefusal, { readonly say: string; readonly next: string }> = {
  'not-a-photo': {
    say: 'the trust could not read it as a photo',
    next: 'Take the photo again where you can. The words beside it are safe.',
  },
  'too-many-pixels': {
    say: 'it is larger than any photo',
    next: 'Take the photo again with the camera in Corridor.',
  },
  'too-large': {
    say: 'it is too large',
    next: 'Take the photo again with the camera in Corridor.',
  },
  'wrong-fingerprint': {
    say: 'it was changed on its way',
    next: 'Send it again. If it happens again, take the photo again.',
  },
  'not-allowed': {
    say: 'you may not add photos there now',
    next: 'Ask the person who leads the work, or a trust leader, about your role.',
  },
  damaged: {
    say: 'this device cannot read it any more',
    next: 'Take the photo again where you can. The words beside it are safe.',
  },
}

/** Photos that the trust did not take, by why, and a way to try once more. */
export function RefusedPhotos() {
  const { device } = useApp()
  const { refused } = useWatched(device.photos)
  const reasons = useLiveQuery(() => photoRows(device.db).refusals(), [device.db, refused])
  return [...(reasons ?? [])].map(([reason, n]) => {
    const { say, next } = words[photoRefusal(reason) ?? 'not-a-photo']
    return (
      <Notice
        key={reason}
        tone="stuck"
        title={`${n} ${n === 1 ? 'photo was' : 'photos were'} not taken: ${say}`}
        action={
          <Button
            icon={IconRefresh}
            disabled={device.readOnly}
            onClick={() => void photoRows(device.db).sendAgain()}
          >
            Send again
          </Button>
        }
      >
        {next} Until then it is kept here.
      </Notice>
    )
  })
}
