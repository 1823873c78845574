import { useState } from 'react'
import type { SealedCopy } from '../../store/vault/sealed-copy.ts'
import { waysIn } from '../../store/vault/vault.ts'
import { passkeyWay, passphraseWay, type Way } from '../../store/vault/ways.ts'
import { Button } from '../../ui/button.tsx'
import { TextLine } from '../../ui/text-line.tsx'
import { useApp } from '../app-context.ts'
import { type BroughtIn, bringInSealed } from '../copy-file.ts'
import { askPasskey } from './passkey.ts'
import { sayPasskeyFault } from './say-lock.ts'
import styles from './lock.module.css'

interface OpenCopyProps {
  copy: SealedCopy
  onResult: (result: BroughtIn) => void
}

/** Opens a sealed copy that comes from another device, or from this one before it was begun afresh. */
export function OpenCopy({ copy, onResult }: OpenCopyProps) {
  const { device } = useApp()
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  const passkeys = waysIn(copy.vault).flatMap((way) => (way.kind === 'passkey' ? way : []))
  const bring = async (find: () => Promise<Way | string>) => {
    setBusy(true)
    const way = await find()
    onResult(
      typeof way === 'string'
        ? { ok: false, words: way, sealed: copy }
        : await bringInSealed(device, copy, way),
    )
    setBusy(false)
  }
  const byPasskey = () =>
    bring(async () => {
      const answer = await askPasskey(passkeys)
      return typeof answer === 'string' ? sayPasskeyFault[answer] : passkeyWay(answer)
    })
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy && text !== '') void bring(() => Promise.resolve(passphraseWay(text)))
      }}
    >
      <TextLine
        label="Passphrase of the device it comes from"
        type="password"
        value={text}
        onChange={setText}
      />
      <div className={styles.buttons}>
        <Button type="submit" tone="primary" busy={busy}>
          Open the copy
        </Button>
        {passkeys.length > 0 ? (
          <Button busy={busy} onClick={() => void byPasskey()}>
            Open it with the passkey
          </Button>
        ) : null}
      </div>
    </form>
  )
}
