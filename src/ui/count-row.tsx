import type { ReactNode } from 'react'
import { Badge } from './badge.tsx'
import { Link } from './link.tsx'
import type { Tone } from './tone.ts'
import styles from './count-row.module.css'

export interface CountRowProps {
  name: string
  /** "14 notes", "3 to send": the number and its noun, ready to read. */
  count: string
  /** "last heard 10:42", or what is known instead. */
  heard?: ReactNode
  tone: Tone | 'neutral'
  word: string
  to?: string | undefined
}

/** One person in a count: name, how many, when last heard, how it stands. Goes inside CountList. */
export function CountRow({ name, count, heard, tone, word, to }: CountRowProps) {
  return (
    <li className={styles.row}>
      <span className={styles.name}>{to === undefined ? name : <Link to={to}>{name}</Link>}</span>
      <span>{count}</span>
      <span className={styles.heard}>{heard}</span>
      <span className={styles.word}>
        <Badge tone={tone}>{word}</Badge>
      </span>
    </li>
  )
}

export interface CountListProps {
  label: string
  children: ReactNode
  /** The sum, under a double rule like a bill. */
  total?: ReactNode
}

/** People and their counts, one line each. */
export function CountList({ label, children, total }: CountListProps) {
  return (
    <div>
      <ul className={styles.list} aria-label={label}>
        {children}
      </ul>
      {total === undefined ? null : <p className={styles.total}>{total}</p>}
    </div>
  )
}
