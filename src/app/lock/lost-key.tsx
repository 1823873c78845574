import { useEffect, useState } from 'react'
import { CorridorDatabase } from '../../store/db.ts'
import type { JournalKeys } from '../../store/ports.ts'
import { sealedCopy, unsentAsItLies } from '../../store/vault/sealed-copy.ts'
import type { Vault } from '../../store/vault/vault.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { IconDownload } from '../../ui/icons.ts'
import { Notice } from '../../ui/notice.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { Section } from '../../ui/section.tsx'
import { clearPerson } from '../clear-device.ts'
import styles from './lock.module.css'

interface Unsent {
  readonly rows: readonly JournalKeys[]
  /** Steps of reviews that the trust has not confirmed. */
  readonly steps: number
}

/** What is nowhere else; null until they are counted, or if the store does not answer. */
function useUnsent(vault: Vault): Unsent | null {
  const [unsent, setUnsent] = useState<Unsent | null>(null)
  useEffect(() => {
    let gone = false
    const db = new CorridorDatabase(vault.person)
    Promise.all([unsentAsItLies(db), db.proposals.filter((p) => p.declined === null).count()])
      .then(([rows, steps]) => {
        if (!gone) setUnsent({ rows, steps })
      })
      .catch(() => undefined) // The words below do without the number.
      .finally(() => db.close())
    return () => {
      gone = true
    }
  }, [vault])
  return unsent
}

const saySteps = (steps: number): string =>
  steps === 0
    ? ''
    : ` ${steps} ${steps === 1 ? 'step of a review waits' : 'steps of reviews wait'} for the trust’s word and must be made again.`

const sayUnsent = (unsent: Unsent | null): string => {
  if (unsent === null) return 'What had not been sent yet can no longer be read by anybody.'
  const { rows, steps } = unsent
  if (rows.length === 0)
    return `Everything written here had been sent${steps === 0 ? ': nothing is lost' : ''}.${saySteps(steps)}`
  return `${rows.length} ${rows.length === 1 ? 'change' : 'changes'} had not been sent yet. Without the passphrase or a passkey nobody can read ${rows.length === 1 ? 'it' : 'them'}, also not the people who made Corridor.${saySteps(steps)}`
}

/** No passphrase and no passkey: what is lost, what can be carried out sealed, and how to begin again. */
export function LostKey({ vault, onStart }: { vault: Vault; onStart: () => void }) {
  const unsent = useUnsent(vault)
  const rows = unsent?.rows ?? null
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState(false)
  const { record } = vault
  const rescue = () => {
    if (!record || !rows) return
    const stamp = new Date().toISOString().slice(0, 10)
    const text = sealedCopy(vault.person, record, rows, Date.now())
    saveFile(`corridor-sealed-${stamp}.json`, 'application/json', text)
  }
  const startAgain = async () => {
    setBusy(true)
    try {
      await clearPerson(vault, [])
      onStart()
    } catch {
      setTrouble(true)
      setBusy(false)
      setAsking(false)
    }
  }
  return (
    <Section
      title="If you cannot open it"
      lead={`What was sent is safe at the trust and comes back when you sign in. ${sayUnsent(unsent)}`}
    >
      {trouble ? (
        <Notice tone="stuck" title="This device’s store did not answer">
          Close other windows of this browser, then try again.
        </Notice>
      ) : null}
      {rows !== null && rows.length > 0 ? (
        <p>
          Save a sealed copy first. It opens with the passphrase, should you find it: bring it in
          under “This device”.
        </p>
      ) : null}
      <div className={styles.buttons}>
        {rows !== null && rows.length > 0 ? (
          <Button icon={IconDownload} onClick={rescue}>
            Save a sealed copy
          </Button>
        ) : null}
        <Button tone="danger" onClick={() => setAsking(true)}>
          Start afresh on this device
        </Button>
      </div>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title="Take this work off the device?"
        closeLabel="Keep it here, locked"
        confirm={{
          label: 'Take it off and start afresh',
          tone: 'danger',
          busy,
          onConfirm: () => void startAgain(),
        }}
      >
        <p>{sayUnsent(unsent)}</p>
        <p>After this you sign in, which needs signal, and choose a new lock.</p>
      </Dialog>
    </Section>
  )
}
