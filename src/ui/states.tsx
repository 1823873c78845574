import type { ReactNode } from 'react'
import { Glyph, type IconType } from './glyph.tsx'
import { IconAlertTriangle, IconNotebook, IconShieldCheck } from './icons.ts'
import { join } from './join.ts'
import { Spinner } from './spinner.tsx'
import styles from './states.module.css'

export interface EmptyStateProps {
  title: string
  children: ReactNode
  /** The next step, usually one primary button. */
  action?: ReactNode
  icon?: IconType
}

/** Nothing here yet: say what belongs here and how to begin. */
export function EmptyState({ title, children, action, icon = IconNotebook }: EmptyStateProps) {
  return (
    <div className={styles.state}>
      <span className={styles.icon}>
        <Glyph icon={icon} size={40} />
      </span>
      <h2>{title}</h2>
      <div className={styles.words}>{children}</div>
      {action === undefined ? null : <div className={styles.action}>{action}</div>}
    </div>
  )
}

/** Work that takes time. Say what is being opened, not "Loading". */
export function LoadingState({ label, detail }: { label: string; detail?: string }) {
  return (
    <div className={join(styles.state, styles.loading)}>
      <Spinner label={label} size={40} visible />
      {detail === undefined ? null : <p className={styles.words}>{detail}</p>}
    </div>
  )
}

export interface ErrorStateProps {
  title: string
  /** What happened, in a sentence. */
  happened: ReactNode
  /** What is safe. Never left out: it is the first thing people fear for. */
  safe: ReactNode
  action?: ReactNode
}

/** Something went wrong: what happened, what is safe, and the next step. */
export function ErrorState({ title, happened, safe, action }: ErrorStateProps) {
  return (
    <div className={join(styles.state, styles.error)} role="alert">
      <span className={styles.icon}>
        <Glyph icon={IconAlertTriangle} size={40} />
      </span>
      <h2>{title}</h2>
      <div className={styles.words}>{happened}</div>
      <div className={styles.safe}>
        <Glyph icon={IconShieldCheck} />
        <div>{safe}</div>
      </div>
      {action === undefined ? null : <div className={styles.action}>{action}</div>}
    </div>
  )
}
