import { useEffect, useRef, useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { CodePicture } from '../../../ui/code-picture.tsx'
import { useAwake } from '../../../ui/use-awake.ts'
import { sayCount } from '../words.ts'
import styles from './hand-over.module.css'

/** Slow enough for a camera, and below what flashing may be. */
const EACH_MS = 450

const sayLong = (parts: number): string => {
  const seconds = Math.ceil((parts * EACH_MS) / 1000)
  return seconds < 90 ? sayCount(seconds, 'second') : sayCount(Math.ceil(seconds / 60), 'minute')
}

/** Codes one after the other, round and round, for another tablet's camera. */
export function MovingCode({ codes }: { codes: readonly string[] }) {
  const [at, setAt] = useState(0)
  const [moving, setMoving] = useState(
    () => !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
  )
  const whole = useRef<HTMLDivElement>(null)
  useAwake()
  useEffect(() => {
    whole.current?.scrollIntoView({ block: 'center' })
  }, [])
  const next = () => setAt((n) => (n + 1) % codes.length)
  useEffect(() => {
    if (!moving || codes.length < 2) return
    const timer = setInterval(() => setAt((n) => (n + 1) % codes.length), EACH_MS)
    return () => clearInterval(timer)
  }, [moving, codes.length])
  const shown = Math.min(at, codes.length - 1)
  return (
    <div ref={whole} className={styles.moving}>
      <CodePicture
        className={styles.code}
        text={codes[shown] ?? ''}
        label={`Part ${shown + 1} of ${codes.length} of your notes, for the headteacher’s camera`}
      />
      <p>
        <strong>
          Part {shown + 1} of {codes.length}.
        </strong>{' '}
        Turn this screen’s brightness up, and hold the headteacher’s camera so that the code fills
        its picture, until theirs says that all are in.
        {codes.length < 2
          ? null
          : ` One round takes ${sayLong(codes.length)}; missed parts come round again.`}
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
