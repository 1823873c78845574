import { useState } from 'react'
import { ActionBar } from '../action-bar.tsx'
import { Button, LinkButton } from '../button.tsx'
import { Dialog } from '../dialog.tsx'
import { IconMapPin, IconPlus, IconSend, IconTrash } from '../icons.ts'
import { Section } from '../section.tsx'
import { WhereWord } from '../where-word.tsx'
import { sayWhere } from '../where-words.ts'
import styles from './kit.module.css'

/** Buttons, the dialog and the bar under the thumb. */
export function KitActions() {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Section title="Buttons">
        <div className={styles.row}>
          <Button tone="primary" icon={IconPlus}>
            Add note
          </Button>
          <Button icon={IconMapPin}>Set place</Button>
          <Button tone="danger" icon={IconTrash} onClick={() => setOpen(true)}>
            Delete note
          </Button>
          <Button tone="plain">Not now</Button>
          <Button tone="primary" busy>
            Sending
          </Button>
          <Button disabled>Nothing to send</Button>
          <LinkButton to="#letter">Open the letter</LinkButton>
        </div>
      </Section>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title="Delete this note?"
        closeLabel="Keep it"
        confirm={{ label: 'Delete note', tone: 'danger', onConfirm: () => setOpen(false) }}
      >
        <p>It goes from this device and, when there is signal, from the team’s list.</p>
      </Dialog>
      <ActionBar note={<WhereWord {...sayWhere({ at: 'trust', time: '10:42' })} />}>
        <Button>Read the timetable</Button>
        <Button tone="primary" icon={IconSend}>
          Hand over
        </Button>
      </ActionBar>
    </>
  )
}
