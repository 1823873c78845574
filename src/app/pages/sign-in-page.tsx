import { useRouter } from '@tanstack/react-router'
import { useStorePart } from '../../store/react.tsx'
import { Link } from '../../ui/link.tsx'
import { Mark } from '../../ui/mark.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { useApp } from '../app-context.ts'
import { backHere } from '../joining.ts'
import { browserMemory } from '../remembered.ts'
import type { Session } from '../session.ts'
import { People } from './people.tsx'

/** Nobody works on this device: who is it? */
export function SignInPage({ session }: { session: Session }) {
  return (
    <Page
      title="Who are you?"
      lead="Corridor is the notebook a school trust takes into its schools. It works with no signal."
      standalone
      actions={<Mark size={56} />}
    >
      <Waiting />
      <People session={session} onIn={() => undefined} />
      <p>
        <Link to="/promises">Seven promises about your notes</Link>
      </p>
    </Page>
  )
}

/** The sign-in has ended, or another person takes the device; the open work stays open until then. */
export function SignInAgainPage() {
  const { device, session } = useApp()
  const tally = useStorePart('tally')
  const router = useRouter()
  const back = backHere()
  const changes = `${tally.unsent} ${tally.unsent === 1 ? 'change' : 'changes'}`
  return (
    <Page title="Sign in" back={{ to: '/', label: 'Today' }}>
      <Notice
        tone="info"
        live={false}
        title={
          tally.unsent > 0
            ? `Sign in as ${device.name} to send ${changes}. Nothing is lost.`
            : `This device is open for ${device.name}.`
        }
      >
        Somebody else who signs in here sees none of this work, and cannot send it.
      </Notice>
      <People
        session={session}
        open={{ person: device.me.person, name: device.name }}
        back={back}
        onIn={() => router.history.push(back)}
      />
    </Page>
  )
}

function Waiting() {
  const { waiting } = browserMemory.read()
  return waiting.map(({ person, name, changes }) => (
    <Notice
      key={person}
      tone="warn"
      live={false}
      title={`${changes} unsent ${changes === 1 ? 'change' : 'changes'} by ${name} on this device`}
    >
      They are sent when {name} signs in here again. Nobody else who signs in here sees them.
    </Notice>
  ))
}
