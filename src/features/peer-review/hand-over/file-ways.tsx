import { useRef, useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { IconDownload, IconFileText, IconSend } from '../../../ui/icons.ts'
import { saveFile } from '../../../ui/save-file.ts'
import styles from './hand-over.module.css'

interface GiveFileProps {
  name: string
  type?: string
  save: string
  text: () => Promise<string>
}

const fileOf = (name: string, type: string, text: string) => new File([text], name, { type })

/** A text as a file: through the share sheet where there is one (AirDrop, Quick Share), or saved (a USB stick). */
export function GiveFile({ name, type = 'text/plain', save, text }: GiveFileProps) {
  const shares = 'canShare' in navigator && navigator.canShare({ files: [fileOf(name, type, 'x')] })
  const share = async () => {
    // Closed without sending: the file can be given again.
    await navigator.share({ files: [fileOf(name, type, await text())] }).catch(() => undefined)
  }
  return (
    <div className={styles.buttons}>
      {shares ? (
        <Button icon={IconSend} onClick={() => void share()}>
          Send nearby
        </Button>
      ) : null}
      <Button
        icon={IconDownload}
        onClick={() => void text().then((all) => saveFile(name, type, all))}
      >
        {save}
      </Button>
    </div>
  )
}

interface TakeFileProps {
  label: string
  button: string
  disabled?: boolean
  onText: (text: string) => void
}

/** A file that is picked, or dropped on it. */
export function TakeFile({ label, button, disabled = false, onText }: TakeFileProps) {
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const take = async (files: FileList | null | undefined) => {
    for (const file of files ?? []) onText(await file.text())
    // The same file may be picked again.
    if (input.current) input.current.value = ''
  }
  return (
    <div
      className={styles.drop}
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        if (!disabled) void take(event.dataTransfer.files)
      }}
    >
      <Button icon={IconFileText} disabled={disabled} onClick={() => input.current?.click()}>
        {button}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        accept=".txt,text/plain"
        aria-label={label}
        hidden
        onChange={(event) => void take(event.currentTarget.files)}
      />
    </div>
  )
}
