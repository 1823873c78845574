import { useEffect, useRef, useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { readCodes, type CodeReader } from './read-codes.ts'
import styles from './hand-over.module.css'

interface CameraProps {
  label: string
  onCode: (text: string) => void
  onClose: () => void
  /** How far it is, in words. */
  progress: string
}

/** The camera's picture, and what has been read of the codes in front of it. */
export function Camera({ label, onCode, onClose, progress }: CameraProps) {
  const video = useRef<HTMLVideoElement>(null)
  const tell = useRef(onCode)
  tell.current = onCode
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    let reader: CodeReader | null = null
    let over = false
    const open = async () => {
      if (!video.current) return
      reader = await readCodes(video.current, (text) => tell.current(text))
      if (over) reader.stop()
    }
    open().catch(() => setFailed(!over))
    return () => {
      over = true
      reader?.stop()
    }
  }, [])
  if (failed)
    return (
      <Notice
        tone="warn"
        title="The camera cannot be used here"
        action={<Button onClick={onClose}>Close the camera</Button>}
      >
        Allow Corridor to use it in the browser’s settings, or pass the notes on as a file.
      </Notice>
    )
  return (
    <div className={styles.moving}>
      <video ref={video} className={styles.video} muted playsInline aria-label={label} />
      <p role="status">{progress}</p>
      <Button onClick={onClose}>Close the camera</Button>
    </div>
  )
}
