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
  if (cell.mine !== true && cell.current !== true && cell.warning === undefined) return null
  return (
    <span className={styles.marks}>
      {cell.current === true ? <span className={styles.nowWord}>Now</span> : null}
      {cell.mine === true ? <Badge icon={IconUser}>You</Badge> : null}
      {cell.warning === undefined ? null : <Badge tone="warn">{cell.warning}</Badge>}
    </span>
  )
}
