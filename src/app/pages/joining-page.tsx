import { InvitePage } from '../../features/sign-in/invite-page.tsx'
import { SetUpPage } from '../../features/sign-in/set-up-page.tsx'
import { enterAndGo, faultHere, invitationIn, setUpIn } from '../joining.ts'
import type { Session } from '../session.ts'

/** The page of an invitation or of the set-up, while nobody works on this device. */
export default function JoiningPage({ session }: { session: Session }) {
  const enter = enterAndGo(session, () => history.replaceState(null, '', '/'))
  const setUp = setUpIn(location.pathname)
  if (setUp !== undefined) return <SetUpPage code={setUp} enter={enter} />
  return (
    <InvitePage
      code={invitationIn(location.pathname) ?? ''}
      enter={enter}
      mayLeave={() => session.mayLeave()}
      standalone
      fault={faultHere()}
    />
  )
}
