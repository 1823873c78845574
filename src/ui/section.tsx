import { useId, type ReactNode } from 'react'
import styles from './layout.module.css'

export interface SectionProps {
  title: string
  lead?: ReactNode
  actions?: ReactNode
  children: ReactNode
}

/** A part of a page under its own h2, a landmark that screen readers can jump to. */
export function Section({ title, lead, actions, children }: SectionProps) {
  const id = useId()
  return (
    <section aria-labelledby={id} className={styles.section}>
      <div className={styles.sectionHead}>
        <h2 id={id}>{title}</h2>
        {actions === undefined ? null : <div className={styles.sectionActions}>{actions}</div>}
      </div>
      {lead === undefined ? null : <p className={styles.sectionLead}>{lead}</p>}
      <div className={styles.stack}>{children}</div>
    </section>
  )
}
