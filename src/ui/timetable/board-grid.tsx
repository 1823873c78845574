import { Fragment } from 'react'
import { join } from '../join.ts'
import { VisuallyHidden } from '../visually-hidden.tsx'
import { isPicked, SpotButton } from './spot-button.tsx'
import { spansOf, type Span } from './spans.ts'
import { SpotTime } from './spot-time.tsx'
import { Tile } from './tile.tsx'
import type { BoardRows } from './timetable-board.tsx'
import { FITS, LaneHeads } from './timetable-grid.tsx'
import type { Slot } from './timetable-types.ts'
import styles from './timetable.module.css'
import board from './board.module.css'

/** Times down, lanes across; each time, each cell and each free place opens. */
export function BoardGrid(props: BoardRows) {
  const { caption, slots, lanes, now, picked, editor } = props
  return (
    <section
      className={lanes.length > FITS ? join(styles.scroll, board.tall) : styles.fits}
      aria-label={caption}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- a table whose cells are gone round by arrows is a grid */}
      <table role="grid" className={styles.table}>
        <caption className={styles.caption}>{caption}</caption>
        <LaneHeads lanes={lanes} />
        <tbody>
          {slots.map((slot) => (
            <Fragment key={slot.id}>
              <tr data-row className={join(slot.id === now && styles.nowRow)}>
                <th scope="row" className={styles.slot}>
                  <SpotTime board={props} slot={slot} />
                </th>
                <Cells rows={props} slot={slot} />
              </tr>
              {editor !== undefined && picked?.slot === slot.id ? (
                <tr>
                  <td colSpan={lanes.length + 1} className={board.under}>
                    <div className={board.inView}>{editor}</div>
                  </td>
                </tr>
              ) : null}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Cells({ rows, slot }: { rows: BoardRows; slot: Slot }) {
  const { lanes, cells } = rows
  const spans = spansOf(
    lanes,
    cells.filter((cell) => cell.slot === slot.id),
  )
  return spans.map((span) => {
    const column = lanes.findIndex((lane) => lane.id === span.lanes[0]?.id) + 1
    return <SpanCell key={column} rows={rows} slot={slot} span={span} column={column} />
  })
}

interface SpanCellProps {
  rows: BoardRows
  slot: Slot
  span: Span
  column: number
}

function SpanCell({ rows, slot, span, column }: SpanCellProps) {
  const [lane] = span.lanes
  if (span.cells.length === 0 && lane)
    return (
      <td>
        <SpotButton
          board={rows}
          spot={{ kind: 'free', slot: slot.id, lane: lane.id }}
          column={column}
          className={board.free}
        >
          Free
          <VisuallyHidden>
            , {slot.start}, {lane.label}
          </VisuallyHidden>
        </SpotButton>
      </td>
    )
  return (
    <td colSpan={span.lanes.length}>
      <div className={styles.tiles}>
        {span.cells.map((cell) => {
          const spot = { kind: 'cell', slot: slot.id, cell: cell.id } as const
          return (
            <Tile
              key={cell.id}
              cell={cell}
              lanes={span.lanes}
              whose={cell.lanes === 'all' ? 'Whole team' : undefined}
              picked={isPicked(rows.picked, spot)}
              opener={(className) => (
                <SpotButton board={rows} spot={spot} column={column} className={className}>
                  {cell.title}
                </SpotButton>
              )}
            />
          )
        })}
      </div>
    </td>
  )
}
