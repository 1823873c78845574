import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import type { ReviewAccess } from '../../../domain/access/facts.ts'
import { letterIsIssued } from '../../../domain/access/reviews.ts'
import { handOverMachine } from '../../../domain/hand-over/machine.ts'
import { receiptText } from '../../../domain/hand-over/receipt.ts'
import { notAtTrust, receiptFor } from '../../../store/hand-over.ts'
import { useDesk, useStoreState, useWatched } from '../../../store/react.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { KeyValue } from '../../../ui/key-value.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Section } from '../../../ui/section.tsx'
import { usePeople } from '../use-pack.ts'
import { sayCount, sayFault } from '../words.ts'
import { NoNetwork } from './no-network.tsx'
import { ReceiptCard } from './receipt-card.tsx'
import type { HandOverHere } from './use-hand-over.ts'

interface LeaveProps {
  access: ReviewAccess
  school: string
  here: HandOverHere
}

/** What a reviewer does: sees what they hold, leaves it with the school, and keeps the receipt. */
export function Leave({ access, school, here }: LeaveProps) {
  const { mine } = here
  if (mine.kept || mine.given) return <Left access={access} school={school} here={here} />
  return (
    <Section title="What you hold" lead="Any notes taken are left at the school.">
      <Holding access={access} here={here} />
    </Section>
  )
}

function Left({ access, school, here }: LeaveProps) {
  const { me } = useDesk()
  const nameOf = usePeople()
  const { kept, given, wipedAt } = here.mine
  const receipt = kept?.receipt ?? given?.receipt
  const at = kept?.madeAt ?? given?.at
  if (!receipt || at === undefined) return null
  const copy = access.lead === me.person && !letterIsIssued(access)
  // Left with the head’s tablet, it is gone before the trust has heard of it.
  const gone = wipedAt ?? (given && !copy ? given.at : null)
  return (
    <Section title="Your notes are with the school">
      <p>
        {copy
          ? 'As review lead you keep a copy until the letter is sent. Then it goes from this device by itself.'
          : 'This device holds none of the team’s notes any more. Only this receipt stays.'}
      </p>
      <ReceiptCard
        title="Hand-over receipt"
        facts={{
          receipt,
          school,
          from: me.name,
          to: nameOf(receipt.to),
          at,
          confirmedAt: kept?.confirmedAt ?? null,
          wipedAt: gone,
        }}
      />
    </Section>
  )
}

/** What lies here, asked again with everything that is written or sent. */
function useHolding(doc: string) {
  const { db, documents } = useDesk()
  const { tally, inMemory } = useStoreState()
  return useLiveQuery(async () => {
    const receipt = await receiptFor({ db, documents }, doc, { way: 'network', to: '-' })
    return { notes: receipt.notes, toSend: (await notAtTrust({ db, documents }, doc)) + inMemory }
  }, [db, documents, doc, tally, inMemory])
}

function Holding({ access, here }: Pick<LeaveProps, 'access' | 'here'>) {
  const { contact, readOnly } = useDesk()
  const { live } = useWatched(contact)
  const nameOf = usePeople()
  const held = useHolding(here.mine.doc)
  const [asking, setAsking] = useState(false)
  const to = here.receiver === null ? 'the school' : nameOf(here.receiver)
  if (!held) return null
  const { notes, toSend } = held
  const ready = here.open && live && toSend === 0 && here.receiver !== null && !readOnly
  return (
    <>
      <KeyValue
        items={[
          { label: 'On this device', value: sayCount(notes, 'note') },
          {
            label: 'At the trust',
            value: toSend === 0 ? 'All of it' : `${sayCount(toSend, 'change')} not sent yet`,
          },
          { label: 'Received by', value: to },
        ]}
      />
      <Standing here={here} live={live} />
      {here.mine.waiting ? null : (
        <div>
          <Button tone="primary" disabled={!ready} onClick={() => setAsking(true)}>
            Hand over to the school
          </Button>
        </div>
      )}
      {here.open && !live ? (
        <p>There is no signal. Hand over to {to}’s tablet below, or wait for signal.</p>
      ) : null}
      {here.open && live && toSend > 0 ? (
        <p>Your notes are being sent first. Stay in signal.</p>
      ) : null}
      {here.open || !live ? <NoNetwork access={access} here={here} to={to} /> : null}
      {asking ? (
        <Ask access={access} here={here} to={to} notes={notes} onClose={() => setAsking(false)} />
      ) : null}
    </>
  )
}

function Standing({ here, live }: { here: HandOverHere; live: boolean }) {
  const { waiting, declined } = here.mine
  if (!here.open && !live)
    return (
      <Notice
        tone="info"
        live={false}
        title="No signal: this device cannot hear whether the answers are agreed"
      >
        If the review lead says that they are, pass your notes to the head’s tablet below.
      </Notice>
    )
  if (!here.open)
    return (
      <Notice tone="info" live={false} title="Notes are handed over once the answers are agreed">
        Until then the team needs them. This page is ready when the review lead has made that step.
      </Notice>
    )
  if (waiting)
    return (
      <Notice tone="info" title="Handing over: the trust is checking that it has everything">
        With signal this takes a moment. Nothing leaves this device before it is confirmed.
      </Notice>
    )
  if (declined)
    return (
      <Notice tone="warn" title="Not handed over yet: press the button again">
        The reason: {sayFault(declined.declined ?? '')}. Your notes are still here.
      </Notice>
    )
  return null
}

interface AskProps extends Pick<LeaveProps, 'access' | 'here'> {
  to: string
  notes: number
  onClose: () => void
}

function Ask({ access, here, to, notes, onClose }: AskProps) {
  const { me, db, documents, propose } = useDesk()
  const leads = access.lead === me.person
  const leave = async () => {
    await documents.flush()
    const { doc, declined } = here.mine
    const receipt = await receiptFor({ db, documents }, doc, {
      way: 'network',
      to: here.receiver ?? access.lead,
    })
    if (declined) await db.proposals.delete(declined.id)
    await propose({
      machine: handOverMachine.name,
      subject: doc,
      from: handOverMachine.start,
      to: 'handed_over',
      reason: receiptText(receipt),
    })
    onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Hand over ${sayCount(notes, 'note')} to the school?`}
      closeLabel="Not yet"
      confirm={{ label: 'Hand over', onConfirm: () => void leave() }}
    >
      <p>
        {to} keeps them for the school. The trust checks that it has every word, and you get a
        receipt.
      </p>
      <p>
        {leads
          ? 'You keep a copy to write the letter from. It goes by itself when the letter is sent.'
          : 'Then they go from this device, colleagues’ notes as they are handed over too. It cannot be taken back.'}
      </p>
    </Dialog>
  )
}
