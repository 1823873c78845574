import { useState } from 'react'
import { useDesk } from '../../store/react.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { IconKey } from '../../ui/icons.ts'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { EmptyState, LoadingState } from '../../ui/states.tsx'
import { TextLine } from '../../ui/text-line.tsx'
import { Time } from '../../ui/time.tsx'
import { Fault } from './faults.tsx'
import { makePasskey } from './passkey.ts'
import styles from './sign-in.module.css'
import { type MyAccount, type MyWays, useMyAccount } from './use-ways.ts'

/** Ways of signing in, and where somebody is signed in. */
export default function WaysScreen() {
  const account = useMyAccount()
  const { ways, fault, again } = account
  return (
    <Page
      title="Signing in"
      lead="How you sign in, and where you are signed in."
      back={{ to: '/account', label: 'Account' }}
    >
      <Fault key={fault} fault={fault} />
      {ways === null && fault === null ? <LoadingState label="Asking the trust" /> : null}
      {ways === null && fault !== null ? (
        <div>
          <Button tone="primary" onClick={again}>
            Try again
          </Button>
        </div>
      ) : null}
      {ways === null ? null : (
        <>
          <Passkeys ways={ways} account={account} />
          <Accounts ways={ways} />
          <Sessions ways={ways} account={account} />
        </>
      )}
    </Page>
  )
}

interface PartProps {
  ways: MyWays
  account: MyAccount
}

function Passkeys({ ways, account }: PartProps) {
  const { person } = useDesk().me
  const [busy, setBusy] = useState(false)
  const make = async () => {
    setBusy(true)
    account.setFault(null)
    const made = await makePasskey('/api/account/passkeys/options', {}, person)
    if (made.ok) {
      const name = `Passkey ${ways.passkeys.length + 1}`
      await account.change('POST', '/passkeys', { name, passkey: made.response })
    } else account.setFault(made.fault)
    setBusy(false)
  }
  return (
    <Section
      title="Passkeys"
      lead="One on each device that you use, or one on your phone for all of them."
    >
      {ways.passkeys.length === 0 ? (
        <EmptyState icon={IconKey} title="You have no passkey yet">
          <p>Make one here: then this device signs you in with face, finger or screen lock.</p>
        </EmptyState>
      ) : (
        <ul className={styles.rows} aria-label="Passkeys">
          {ways.passkeys.map((passkey) => (
            <PasskeyRow key={passkey.id} of={passkey} account={account} />
          ))}
        </ul>
      )}
      <div>
        <Button icon={IconKey} busy={busy} onClick={() => void make()}>
          Make a passkey on this device
        </Button>
      </div>
    </Section>
  )
}

function PasskeyRow({ of, account }: { of: MyWays['passkeys'][number]; account: MyAccount }) {
  const [naming, setNaming] = useState<string | null>(null)
  const [asking, setAsking] = useState(false)
  const path = `/passkeys/${encodeURIComponent(of.id)}`
  const rename = async () => {
    const name = naming?.trim() ?? ''
    if (name === '' || (await account.change('PUT', path, { name }))) setNaming(null)
  }
  return (
    <li>
      {naming === null ? (
        <span>
          <strong>{of.name}</strong>
          <span className={styles.soft}>
            Made <Time at={of.madeAt} form="date" />, last used{' '}
            <Time at={of.usedAt} form="moment" />
          </span>
        </span>
      ) : (
        <TextLine label="Name of this passkey" value={naming} onChange={setNaming} startHere />
      )}
      <span className={styles.acts}>
        {naming === null ? (
          <Button onClick={() => setNaming(of.name)}>Name it</Button>
        ) : (
          <Button onClick={() => void rename()}>Keep the name</Button>
        )}
        <Button tone="danger" onClick={() => setAsking(true)}>
          Take away
        </Button>
      </span>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={`Take away “${of.name}”?`}
        closeLabel="Keep it"
        confirm={{
          label: 'Take away',
          tone: 'danger',
          onConfirm() {
            setAsking(false)
            void account.change('DELETE', path)
          },
        }}
      >
        <p>
          It signs nobody in any more. Delete it on the device too, so that it is not offered there.
        </p>
      </Dialog>
    </li>
  )
}

const PROVIDERS: Readonly<Record<string, string>> = { google: 'Google', microsoft: 'Microsoft' }

function Accounts({ ways }: { ways: MyWays }) {
  if (ways.accounts.length === 0) return null
  return (
    <Section title="Accounts at the trust">
      <ul className={styles.rows} aria-label="Accounts at the trust">
        {ways.accounts.map(({ provider, email, usedAt }) => (
          <li key={`${provider} ${email}`}>
            <span>
              <strong>{PROVIDERS[provider] ?? provider}</strong>
              <span className={styles.soft}>
                {email}, last used <Time at={usedAt} form="moment" />
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

const WAYS: Record<MyWays['sessions'][number]['way'], string> = {
  passkey: 'with a passkey',
  google: 'with Google',
  microsoft: 'with Microsoft',
  demonstration: 'with one tap, in the demonstration',
}

function Sessions({ ways, account }: PartProps) {
  const others = ways.sessions.filter(({ here }) => !here)
  return (
    <Section
      title="Where you are signed in"
      lead="Ending a sign-in stops sending and receiving there at once. What is on that device stays on it until you sign in again."
    >
      <ul className={styles.rows} aria-label="Where you are signed in">
        {ways.sessions.map(({ id, agent, way, openedAt, seenAt, here }) => (
          <li key={id}>
            <span>
              <strong>{agent === '' ? 'A browser' : agent}</strong>
              <span className={styles.soft}>
                Signed in {WAYS[way]} on <Time at={openedAt} form="moment" />, last here{' '}
                <Time at={seenAt} form="moment" />
              </span>
            </span>
            {here ? (
              <Badge tone="ok">This one</Badge>
            ) : (
              <Button onClick={() => void account.change('DELETE', `/sessions/${id}`)}>
                End this one
              </Button>
            )}
          </li>
        ))}
      </ul>
      {others.length === 0 ? null : (
        <div>
          <Button tone="danger" onClick={() => void account.change('DELETE', '/sessions')}>
            End all others
          </Button>
        </div>
      )}
    </Section>
  )
}
