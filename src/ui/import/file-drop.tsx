import { useId, useRef, useState, type DragEvent, type ReactNode } from 'react'
import { Button } from '../button.tsx'
import { join } from '../join.ts'
import hidden from '../visually-hidden.module.css'
import styles from './import.module.css'

export interface FileDropProps {
  label: string
  hint: ReactNode
  busy: boolean
  /** Kinds of file, as the browser's picker takes them; spreadsheets unless told. */
  accept?: string
  onFile: (file: File) => void
}

const SPREADSHEETS =
  '.csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A place to drop a file, with a button that does the same. */
export function FileDrop({ label, hint, busy, accept = SPREADSHEETS, onFile }: FileDropProps) {
  const box = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const id = useId()
  const take = (files: FileList | null) => {
    const file = files?.[0]
    if (file) onFile(file)
  }
  const hold = (event: DragEvent) => {
    // Without this the browser opens the file in place of the app.
    event.preventDefault()
    setOver(true)
  }
  return (
    <div
      className={join(styles.drop, over && styles.over)}
      onDragOver={hold}
      onDragEnter={hold}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        take(event.dataTransfer.files)
      }}
    >
      <input
        ref={box}
        id={id}
        type="file"
        accept={accept}
        className={hidden.hidden}
        aria-label={label}
        tabIndex={-1}
        onChange={(event) => {
          take(event.currentTarget.files)
          // The same file, mended, is a choice again.
          event.currentTarget.value = ''
        }}
      />
      <Button tone="primary" busy={busy} onClick={() => box.current?.click()}>
        {label}
      </Button>
      <div className={styles.dropHint}>{hint}</div>
    </div>
  )
}
