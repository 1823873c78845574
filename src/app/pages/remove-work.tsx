import { useState } from 'react'
import { useStoreState } from '../../store/react.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { IconTrash } from '../../ui/icons.ts'
import { Section } from '../../ui/section.tsx'
import { useApp } from '../app-context.ts'
import { CopyOutButton } from '../copy-out-button.tsx'

/** Everything off this device at once, sent or not: for a tablet that is given back or passed on. */
export function RemoveWork() {
  const { device, session } = useApp()
  const { tally, inMemory } = useStoreState()
  const [asking, setAsking] = useState(false)
  const left = tally.unsent + tally.refused + inMemory
  const changes = `${left} ${left === 1 ? 'change' : 'changes'}`
  return (
    <Section
      title="Give this device away"
      lead="Deletes everything of yours from this browser, and the app itself where nobody else works in it."
    >
      <Button
        tone="danger"
        icon={IconTrash}
        disabled={device.readOnly}
        onClick={() => setAsking(true)}
      >
        Remove my work from this device
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={
          left > 0 ? `${changes} would be lost for good` : 'Remove your work from this device?'
        }
        closeLabel="Keep it here"
        confirm={{
          label: left > 0 ? `Delete ${changes}` : 'Remove my work',
          tone: 'danger',
          onConfirm: () => void session.removeWork(),
        }}
      >
        {left > 0 ? (
          <>
            <p>
              The trust does not have {left === 1 ? 'it' : 'them'} yet. Wait for signal, or copy out
              your work first.
            </p>
            <CopyOutButton device={device} />
          </>
        ) : (
          <p>Everything you wrote is safe at the trust. It comes back when you sign in again.</p>
        )}
        <p>Signing in again needs signal.</p>
      </Dialog>
    </Section>
  )
}
