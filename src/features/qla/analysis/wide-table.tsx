import { type ReactNode, useEffect, useRef, useState } from 'react'
import { join } from '../../../ui/join.ts'
import styles from './wide-table.module.css'

interface WideTableProps {
  /** What is in it, for a screen reader. */
  label: string
  /** It has a row for each pupil or question: headings stay in view while its rows move. */
  long?: boolean
  children: ReactNode
}

/** Whether what is inside is wider than the frame. */
function useCut(): [frame: React.RefObject<HTMLDivElement | null>, cut: boolean] {
  const frame = useRef<HTMLDivElement>(null)
  const [cut, setCut] = useState(false)
  useEffect(() => {
    const box = frame.current
    if (box === null || typeof ResizeObserver === 'undefined') return
    const look = () => setCut(box.scrollWidth > box.clientWidth + 1)
    const watch = new ResizeObserver(look)
    watch.observe(box)
    if (box.firstElementChild) watch.observe(box.firstElementChild)
    return () => watch.disconnect()
  }, [])
  return [frame, cut]
}

/** A table in a frame of its own: where it is wider than the screen it moves in there, and says that it does. */
export function WideTable({ label, long = false, children }: WideTableProps) {
  const [frame, cut] = useCut()
  return (
    <div className={styles.wide}>
      {cut ? (
        <p className={styles.cut}>
          <span aria-hidden>↔</span> There is more to the side: swipe the table, or use the arrow
          keys in it.
        </p>
      ) : null}
      <div
        ref={frame}
        className={join(styles.frame, long && styles.long)}
        role="region"
        aria-label={label}
        tabIndex={0}
      >
        {children}
      </div>
    </div>
  )
}
