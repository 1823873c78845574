import { useEffect, useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { CodePicture } from '../../../ui/code-picture.tsx'
import styles from './hand-over.module.css'

/** Slow enough for a camera, and below what flashing may be. */
const EACH_MS = 450

/** Codes one after the other, round and round, for another tablet's camera. */
export function MovingCode({ codes }: { codes: readonly string[] }) {
  const [at, setAt] = useState(0)
  const [moving, setMoving] = useState(
    () => !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
  )
  const next = () => setAt((n) => (n + 1) % codes.length)
  useEffect(() => {
    if (!moving || codes.length < 2) return
    const timer = setInterval(() => setAt((n) => (n + 1) % codes.length), EACH_MS)
    return () => clearInterval(timer)
  }, [moving, codes.length])
  const shown = Math.min(at, codes.length - 1)
  return (
    <div className={styles.moving}>
      <CodePicture
        className={styles.code}
        text={codes[shown] ?? ''}
        ecc="L"
        label={`Part ${shown + 1} of ${codes.length} of your notes, for the headteacher’s camera`}
      />
      <p>
        Part {shown + 1} of {codes.length}. Hold the headteacher’s camera in front of it until
        theirs says that all parts are in. Missed parts come round again.
      </p>
      {codes.length < 2 ? null : (
        <div className={styles.buttons}>
          <Button onClick={() => setMoving(!moving)}>{moving ? 'Pause' : 'Go on'}</Button>
          {moving ? null : <Button onClick={next}>Next part</Button>}
        </div>
      )}
    </div>
  )
}
