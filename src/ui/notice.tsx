import type { ReactNode } from 'react'
import { Glyph } from './glyph.tsx'
import { join } from './join.ts'
import { toneIcon, type Tone } from './tone.ts'
import styles from './notice.module.css'

export interface NoticeProps {
  tone: Tone
  title: string
  children?: ReactNode
  action?: ReactNode
  /** A notice that was on the screen from the start need not be said aloud. */
  live?: boolean
}

/** A plain message in the page with what to do next. 'stuck' interrupts a screen reader; others wait. */
export function Notice({ tone, title, children, action, live = true }: NoticeProps) {
  const role = tone === 'stuck' ? 'alert' : 'status'
  return (
    <div className={join(styles.notice, styles[tone])} role={live ? role : undefined}>
      <span className={styles.icon}>
        <Glyph icon={toneIcon[tone]} size={28} />
      </span>
      <div className={styles.words}>
        <p className={styles.title}>{title}</p>
        {children === undefined ? null : <div>{children}</div>}
      </div>
      {action === undefined ? null : <div className={styles.action}>{action}</div>}
    </div>
  )
}
