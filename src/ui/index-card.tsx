import { Children, type ReactNode } from 'react'
import { join } from './join.ts'
import { Link } from './link.tsx'
import styles from './index-card.module.css'

export interface IndexCardProps {
  title: ReactNode
  /** Short facts under the heading: place, time, who. */
  meta?: readonly ReactNode[]
  /** What was written. Plain text keeps its line breaks. */
  children?: ReactNode
  /** Badges along the foot. */
  chips?: ReactNode
  actions?: ReactNode
  /** Makes the heading a link that covers the whole card. */
  to?: string | undefined
  headingLevel?: 2 | 3 | 4
  /** Faint ruled lines behind the text, for things people wrote. */
  ruled?: boolean
}

/** A paper card: heading above a red line, facts, text, chips. */
export function IndexCard(props: IndexCardProps) {
  const { title, meta, children, chips, actions, to, headingLevel = 3, ruled = false } = props
  const Heading = `h${headingLevel}` as const
  const facts = meta?.filter((fact) => fact !== null && fact !== undefined && fact !== '') ?? []
  return (
    <article className={join(styles.card, to !== undefined && styles.linked)}>
      <header className={styles.head}>
        <Heading className={styles.title}>
          {to === undefined ? (
            title
          ) : (
            <Link to={to} className={styles.link}>
              {title}
            </Link>
          )}
        </Heading>
        {facts.length === 0 ? null : (
          <ul className={styles.meta}>
            {facts.map((fact, index) => (
              <li key={index}>{fact}</li>
            ))}
          </ul>
        )}
      </header>
      {children === undefined ? null : (
        <div className={join(styles.body, ruled && styles.ruled)}>{children}</div>
      )}
      {chips === undefined && actions === undefined ? null : (
        <footer className={styles.foot}>
          <div className={styles.chips}>{chips}</div>
          {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
        </footer>
      )}
    </article>
  )
}

export interface CardListProps {
  label: string
  children: ReactNode
  /** 'one' keeps a single column, for reading in order. */
  columns?: 'one' | 'auto'
}

/** Cards as a list, so that a screen reader says how many there are. */
export function CardList({ label, children, columns = 'auto' }: CardListProps) {
  return (
    <ul className={join(styles.list, styles[columns])} aria-label={label}>
      {Children.map(children, (child) => (child === null ? null : <li>{child}</li>))}
    </ul>
  )
}
