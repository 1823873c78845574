import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from './button.tsx'
import { Glyph, type IconType } from './glyph.tsx'
import { join } from './join.ts'
import styles from './hold-button.module.css'

/** How long it is held, milliseconds; the filling in the style sheet takes as long. */
const HOLD_MS = 2000

export interface HoldButtonProps {
  children: ReactNode
  icon?: IconType
  /** Asked after a short press, for those who cannot hold: "Pass for all 4?" */
  question: string
  /** The verb of the answer: "Yes, all pass". */
  yes: string
  onHeld: () => void
}

const isPress = ({ key }: KeyboardEvent) => key === 'Enter' || key === ' '

/**
 * Something that must not happen by a slip: pressed and held for two seconds by finger, mouse or key,
 * while it fills. A short press asks instead, so that whoever cannot hold can do it too.
 */
export function HoldButton({ children, icon, question, yes, onHeld }: HoldButtonProps) {
  const [holding, setHolding] = useState(false)
  const [asking, setAsking] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const held = useRef(false)
  useEffect(() => () => clearTimeout(timer.current), [])
  const start = () => {
    if (holding) return
    held.current = false
    setHolding(true)
    setAsking(false)
    timer.current = setTimeout(() => {
      held.current = true
      setHolding(false)
      onHeld()
    }, HOLD_MS)
  }
  const stop = () => {
    clearTimeout(timer.current)
    setHolding(false)
  }
  return (
    <div className={styles.hold}>
      <button
        type="button"
        className={join(styles.button, holding && styles.holding)}
        onPointerDown={start}
        onPointerUp={stop}
        onPointerLeave={stop}
        onPointerCancel={stop}
        onBlur={stop}
        onContextMenu={(event) => event.preventDefault()}
        onKeyDown={(event) => {
          if (!isPress(event)) return
          event.preventDefault()
          if (!event.repeat) start()
        }}
        onKeyUp={(event) => {
          if (!isPress(event)) return
          event.preventDefault()
          stop()
          if (!held.current) setAsking(true)
        }}
        onClick={() => {
          if (!held.current) setAsking(true)
          held.current = false
        }}
      >
        <span className={styles.fill} aria-hidden />
        <span className={styles.words}>
          {icon ? <Glyph icon={icon} /> : null}
          <span>{children}</span>
        </span>
        <span className={styles.hint}>{holding ? 'Keep holding…' : 'Hold for two seconds'}</span>
      </button>
      {asking ? (
        <div className={styles.ask} role="status">
          <span>{question}</span>
          <Button
            tone="primary"
            onClick={() => {
              setAsking(false)
              onHeld()
            }}
          >
            {yes}
          </Button>
          <Button onClick={() => setAsking(false)}>Not yet</Button>
        </div>
      ) : null}
    </div>
  )
}
