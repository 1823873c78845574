import type { Counts } from '../../domain/checks/counts.ts'
import styles from './walk.module.css'

type Tile = readonly [keyof Counts, string]
const ALWAYS: readonly Tile[] = [
  ['pass', 'Pass'],
  ['fail', 'Fail'],
  ['n/a', 'N/A'],
  ['not_checked', 'Not checked'],
]
const IF_ANY: readonly Tile[] = [
  ['other', 'Answered'],
  ['differs', 'Answered differently'],
  ['open', 'Still open'],
]

/** The counts of a walk, large enough to read out. */
export function CountTiles({ counts }: { counts: Counts }) {
  const checks = ALWAYS.some(([kind]) => counts[kind] > 0)
  const tiles = [...(checks ? ALWAYS : []), ...IF_ANY.filter(([kind]) => counts[kind] > 0)]
  return (
    <dl className={styles.counts} aria-label="Counts">
      {tiles.map(([kind, words]) => (
        <div key={kind} className={styles.count}>
          <dt>{words}</dt>
          <dd>{counts[kind]}</dd>
        </div>
      ))}
    </dl>
  )
}
