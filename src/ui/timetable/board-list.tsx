import { join } from '../join.ts'
import { LaneHead } from './timetable-grid.tsx'
import { isPicked, SpotButton } from './spot-button.tsx'
import { sayLanes } from './spans.ts'
import { SpotTime } from './spot-time.tsx'
import { Tile } from './tile.tsx'
import type { BoardRows } from './timetable-board.tsx'
import type { Lane, Slot, TimetableCell } from './timetable-types.ts'
import styles from './timetable.module.css'
import board from './board.module.css'

/** The board for a phone: one time after another, with what happens in it under it. */
export function BoardList(props: BoardRows) {
  const { caption, slots, lanes, now, picked, editor } = props
  return (
    <section aria-label={caption}>
      <p className={styles.caption}>{caption}</p>
      <ul className={styles.legend} aria-label="Groups">
        {lanes.map((lane) => (
          <li key={lane.id}>
            <LaneHead lane={lane} />
          </li>
        ))}
      </ul>
      <ol className={styles.list}>
        {slots.map((slot) => (
          <li
            key={slot.id}
            data-row
            className={join(styles.listSlot, slot.id === now && styles.listNow)}
          >
            <div className={styles.listTime}>
              <SpotTime board={props} slot={slot} />
            </div>
            <Tiles rows={props} slot={slot} />
            {picked?.slot === slot.id ? editor : null}
          </li>
        ))}
      </ol>
    </section>
  )
}

const inLane = (cell: TimetableCell, lane: Lane) =>
  cell.lanes === 'all' || cell.lanes.includes(lane.id)

function Tiles({ rows, slot }: { rows: BoardRows; slot: Slot }) {
  const here = rows.cells.filter((cell) => cell.slot === slot.id)
  const free = rows.lanes.filter((lane) => !here.some((cell) => inLane(cell, lane)))
  return (
    <div className={styles.tiles}>
      {here.map((cell) => {
        const spot = { kind: 'cell', slot: slot.id, cell: cell.id } as const
        return (
          <Tile
            key={cell.id}
            cell={cell}
            lanes={rows.lanes.filter((lane) => inLane(cell, lane))}
            whose={sayLanes(rows.lanes, cell)}
            picked={isPicked(rows.picked, spot)}
            opener={(className) => (
              <SpotButton board={rows} spot={spot} column={1} className={className}>
                {cell.title}
              </SpotButton>
            )}
          />
        )
      })}
      {free.map((lane) => (
        <SpotButton
          key={lane.id}
          board={rows}
          spot={{ kind: 'free', slot: slot.id, lane: lane.id }}
          column={1}
          className={board.free}
        >
          {lane.label}: free
        </SpotButton>
      ))}
    </div>
  )
}
