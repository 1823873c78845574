import { Badge } from '../badge.tsx'
import { IconUser } from '../icons.ts'
import { join } from '../join.ts'
import { Link } from '../link.tsx'
import { LaneMark } from './lane-mark.tsx'
import type { Lane, TimetableCell } from './timetable-types.ts'
import styles from './tile.module.css'

export interface TileProps {
  cell: TimetableCell
  lanes: readonly Lane[]
  /** Says whose it is; a table's headings say it already. */
  whose?: string | undefined
}

/** One thing that happens, with the pattern of each lane it belongs to down its edge. */
export function Tile({ cell, lanes, whose }: TileProps) {
  return (
    <div
      className={join(
        styles.tile,
        cell.mine === true && styles.mine,
        cell.current === true && styles.now,
      )}
    >
      <span className={styles.edge}>
        {lanes.map((lane) => (
          <LaneMark key={lane.id} pattern={lane.pattern} tall />
        ))}
      </span>
      <div className={styles.words}>
        {cell.to === undefined ? (
          <span className={styles.title}>{cell.title}</span>
        ) : (
          <Link to={cell.to} className={styles.title}>
            {cell.title}
          </Link>
        )}
        {whose === undefined ? null : <span className={styles.whose}>{whose}</span>}
        {cell.detail === undefined ? null : <span className={styles.detail}>{cell.detail}</span>}
        <Marks cell={cell} />
      </div>
    </div>
  )
}

function Marks({ cell }: { cell: TimetableCell }) {
  const { mine = false, current = false, warning } = cell
  if (!mine && !current && warning === undefined) return null
  return (
    <span className={styles.marks}>
      {current ? <span className={styles.nowWord}>{mine ? 'You are here' : 'Now'}</span> : null}
      {mine && !current ? <Badge icon={IconUser}>You</Badge> : null}
      {warning === undefined ? null : <Badge tone="warn">{warning}</Badge>}
    </span>
  )
}
