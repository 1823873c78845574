import { LinkButton } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { paths } from '../routing.ts'

/** Blind first: what colleagues wrote is not to be seen before the lead shows it. */
export function NotesPrivate({ review }: { review: string }) {
  return (
    <Notice
      tone="info"
      live={false}
      title="Colleagues’ notes are private for now"
      action={<LinkButton to={paths.meeting(review)}>Keep-in-touch</LinkButton>}
    >
      The review lead shows everyone’s notes at the keep-in-touch meeting. Until then only yours are
      here.
    </Notice>
  )
}
