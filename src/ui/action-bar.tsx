import type { ReactNode } from 'react'
import styles from './layout.module.css'

/** The actions of a screen, kept where the thumb is, above the navigation and the home bar. */
export function ActionBar({ children, note }: { children: ReactNode; note?: ReactNode }) {
  return (
    <div className={styles.bar}>
      {note === undefined ? null : <div className={styles.barNote}>{note}</div>}
      <div className={styles.barActions}>{children}</div>
    </div>
  )
}
