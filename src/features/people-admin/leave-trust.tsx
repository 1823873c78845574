import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Section } from '../../ui/section.tsx'
import type { AdminPerson } from './answers.ts'
import type { Change } from './person-screen.tsx'

interface LeaveTrustProps {
  person: AdminPerson
  change: Change
}

/** Somebody leaves the trust, or comes back. */
export function LeaveTrust({ person, change }: LeaveTrustProps) {
  const [asking, setAsking] = useState(false)
  const { name, removedAt } = person
  if (removedAt !== null)
    return (
      <Section
        title="Bring back"
        lead={`${name} signs in again as before, with the roles that are still held.`}
      >
        <div>
          <Button onClick={() => void change('/bring-back', { method: 'POST' })}>
            Bring {name} back
          </Button>
        </div>
      </Section>
    )
  return (
    <Section title="Leaving the trust">
      <div>
        <Button tone="danger" onClick={() => setAsking(true)}>
          Remove {name}
        </Button>
      </div>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={`Remove ${name}?`}
        closeLabel="Keep them"
        confirm={{
          label: 'Remove',
          tone: 'danger',
          onConfirm() {
            setAsking(false)
            void change('/remove', { method: 'POST' })
          },
        }}
      >
        <p>
          Their lines close at once and they open nothing any more. What they wrote stays. What a
          device of theirs still sends is put aside, and they are told. You can bring them back.
        </p>
      </Dialog>
    </Section>
  )
}
