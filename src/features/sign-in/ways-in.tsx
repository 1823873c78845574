import { useState } from 'react'
import { type SessionAnswer, readSessionAnswer } from '../../domain/session-answer.ts'
import { askRelay } from '../../store/ask-relay.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { IconKey } from '../../ui/icons.ts'
import { Fault } from './faults.tsx'
import { type Answered, askPasskey } from './passkey.ts'
import { ProviderButtons } from './provider-buttons.tsx'
import styles from './sign-in.module.css'

export type Enter = (
  prove: () => Promise<SessionAnswer>,
) => Promise<SessionAnswer['kind'] | 'unsaved'>

/** Hands in what proves somebody; the reason for a no goes to `onFault`. */
export async function enterWith(
  enter: Enter,
  path: string,
  body: unknown,
  onFault: (fault: string) => void,
): Promise<boolean> {
  let why: string | null = null
  const said = await enter(async () => {
    const { status, body: told } = await askRelay(path, { method: 'POST', body })
    const answer = readSessionAnswer(status, told)
    if (answer.kind === 'out') why = answer.why ?? 'not-proved'
    return answer
  })
  if (said !== 'in') onFault(why ?? said)
  return said === 'in'
}

interface WaysInProps {
  enter: Enter
  mayLeave: () => Promise<boolean>
  /** Whose work is open on this device, if anybody's. */
  open?: { readonly person: string; readonly name: string }
  /** Where to go once they are in. */
  back: string
  onIn: () => void
  /** What went wrong on the way back from a provider. */
  fault: string | null
}

/** Signing in for real: a passkey, or the trust's own account. */
export function WaysIn({ enter, mayLeave, open, back, onIn, fault: first }: WaysInProps) {
  const [fault, setFault] = useState(first)
  const [busy, setBusy] = useState(false)
  const [stranger, setStranger] = useState<Answered | null>(null)
  const goIn = async (answered: Answered) => {
    setStranger(null)
    if (!answered.ok) return setFault(answered.fault)
    const body = { passkey: answered.response }
    if (await enterWith(enter, '/api/sign-in/passkey', body, setFault)) onIn()
  }
  const withPasskey = async () => {
    setBusy(true)
    setFault(null)
    const answered = await askPasskey()
    const isOther = answered.ok && open !== undefined && answered.person !== open.person
    if (isOther) setStranger(answered)
    else await goIn(answered)
    setBusy(false)
  }
  return (
    <>
      <Fault key={fault} fault={fault} />
      <div className={styles.buttons}>
        <Button tone="primary" wide icon={IconKey} busy={busy} onClick={() => void withPasskey()}>
          Sign in with a passkey
        </Button>
      </div>
      <ProviderButtons
        say={(name) => `Sign in with ${name}`}
        query={{ back }}
        mayLeave={mayLeave}
        onStay={() => setFault('unsaved')}
      />
      <p>
        A passkey is kept by your tablet, phone or computer and opened as you open that: face,
        finger or screen lock. There is no password. If you have none yet, ask for an invitation.
      </p>
      <Dialog
        open={stranger !== null}
        onClose={() => setStranger(null)}
        title="This is somebody else’s passkey"
        closeLabel="Stay here"
        confirm={{
          label: 'Open their work',
          onConfirm: () => void (stranger && goIn(stranger)),
        }}
      >
        <p>
          {open?.name}’s work is open on this device. It is closed and kept here for {open?.name},
          with everything that is not sent yet. Whoever signs in now sees none of it and sends none
          of it.
        </p>
      </Dialog>
    </>
  )
}
