import { useState } from 'react'
import { isLocked } from '../../store/vault/vault.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { IconLock } from '../../ui/icons.ts'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { useApp } from '../app-context.ts'
import { sayLock, sayMinutes } from './say-lock.ts'
import styles from './lock.module.css'

/** How this device is locked, in a sentence, and the button that locks it. */
export function LockSection() {
  const { device, session } = useApp()
  const [unsaved, setUnsaved] = useState(false)
  const { record } = device.vault
  const locked = record !== null && isLocked(record)
  const lock = async () => setUnsaved((await session.lock()) === 'unsaved')
  return (
    <Section title="Lock" lead={sayLock(record)}>
      {unsaved ? (
        <Notice tone="stuck" title="Not locked: your last words are not on the disk yet">
          Wait until the header no longer says “Saving…”, or copy out your work, then lock it.
        </Notice>
      ) : null}
      {locked ? (
        <p>
          It locks itself when nobody has touched it for {sayMinutes(record.lockAfter)}, and
          whenever Corridor is closed. Your work is kept, and is sent once it is unlocked.
        </p>
      ) : (
        <p>
          Whoever has this device can read what is on it. That is all right while all is made up.
        </p>
      )}
      <div className={styles.buttons}>
        {locked ? (
          <Button tone="primary" icon={IconLock} onClick={() => void lock()}>
            Lock now
          </Button>
        ) : null}
        <LinkButton to="/device/lock">{locked ? 'Change the lock' : 'Lock this device'}</LinkButton>
      </div>
    </Section>
  )
}
