import type { RepGuard } from '../../../domain/rep/review.ts'
import { Badge } from '../../../ui/badge.tsx'
import styles from './review.module.css'

const SIGNS = {
  stop: { tone: 'stuck', words: 'Needed' },
  ask: { tone: 'warn', words: 'Asked' },
  show: { tone: 'info', words: 'To know' },
} as const

/** What stands before a step, what must be put right first. */
export function Guards({ guards }: { guards: readonly RepGuard[] }) {
  if (guards.length === 0) return null
  const order = Object.keys(SIGNS)
  const sorted = guards.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
  return (
    <ul className={styles.lines}>
      {sorted.map(({ kind, words }) => (
        <li key={words} className={styles.line}>
          <span className={styles.lineWords}>{words}</span>
          <Badge tone={SIGNS[kind].tone}>{SIGNS[kind].words}</Badge>
        </li>
      ))}
    </ul>
  )
}
