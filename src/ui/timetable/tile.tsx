import type { ReactNode } from 'react'
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
  /** On a board a button stands for the title; it takes the class that it is given. */
  opener?: ((className: string) => ReactNode) | undefined
  picked?: boolean | undefined
}

/** One thing that happens, with the pattern of each lane it belongs to down its edge. */
export function Tile({ cell, lanes, whose, opener, picked = false }: TileProps) {
  return (
    <div
      className={join(
        styles.tile,
        cell.mine === true && styles.mine,
        cell.current === true && styles.now,
        picked && styles.picked,
      )}
      data-cell={opener ? cell.id : undefined}
    >
      <span className={styles.edge}>
        {lanes.map((lane) => (
          <LaneMark key={lane.id} pattern={lane.pattern} tall />
        ))}
      </span>
      <div className={styles.words}>
        <Title cell={cell} opener={opener} />
        {whose === undefined ? null : <span className={styles.whose}>{whose}</span>}
        {cell.detail === undefined ? null : <span className={styles.detail}>{cell.detail}</span>}
        <People cell={cell} movable={opener !== undefined} />
        <Marks cell={cell} />
      </div>
    </div>
  )
}

function Title({ cell, opener }: Pick<TileProps, 'cell' | 'opener'>) {
  if (opener) return opener(styles.title ?? '')
  if (cell.to === undefined) return <span className={styles.title}>{cell.title}</span>
  return (
    <Link to={cell.to} className={styles.title}>
      {cell.title}
    </Link>
  )
}

function People({ cell, movable }: { cell: TimetableCell; movable: boolean }) {
  if (cell.people === undefined || cell.people.length === 0) return null
  return (
    <ul className={styles.people}>
      {cell.people.map(({ id, name }) => (
        <li key={id} className={join(movable && styles.movable)} data-person={id}>
          {name}
        </li>
      ))}
    </ul>
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
