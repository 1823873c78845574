import { useEffect, useId, useRef, type ReactNode } from 'react'
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

/**
 * A question over the page, with verbs for answers. Escape and the way out do the same; the way out
 * has focus first. The browser's own dialog: it keeps focus inside and gives it back after.
 */
export function Dialog(props: DialogProps) {
  const { open, onClose, title, children, confirm, closeLabel = 'Go back' } = props
  const box = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const dialog = box.current
    if (!open || dialog === null) return
    dialog.showModal()
    return () => dialog.close()
  }, [open])
  return (
    <dialog
      ref={box}
      className={styles.dialog}
      aria-labelledby={open ? id : undefined}
      onCancel={(event) => {
        // The one who opened it says when it closes.
        event.preventDefault()
        onClose()
      }}
    >
      {/* The box itself stays: closing it is what gives focus back to where it came from. */}
      {open ? (
        <>
          <h2 id={id}>{title}</h2>
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
        </>
      ) : null}
    </dialog>
  )
}
