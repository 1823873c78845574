import { useEffect, useId, useRef, type ReactNode } from 'react'
import styles from './sheet.module.css'

interface FullSheetProps {
  title: string
  onClose: () => void
  children: ReactNode
}

/** The whole screen for one thing, such as a camera. Escape leaves it. */
export function FullSheet({ title, onClose, children }: FullSheetProps) {
  const box = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const dialog = box.current
    dialog?.showModal()
    return () => dialog?.close()
  }, [])
  return (
    <dialog
      ref={box}
      className={styles.sheet}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <h2 id={id} className={styles.title}>
        {title}
      </h2>
      {children}
    </dialog>
  )
}
