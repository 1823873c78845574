/* oxlint-disable jsx-a11y/no-interactive-element-to-noninteractive-role, jsx-a11y/no-redundant-roles -- laid out as boxes, which some browsers then no longer take for a table */
import { memo, useLayoutEffect, useRef } from 'react'
import type { MarkValue } from '../../../domain/qla/grid.ts'
import { join } from '../../../ui/join.ts'
import { sayCell } from './cell-words.ts'
import styles from './grid.module.css'
import type { Marking } from './marking.ts'
import type { RowView } from './sheet-rows.ts'
import { useRow } from './use-marking.ts'

/** Cells that are compared one by one together: of a row only the run with the change is looked into. */
const RUN = 10

interface MarkRowProps {
  marking: Marking
  pupil: number
  /** Marks that the whole paper is out of. */
  outOf: number
  /** Lets sight and focus follow the cell that keys go to. @returns how to stop */
  follow: (cell: HTMLElement) => () => void
}

/** One pupil's marks. It is drawn anew when one of them changes, and at no other time. */
export const MarkRow = memo(function MarkRow(props: MarkRowProps) {
  const { marking, pupil, outOf, follow } = props
  const { cells, total, away, active } = useRow(marking, pupil)
  const row = useRef<HTMLTableRowElement>(null)
  useLayoutEffect(() => {
    row.current?.style.setProperty('inset-block-start', `calc(${pupil} * var(--row))`)
  }, [pupil])
  useLayoutEffect(() => {
    const cell = active === null ? null : row.current?.querySelector(`[data-item="${active}"]`)
    return cell instanceof HTMLElement ? follow(cell) : undefined
  }, [active, follow])
  const { sheet } = marking
  const of = sheet.items.length
  return (
    <tr
      ref={row}
      role="row"
      data-pupil={pupil}
      className={join(active !== null && styles.current, away !== null && styles.away)}
      // The heading row is the first.
      aria-rowindex={pupil + 2}
    >
      <th role="rowheader" scope="row" className={styles.name}>
        {sheet.pupils[pupil]?.name}
      </th>
      <td
        role="gridcell"
        className={join(styles.total, total.marked === of && styles.whole)}
        aria-label={
          away ?? `Total ${total.sum} of ${outOf}, ${total.marked} of ${of} questions marked`
        }
      >
        {away === null ? `${total.sum}/${outOf}` : '–'}
      </td>
      {cells.map((_, item) =>
        item % RUN === 0 ? (
          <CellRun
            key={item}
            cells={cells}
            from={item}
            active={active !== null && item <= active && active < item + RUN ? active : null}
            away={away}
          />
        ) : null,
      )}
    </tr>
  )
})

interface CellRunProps {
  cells: RowView['cells']
  /** Place of its first cell. */
  from: number
  /** Place of the cell that keys go to, where it is one of these. */
  active: number | null
  away: string | null
}

const CellRun = memo(function CellRun({ cells, from, active, away }: CellRunProps) {
  return cells.slice(from, from + RUN).map((typed, at) => {
    const item = from + at
    return <Cell key={item} typed={typed} item={item} active={item === active} away={away} />
  })
}, sameRun)

function sameRun(was: CellRunProps, is: CellRunProps): boolean {
  if (was.active !== is.active || was.away !== is.away) return false
  const end = Math.min(is.from + RUN, Math.max(was.cells.length, is.cells.length))
  for (let item = is.from; item < end; item++) if (was.cells[item] !== is.cells[item]) return false
  return true
}

interface CellProps {
  typed: readonly MarkValue[]
  item: number
  active: boolean
  away: string | null
}

const Cell = memo(function Cell({ typed, item, active, away }: CellProps) {
  return (
    <td
      role="gridcell"
      data-item={item}
      tabIndex={active ? 0 : -1}
      className={join(active && styles.active, typed.length > 1 && styles.clash)}
      aria-label={sayCell(typed, away)}
    >
      {typed.join('|')}
    </td>
  )
})
