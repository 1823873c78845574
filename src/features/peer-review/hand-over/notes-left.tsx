import { LinkButton } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { paths } from '../routing.ts'

/** Where notes are missing from a list because they have been handed over. */
export function NotesLeft({ review }: { review: string }) {
  return (
    <Notice
      tone="info"
      live={false}
      title="Notes that have been handed over are with the school"
      action={<LinkButton to={paths.handOver(review)}>Hand over</LinkButton>}
    >
      They are no longer on this device.
    </Notice>
  )
}
