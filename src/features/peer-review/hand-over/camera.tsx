import { useCallback, useEffect, useRef, useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { useAwake } from '../../../ui/use-awake.ts'
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx'
import { readCodes, type CodeReader } from './read-codes.ts'
import styles from './hand-over.module.css'

/** So long nothing is read before help is offered. */
const HELP_MS = 5000

interface CameraProps {
  label: string
  onCode: (text: string) => void
  onClose: () => void
  /** How far it is, in words. */
  progress: string
  /** Parts read, of how many, once the first is read. */
  parts?: { read: number; of: number } | undefined
}

/** Whether nothing has been heard for a while. */
function useQuiet(): { quiet: boolean; heard: () => void } {
  const [quiet, setQuiet] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const wait = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setQuiet(true), HELP_MS)
  }, [])
  const heard = useCallback(() => {
    setQuiet(false)
    wait()
  }, [wait])
  useEffect(() => {
    wait()
    return () => clearTimeout(timer.current)
  }, [wait])
  return { quiet, heard }
}

/** Parts come twice a second; who listens hears of each quarter. */
const sayQuarter = ({ read, of }: { read: number; of: number }): string =>
  ['', 'A quarter of the parts is in.', 'Half of the parts are in.', 'Three quarters are in.'][
    Math.floor((read / of) * 4)
  ] ?? ''

/** The camera's picture, and what has been read of the codes in front of it. */
export function Camera({ label, onCode, onClose, progress, parts }: CameraProps) {
  const video = useRef<HTMLVideoElement>(null)
  const { quiet, heard } = useQuiet()
  const tell = useRef(onCode)
  tell.current = onCode
  const [failed, setFailed] = useState(false)
  useAwake()
  useEffect(() => {
    let reader: CodeReader | null = null
    let over = false
    const open = async () => {
      if (!video.current) return
      video.current.scrollIntoView({ block: 'center' })
      reader = await readCodes(video.current, (text) => {
        heard()
        tell.current(text)
      })
      if (over) reader.stop()
    }
    open().catch(() => setFailed(!over))
    return () => {
      over = true
      reader?.stop()
    }
  }, [heard])
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
      {parts ? (
        <progress
          className={styles.progress}
          max={parts.of}
          value={parts.read}
          aria-label="Parts read"
        />
      ) : null}
      <p>{progress}</p>
      <div role="status">
        {quiet
          ? 'Nothing read for a while. Bring the whole code into the picture and let it fill most of it, hold both tablets still, and turn the other screen’s brightness up.'
          : parts && <VisuallyHidden>{sayQuarter(parts)}</VisuallyHidden>}
      </div>
      <Button onClick={onClose}>Close the camera</Button>
    </div>
  )
}
