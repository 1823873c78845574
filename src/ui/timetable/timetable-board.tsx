import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useNarrow } from '../use-narrow.ts'
import { BoardGrid } from './board-grid.tsx'
import { focusSpot, moveOnBoard, spotKey } from './board-keys.ts'
import { BoardList } from './board-list.tsx'
import type { Spot, TimetableProps } from './timetable-types.ts'
import { useDragPerson } from './use-drag-person.ts'
import styles from './board.module.css'

export interface TimetableBoardProps extends TimetableProps {
  /** What is open, or null. When it closes, focus goes back to where it was opened. */
  picked: Spot | null
  onPick: (spot: Spot) => void
  /** A name was dragged from one cell to another. */
  onMove: (person: string, fromCell: string, toCell: string) => void
  /** The editor of what is picked, shown under its row; leave it out if it stands beside. */
  editor?: ReactNode
}

/** What the rows of a board are given. */
export interface BoardRows extends TimetableBoardProps {
  /** The one spot that Tab stops at. */
  stop: string
}

function keysOf({ slots, lanes, cells }: TimetableProps): string[] {
  return slots.flatMap(({ id }) => [
    spotKey({ kind: 'slot', slot: id }),
    ...cells
      .filter((c) => c.slot === id)
      .map((c) => spotKey({ kind: 'cell', slot: id, cell: c.id })),
    ...lanes.map((lane) => spotKey({ kind: 'free', slot: id, lane: lane.id })),
  ])
}

/**
 * A timetable to work on. Arrows go from cell to cell, Enter or a touch opens one; on a phone the
 * same as a list.
 */
export function TimetableBoard(props: TimetableBoardProps) {
  const { picked, onPick, onMove, cells } = props
  const narrow = useNarrow()
  const root = useRef<HTMLDivElement>(null)
  const [last, setLast] = useState('')
  const was = useRef<Spot | null>(null)
  useEffect(() => {
    if (was.current && !picked && root.current) focusSpot(root.current, spotKey(was.current))
    was.current = picked
  }, [picked])
  const drag = useDragPerson(onMove, (id) => {
    const cell = cells.find((c) => c.id === id)
    if (cell) onPick({ kind: 'cell', slot: cell.slot, cell: id })
  })
  const keys = keysOf(props)
  const rows = { ...props, stop: keys.includes(last) ? last : (keys[0] ?? '') }
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys and pointers of the buttons inside come up to here
    <div
      ref={root}
      className={styles.board}
      onKeyDown={moveOnBoard}
      onFocus={(event) => {
        const spot = event.target.dataset['spot']
        if (spot !== undefined) setLast(spot)
      }}
      {...drag.handlers}
    >
      {narrow ? <BoardList {...rows} /> : <BoardGrid {...rows} />}
      <span ref={drag.ghost} className={styles.ghost} hidden aria-hidden />
    </div>
  )
}
