import { useId } from 'react'
import { join } from '../join.ts'
import { LaneMark } from './lane-mark.tsx'
import { sayLanes } from './spans.ts'
import { Tile } from './tile.tsx'
import type { TimetableProps } from './timetable-types.ts'
import styles from './timetable.module.css'

/** The same day for a phone: one time after another, each thing with the names of its lanes. */
export function TimetableList({ caption, slots, lanes, cells, now }: TimetableProps) {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <p id={id} className={styles.caption}>
        {caption}
      </p>
      <ul className={styles.legend} aria-label="Lanes">
        {lanes.map((lane) => (
          <li key={lane.id} className={styles.lane}>
            <LaneMark pattern={lane.pattern} />
            <span>{lane.label}</span>
          </li>
        ))}
      </ul>
      <ol className={styles.list}>
        {slots.map((slot) => (
          <li key={slot.id} className={join(styles.listSlot, slot.id === now && styles.listNow)}>
            <div className={styles.listTime}>
              <span className={styles.time}>
                {slot.start}–{slot.end}
              </span>
              {slot.title === undefined ? null : (
                <span className={styles.slotTitle}>{slot.title}</span>
              )}
              {slot.id === now ? <span className={styles.nowWord}>Now</span> : null}
            </div>
            <div className={styles.tiles}>
              {cells
                .filter((cell) => cell.slot === slot.id)
                .map((cell) => (
                  <Tile
                    key={cell.id}
                    cell={cell}
                    lanes={lanes.filter(
                      (lane) => cell.lanes === 'all' || cell.lanes.includes(lane.id),
                    )}
                    whose={sayLanes(lanes, cell)}
                  />
                ))}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
