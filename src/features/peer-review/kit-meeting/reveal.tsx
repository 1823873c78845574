import { useState } from 'react'
import type { ReviewAccess } from '../../../domain/access/facts.ts'
import { revealMachine } from '../../../domain/peer-review/reveal.ts'
import { useDecisions, useDesk, useWatched } from '../../../store/react.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { subjectOf } from '../use-stage.ts'
import { sayFault } from '../words.ts'

/** Blind first: everybody's notes are private until the lead shows them, once and for good. */
export function Reveal({ access }: { access: ReviewAccess }) {
  const { me, readOnly } = useDesk()
  const [asking, setAsking] = useState(false)
  const own = (useDecisions(subjectOf(access.id))?.proposals ?? []).filter(
    ({ machine }) => machine === revealMachine.name,
  )
  if (!access.blindFirst || access.revealed) return null
  const declined = own.find((proposal) => proposal.declined !== null)
  if (own.some((proposal) => proposal.declined === null))
    return (
      <Notice tone="info" title="Showing everyone’s notes: waits for the trust’s word">
        With signal this takes a moment. Everyone’s notes come here once the trust has confirmed it.
      </Notice>
    )
  if (access.lead !== me.person)
    return (
      <Notice tone="info" live={false} title="Colleagues’ notes are private for now">
        The review lead shows everyone’s notes at this meeting. What you see below counts yours
        only.
      </Notice>
    )
  return (
    <>
      <Notice
        tone="info"
        live={false}
        title="Everyone’s notes are still private"
        action={
          readOnly ? undefined : (
            <Button tone="primary" onClick={() => setAsking(true)}>
              Show everyone’s notes
            </Button>
          )
        }
      >
        Each reviewer has seen only their own. What you see below counts yours only.
        {declined ? ` The trust said no before: ${sayFault(declined.declined ?? '')}.` : ''}
      </Notice>
      {asking ? <Ask access={access} onClose={() => setAsking(false)} /> : null}
    </>
  )
}

function Ask({ access, onClose }: { access: ReviewAccess; onClose: () => void }) {
  const { propose, contact } = useDesk()
  const { live } = useWatched(contact)
  const show = async () => {
    await propose({
      machine: revealMachine.name,
      subject: subjectOf(access.id),
      from: revealMachine.start,
      to: 'revealed',
      reason: null,
    })
    onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title="Show everyone’s notes?"
      closeLabel="Not yet"
      confirm={{ label: 'Show everyone’s notes', onConfirm: () => void show() }}
    >
      <p>
        The team then reads each other’s notes on this review, from now on. It cannot be taken back,
        and is kept with your name and the time.
      </p>
      {live ? null : (
        <p>There is no signal: it waits on this device and counts once the trust confirms it.</p>
      )}
    </Dialog>
  )
}
