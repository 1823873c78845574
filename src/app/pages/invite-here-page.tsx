import { useRouter } from '@tanstack/react-router'
import { InvitePage } from '../../features/sign-in/invite-page.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useApp } from '../app-context.ts'
import { enterAndGo, faultHere, invitationIn } from '../joining.ts'

/** An invitation that is opened where somebody's work is open already. */
export default function InviteHerePage() {
  const { device, session } = useApp()
  const { history: places } = useRouter()
  return (
    <>
      <Notice tone="info" live={false} title={`This device is open for ${device.name}`}>
        If the invitation is for somebody else, {device.name}’s work is closed and kept here, and
        nobody else sees it or sends it.
      </Notice>
      <InvitePage
        code={invitationIn(places.location.pathname) ?? ''}
        enter={enterAndGo(session, () => places.replace('/'))}
        mayLeave={() => session.mayLeave()}
        standalone={false}
        fault={faultHere()}
      />
    </>
  )
}
