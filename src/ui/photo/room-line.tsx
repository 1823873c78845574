import { Notice } from '../notice.tsx'

/** More than anybody takes on one visit. */
const PLENTY = 500
const FEW = 30

/** Said before a walk: for how many photos there is room. Nothing is said where nobody knows. */
export function RoomLine({ photos }: { photos: number | null }) {
  if (photos === null) return null
  if (photos >= PLENTY) return <p>Room on this device for more than {PLENTY} photos.</p>
  if (photos >= FEW) return <p>Room on this device for about {photos} photos.</p>
  return (
    <Notice
      tone="warn"
      live={false}
      title={
        photos === 0
          ? 'No room for photos on this device'
          : `Room for about ${photos} ${photos === 1 ? 'photo' : 'photos'} on this device`
      }
    >
      There is always room for your words. Before you set off, delete other things from this device,
      or take another one.
    </Notice>
  )
}
