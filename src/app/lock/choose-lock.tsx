import { useState } from 'react'
import { StorageFault } from '../../store/ports.ts'
import type { Way } from '../../store/vault/ways.ts'
import { passkeyWay } from '../../store/vault/ways.ts'
import { Button } from '../../ui/button.tsx'
import { IconLock } from '../../ui/icons.ts'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { makePasskey, passkeysWork } from './passkey.ts'
import { NewPassphrase } from './new-passphrase.tsx'
import { sayPasskeyFault } from './say-lock.ts'

interface ChooseLockProps {
  name: string
  /** Puts it in place. @throws StorageFault if the device cannot keep it */
  onWay: (way: Way) => Promise<void>
}

const NOT_KEPT = 'This device could not keep the lock. Free some space on it, then try again.'
const NOT_WORKED_OUT =
  'This browser could not work out a key from that. Load the app again, or use another browser.'

/** Two ways to lock the work on this device; either is enough, both may stand side by side. */
export function ChooseLock({ name, onWay }: ChooseLockProps) {
  const [busy, setBusy] = useState<'passkey' | 'passphrase' | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const put = async (kind: 'passkey' | 'passphrase', find: () => Promise<Way | string>) => {
    setBusy(kind)
    setTrouble(null)
    try {
      const way = await find()
      if (typeof way === 'string') setTrouble(way)
      else await onWay(way)
    } catch (error) {
      setTrouble(error instanceof StorageFault ? NOT_KEPT : NOT_WORKED_OUT)
    }
    setBusy(null)
  }
  const passkey = () =>
    put('passkey', async () => {
      const answer = await makePasskey(name)
      return typeof answer === 'string' ? sayPasskeyFault[answer] : passkeyWay(answer)
    })
  return (
    <>
      {trouble === null ? null : <Notice tone="stuck" title={trouble} />}
      {passkeysWork() ? (
        <Section
          title="With a passkey"
          lead="Your face, finger or the code of this device opens your notes. It works with no signal. Simplest, if the device is yours alone."
        >
          <div>
            <Button
              tone="primary"
              icon={IconLock}
              busy={busy === 'passkey'}
              disabled={busy === 'passphrase'}
              onClick={() => void passkey()}
            >
              Lock with a passkey
            </Button>
          </div>
        </Section>
      ) : null}
      <Section
        title="With a passphrase"
        lead="Works on every device. You type it whenever Corridor starts or has locked itself; nobody can look it up for you."
      >
        <NewPassphrase
          name={name}
          busy={busy === 'passphrase'}
          onWay={(way) => void put('passphrase', () => Promise.resolve(way))}
        />
      </Section>
    </>
  )
}
