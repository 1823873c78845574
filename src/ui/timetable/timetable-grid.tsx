import { Badge } from '../badge.tsx'
import { join } from '../join.ts'
import { LaneMark } from './lane-mark.tsx'
import { spansOf, type Span } from './spans.ts'
import { Tile } from './tile.tsx'
import type { Lane, Slot, TimetableProps } from './timetable-types.ts'
import styles from './timetable.module.css'

// More lanes than this do not fit a tablet held upright: then the table scrolls inside its own box.
export const FITS = 4

/** Times down, lanes across, as a real table with headings that stay in sight. */
export function TimetableGrid({ caption, slots, lanes, cells, now }: TimetableProps) {
  const wide = lanes.length > FITS
  const table = (
    <table className={styles.table}>
      <caption className={styles.caption}>{caption}</caption>
      <LaneHeads lanes={lanes} />
      <tbody>
        {slots.map((slot) => (
          <tr key={slot.id} className={join(slot.id === now && styles.nowRow)}>
            <SlotHead slot={slot} now={slot.id === now} />
            {spansOf(
              lanes,
              cells.filter((cell) => cell.slot === slot.id),
            ).map((span) => (
              <SpanCell key={span.lanes[0]?.id} span={span} of={lanes.length} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
  if (!wide) return <div className={styles.fits}>{table}</div>
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls must be reachable by keyboard
    <section className={styles.scroll} aria-label={caption} tabIndex={0}>
      {table}
    </section>
  )
}

/** The row of headings: the time, then each lane. */
export function LaneHeads({ lanes }: { lanes: readonly Lane[] }) {
  return (
    <thead>
      <tr>
        <th scope="col" className={styles.corner}>
          Time
        </th>
        {lanes.map((lane) => (
          <th key={lane.id} scope="col">
            <LaneHead lane={lane} />
          </th>
        ))}
      </tr>
    </thead>
  )
}

/** A lane's name beside its pattern. */
export function LaneHead({ lane }: { lane: Lane }) {
  return (
    <span className={styles.lane}>
      <LaneMark pattern={lane.pattern} />
      <span>{lane.label}</span>
    </span>
  )
}

function SlotHead({ slot, now }: { slot: Slot; now: boolean }) {
  return (
    <th scope="row" className={styles.slot}>
      {now ? <span className={styles.nowWord}>Now</span> : null}
      <span className={styles.time}>
        {slot.start}–{slot.end}
      </span>
      {slot.title === undefined ? null : <span className={styles.slotTitle}>{slot.title}</span>}
      {slot.warning === undefined ? null : <Badge tone="warn">{slot.warning}</Badge>}
    </th>
  )
}

function SpanCell({ span, of }: { span: Span; of: number }) {
  if (span.cells.length === 0) return <td className={styles.free}>Free</td>
  const whole = span.lanes.length === of && of > 1
  return (
    <td colSpan={span.lanes.length}>
      <div className={styles.tiles}>
        {span.cells.map((cell) => (
          <Tile
            key={cell.id}
            cell={cell}
            lanes={span.lanes}
            whose={whole ? 'Whole team' : undefined}
          />
        ))}
      </div>
    </td>
  )
}
