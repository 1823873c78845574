import { Badge } from '../badge.tsx'
import { join } from '../join.ts'
import { isPicked, SpotButton } from './spot-button.tsx'
import type { BoardRows } from './timetable-board.tsx'
import type { Slot } from './timetable-types.ts'
import styles from './timetable.module.css'
import board from './board.module.css'

/** The time of a row as a button: it opens the slot itself. */
export function SpotTime({ board: rows, slot }: { board: BoardRows; slot: Slot }) {
  const spot = { kind: 'slot', slot: slot.id } as const
  return (
    <>
      {slot.id === rows.now ? <span className={styles.nowWord}>Now</span> : null}
      <SpotButton
        board={rows}
        spot={spot}
        column={0}
        className={join(board.time, isPicked(rows.picked, spot) && board.picked)}
      >
        <span className={styles.time}>
          {slot.start}–{slot.end}
        </span>
        {slot.title === undefined ? null : <span className={styles.slotTitle}>{slot.title}</span>}
      </SpotButton>
      {slot.warning === undefined ? null : <Badge tone="warn">{slot.warning}</Badge>}
    </>
  )
}
