import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { Button } from '../../../ui/button.tsx'
import { IconCheck } from '../../../ui/icons.ts'
import styles from './timetable.module.css'

interface EditorPanelProps {
  title: string
  onClose: () => void
  children: ReactNode
}

/**
 * The editor of one cell. It takes focus when it opens; Escape or Done closes it. Where a button
 * inside goes away under the finger, its heading keeps the focus.
 */
export function EditorPanel({ title, onClose, children }: EditorPanelProps) {
  const id = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  const inside = useRef(true)
  useEffect(() => heading.current?.focus(), [])
  useEffect(() => {
    if (inside.current && document.activeElement === document.body) heading.current?.focus()
  })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    onClose()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape comes up to here from every field
    <section
      aria-labelledby={id}
      className={styles.editor}
      onKeyDown={onKeyDown}
      onFocus={() => (inside.current = true)}
      onBlur={(event) => (inside.current = event.relatedTarget === null)}
    >
      <div className={styles.editorHead}>
        <h2 id={id} ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <Button icon={IconCheck} onClick={onClose}>
          Done
        </Button>
      </div>
      {children}
    </section>
  )
}
