import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Mark } from '../../ui/mark.tsx'
import { Page } from '../../ui/page.tsx'
import { SignInPage } from '../pages/sign-in-page.tsx'
import type { Session, SessionState } from '../session.ts'
import { ChooseLock } from './choose-lock.tsx'
import { LostKey } from './lost-key.tsx'
import { Unlock } from './unlock.tsx'
import styles from './lock.module.css'

type LockedState = Extract<SessionState, { at: 'locked' }>

interface LockPageProps {
  session: Session
  state: LockedState
}

/** Nothing of anybody's work is on this screen but whose it is. */
export function LockPage({ session, state }: LockPageProps) {
  const [other, setOther] = useState<'nobody' | 'lost' | 'somebody'>('nobody')
  if (other === 'somebody')
    return (
      <>
        <SignInPage session={session} />
        <nav className={styles.back} aria-label="Back">
          <Button onClick={() => setOther('nobody')}>Back to the lock</Button>
        </nav>
      </>
    )
  if (state.needs === 'choice') return <FirstLock session={session} state={state} />
  const { vault } = state
  const name = state.facts?.name ?? vault.record?.name ?? 'its owner'
  return (
    <Page
      title="Locked"
      lead={`The work of ${name} is on this device, and nobody can read it until it is unlocked. Nothing is lost.`}
      standalone
      actions={<Mark size={56} />}
    >
      <Unlock vault={vault} onOpen={() => void session.unlocked()} />
      {other === 'lost' ? (
        <LostKey vault={vault} onStart={() => void session.start()} />
      ) : (
        <div className={styles.buttons}>
          <Button tone="plain" onClick={() => setOther('lost')}>
            I cannot open it
          </Button>
          <Button tone="plain" onClick={() => setOther('somebody')}>
            I am somebody else
          </Button>
        </div>
      )}
    </Page>
  )
}

/** Asked once on each device, before anything confidential comes to it. */
function FirstLock({ session, state }: LockPageProps) {
  const name = state.facts?.name ?? 'you'
  return (
    <Page
      title="Lock this device"
      lead="Notes about schools come to this device next. They are sealed, and only you can open them: choose how."
      standalone
      actions={<Mark size={56} />}
    >
      <ChooseLock
        name={name}
        onWay={async (way) => {
          await state.vault.secure(way, name)
          await session.unlocked()
        }}
      />
    </Page>
  )
}
