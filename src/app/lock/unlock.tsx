import { useEffect, useState } from 'react'
import { StorageFault } from '../../store/ports.ts'
import type { Vault } from '../../store/vault/vault.ts'
import { waysIn } from '../../store/vault/vault.ts'
import { passkeyWay, passphraseWay, type Way } from '../../store/vault/ways.ts'
import { noTries, type Tries, waitLeft } from '../../store/vault/tries.ts'
import { Button } from '../../ui/button.tsx'
import { IconLock } from '../../ui/icons.ts'
import { Notice } from '../../ui/notice.tsx'
import { TextLine } from '../../ui/text-line.tsx'
import { askPasskey } from './passkey.ts'
import { sayPasskeyFault, sayWait } from './say-lock.ts'
import styles from './lock.module.css'

/** Milliseconds until the next try, counted down; and how to begin a wait. */
function useWait(tries: Tries): readonly [number, (ms: number) => void] {
  const [until, setUntil] = useState(() => Date.now() + waitLeft(tries, Date.now()))
  const [now, setNow] = useState(() => Date.now())
  const left = Math.max(0, until - now)
  useEffect(() => {
    if (left === 0) return
    const timer = setTimeout(() => setNow(Date.now()), Math.min(left, 1000))
    return () => clearTimeout(timer)
  }, [left])
  const wait = (ms: number) => {
    setNow(Date.now())
    setUntil(Date.now() + ms)
  }
  return [left, wait]
}

interface UnlockProps {
  vault: Vault
  onOpen: () => void
}

const NO_KEY =
  'This browser could not work out a key from that. Load the app again, then try again.'
const NO_STORE = 'This device’s store did not answer. Close other windows, then try again.'

/** The ways in, and what happened to the last try. */
export function Unlock({ vault, onOpen }: UnlockProps) {
  const ways = vault.record ? waysIn(vault.record) : []
  const passkeys = ways.flatMap((way) => (way.kind === 'passkey' ? way : []))
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [left, wait] = useWait(vault.record?.tries ?? noTries)

  const unlock = async (way: Way, wrong: string) => {
    try {
      const answer = await vault.unlock(way)
      if (answer.kind === 'open') return onOpen()
      wait(answer.wait)
      if (answer.kind === 'wrong') setTrouble(wrong)
    } catch (error) {
      setTrouble(error instanceof StorageFault ? NO_STORE : NO_KEY)
    }
  }
  const during = async (work: () => Promise<void>) => {
    setBusy(true)
    setTrouble(null)
    await work()
    setBusy(false)
  }
  const byPassphrase = (text: string) =>
    during(async () => {
      // The passphrase takes the whole processor for a moment: the button shows it first.
      await new Promise((painted) => setTimeout(painted, 50))
      await unlock(passphraseWay(text), 'That is not the passphrase.')
    })
  const byPasskey = () =>
    during(async () => {
      const answer = await askPasskey(passkeys)
      if (typeof answer === 'string') setTrouble(sayPasskeyFault[answer])
      else await unlock(passkeyWay(answer), sayPasskeyFault['called-off'])
    })
  const waiting = left > 0
  return (
    <>
      {trouble === null && !waiting ? null : (
        <Notice tone="warn" title={trouble ?? 'Too many wrong tries'}>
          {waiting
            ? `Wait ${sayWait(left)}, then try again. Each wrong try makes the wait longer. Your notes stay as they are.`
            : 'Try again. Your notes stay as they are.'}
        </Notice>
      )}
      {passkeys.length > 0 ? (
        <div>
          <Button tone="primary" icon={IconLock} busy={busy} onClick={() => void byPasskey()}>
            Unlock with your passkey
          </Button>
        </div>
      ) : null}
      {ways.length > passkeys.length ? (
        <PassphraseForm
          first={passkeys.length === 0}
          busy={busy}
          waiting={waiting}
          onText={(text) => void byPassphrase(text)}
        />
      ) : null}
    </>
  )
}

interface PassphraseFormProps {
  /** The only way in: the page starts here. */
  first: boolean
  busy: boolean
  waiting: boolean
  onText: (text: string) => void
}

function PassphraseForm({ first, busy, waiting, onText }: PassphraseFormProps) {
  const [text, setText] = useState('')
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (busy || waiting || text === '') return
        onText(text)
        setText('')
      }}
    >
      <TextLine
        label="Passphrase"
        type="password"
        autoComplete="current-password"
        value={text}
        onChange={setText}
        startHere={first}
      />
      <div>
        <Button type="submit" tone={first ? 'primary' : 'quiet'} busy={busy} disabled={waiting}>
          Unlock
        </Button>
      </div>
    </form>
  )
}
