import { useState } from 'react'
import { useStorePart } from '../../store/react.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { useApp } from '../app-context.ts'

/** Signing out never throws work away: what is unsent stays for its writer. */
export function SignOut() {
  const { device, session } = useApp()
  const tally = useStorePart('tally')
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [unsaved, setUnsaved] = useState(false)
  const kept = tally.unsent + tally.refused
  const signOut = async () => {
    setBusy(true)
    const end = await session.signOut()
    setBusy(false)
    setAsking(false)
    setUnsaved(end === 'unsaved')
  }
  return (
    <Section title="Leave this device">
      {unsaved ? (
        <Notice tone="stuck" title="Not signed out: your last words are not on the disk yet">
          Copy out your work first, or wait until the header no longer says “Saving…”.
        </Notice>
      ) : null}
      <Button tone="danger" onClick={() => setAsking(true)}>
        Sign out
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={`Sign out ${device.name}?`}
        closeLabel="Stay signed in"
        confirm={{ label: 'Sign out', tone: 'danger', busy, onConfirm: () => void signOut() }}
      >
        {kept > 0 ? (
          <p>
            {kept} {kept === 1 ? 'change has' : 'changes have'} not been sent. They stay on this
            device for you, nobody else who signs in here sees them, and they are sent when you sign
            in again.
          </p>
        ) : (
          <p>
            Everything you wrote is safe at the trust. Your reviews are taken off this device, and
            come back when you sign in again.
          </p>
        )}
        <p>Signing in again needs signal.</p>
      </Dialog>
    </Section>
  )
}
