import { useState } from 'react'
import type { ReviewAccess } from '../../../domain/access/facts.ts'
import { mayName, reviewersAmong } from '../../../domain/action-plan/facilitators.ts'
import { personRecord } from '../../../domain/trust.ts'
import { useDesk, useRecords, useWatched } from '../../../store/react.tsx'
import { BigText } from '../../../ui/big-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { IconPencil } from '../../../ui/icons.ts'
import { MultiChips } from '../../../ui/multi-chips.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PickOne } from '../../../ui/pick-one.tsx'
import { NeedsSignal } from '../reviews/plan-answer.tsx'
import { type PlanAnswer, sendFacilitators } from '../reviews/plan-api.ts'
import { usePeople } from '../use-pack.ts'
import { sayList } from '../words.ts'
import type { PlanHere } from './use-plan.ts'

interface PartProps {
  plan: PlanHere
  access: ReviewAccess
}

/** Who leads the session. Named with signal, since they may write the plan from then on. */
export function FacilitatorsPart({ access }: PartProps) {
  const { me } = useDesk()
  const nameOf = usePeople()
  const [open, setOpen] = useState(false)
  const [done, setDone] = useState(false)
  const named = access.facilitators ?? []
  const reason = access.facilitatorReason ?? ''
  return (
    <div>
      <h3>Facilitators</h3>
      <p>
        {named.length === 0
          ? 'Nobody is named yet. They lead the session and may write this plan.'
          : sayList(named.map(nameOf))}
      </p>
      {reason === '' ? null : (
        <p>
          {sayList(reviewersAmong(access, named).map(nameOf))} reviewed the school too. Reason:{' '}
          {reason}
        </p>
      )}
      {done ? (
        <Notice tone="ok" title="The trust has it">
          They can open the plan as soon as they have signal.
        </Notice>
      ) : null}
      {open ? (
        <Name
          access={access}
          onClose={(sent) => {
            setOpen(false)
            setDone(sent)
          }}
        />
      ) : mayName(me, access) ? (
        <Button icon={IconPencil} onClick={() => setOpen(true)}>
          {named.length === 0 ? 'Name the facilitators' : 'Change the facilitators'}
        </Button>
      ) : null}
    </div>
  )
}

const FACILITATES = /facilitator/i

function Name({ access, onClose }: { access: ReviewAccess; onClose: (sent: boolean) => void }) {
  const { me, contact } = useDesk()
  const { live } = useWatched(contact)
  const people = useRecords(personRecord, ['trust']).rows
  const [named, setNamed] = useState<readonly string[]>(access.facilitators ?? [])
  const [reason, setReason] = useState(access.facilitatorReason ?? '')
  const [answer, setAnswer] = useState<PlanAnswer | null>(null)
  const [missing, setMissing] = useState(false)
  const [busy, setBusy] = useState(false)
  const reviewed = reviewersAmong(access, named).length > 0
  const byName = [...people].sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))
  const usual = byName.filter(({ person, job }) => FACILITATES.test(job) || named.includes(person))
  const others = byName.filter((one) => !usual.includes(one))
  const asOptions = (list: typeof byName) =>
    list.map(({ person, name }) => ({ value: person, label: name }))
  const send = async () => {
    if (reviewed && reason.trim() === '') return setMissing(true)
    setBusy(true)
    const kept = reviewed ? reason : ''
    const said = await sendFacilitators(me.person, access.id, {
      facilitators: [...named],
      reason: kept,
    })
    setBusy(false)
    setAnswer(said)
    if (said === 'done') onClose(true)
  }
  return (
    <>
      <NeedsSignal live={live} what="the naming" />
      <MultiChips
        label="Who facilitates the session"
        hint="Trained facilitators who were not on the review team."
        options={asOptions(usual)}
        values={named}
        onChange={setNamed}
      />
      <PickOne
        label="Somebody else"
        empty="Pick a colleague to add"
        options={asOptions(others)}
        value={null}
        onChange={(person) => {
          if (person !== null) setNamed([...named, person])
        }}
      />
      {reviewed ? (
        <BigText
          label="Why a reviewer facilitates"
          hint="The session is led by people who did not review. The reason is kept and shown."
          minRows={2}
          value={reason}
          onChange={setReason}
          error={missing && reason.trim() === '' ? 'Give the reason.' : undefined}
        />
      ) : null}
      <Refused answer={answer} />
      <Button tone="primary" busy={busy} onClick={() => void send()}>
        Name them
      </Button>{' '}
      <Button onClick={() => onClose(false)}>Leave it as it was</Button>
    </>
  )
}

const refusals: Readonly<Record<string, string>> = {
  'no-answer':
    'The trust could not be reached. Nothing was changed: send it again when there is signal.',
  'not-allowed':
    'Only the school’s leaders, the CEO, the Executive Headteacher or a facilitator may name them. Ask one of them.',
  'signed-out': 'Your sign-in has ended. Sign in again, then name them.',
  'needs-reason': 'Somebody you named was a reviewer. Give the reason, and send it again.',
  'too-late': 'The review is closed or off, so this stands as it was.',
  'unknown-person': 'Somebody you named is no longer with the trust. Take them off.',
}

function Refused({ answer }: { answer: PlanAnswer | null }) {
  if (answer === null || answer === 'done') return null
  return (
    <Notice tone="warn" title="The trust did not take it">
      {refusals[answer] ?? 'Something in it could not be read. Look it through and send it again.'}
    </Notice>
  )
}
