import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { Button, type ButtonTone } from './button.tsx'
import styles from './dialog.module.css'

export interface DialogProps {
  open: boolean
  onClose: () => void
  title: string
  children?: ReactNode
  /** The verb: "Hand over", "Delete note". Left out, the dialog only tells. */
  confirm?: { label: string; onConfirm: () => void; tone?: ButtonTone; busy?: boolean }
  /** What the way out is called. Never "Cancel" where that could mean the deed. */
  closeLabel?: string
}

/** A question over the page, with verbs for answers. Escape and the way out do the same. */
export function Dialog({
  open,
  onClose,
  title,
  children,
  confirm,
  closeLabel = 'Go back',
}: DialogProps) {
  return (
    // Put together from parts: Mantine's whole Modal adds a second banner landmark to the page.
    <Modal.Root opened={open} onClose={onClose}>
      <Modal.Overlay className={styles.overlay ?? ''} />
      <Modal.Content className={styles.content ?? ''}>
        <Modal.Title className={styles.title ?? ''}>{title}</Modal.Title>
        <Modal.Body className={styles.body ?? ''}>
          <div className={styles.words}>{children}</div>
          <div className={styles.actions}>
            <Button onClick={onClose}>{closeLabel}</Button>
            {confirm === undefined ? null : (
              <Button
                tone={confirm.tone ?? 'primary'}
                busy={confirm.busy}
                onClick={confirm.onConfirm}
              >
                {confirm.label}
              </Button>
            )}
          </div>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
