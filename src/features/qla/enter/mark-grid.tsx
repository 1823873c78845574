/* oxlint-disable jsx-a11y/no-noninteractive-element-to-interactive-role, jsx-a11y/no-interactive-element-to-noninteractive-role, jsx-a11y/no-redundant-roles -- a table whose cells are gone round by arrows is a grid; laid out as boxes, some browsers no longer take it for a table */
import { type KeyboardEvent, type MouseEvent, useEffect, useLayoutEffect, useRef } from 'react'
import styles from './grid.module.css'
import { commandOf } from './keys.ts'
import { MarkRow } from './mark-row.tsx'
import type { Marking } from './marking.ts'
import type { SheetItem } from './sheet.ts'
import { useFollow } from './use-follow.ts'
import { useActiveRow } from './use-marking.ts'
import { type Shown, useShownRows } from './use-shown-rows.ts'

interface MarkGridProps {
  marking: Marking
  label: string
  describedBy: string
  /** Marks that the whole paper is out of. */
  outOf: number
  /** The page opens ready to type. */
  startHere: boolean
}

/** Rows to draw, in order: those in sight, and the one that keys go to wherever it is. */
function drawn({ from, to }: Shown, active: number): number[] {
  const rows = Array.from({ length: to - from }, (_, at) => from + at)
  if (active < from) return [active, ...rows]
  return active >= to ? [...rows, active] : rows
}

/** Pupils by questions. The headings stay in view; keys go to one cell, and nothing waits for the drawing. */
export function MarkGrid({ marking, label, describedBy, outOf, startHere }: MarkGridProps) {
  const frame = useRef<HTMLDivElement>(null)
  const table = useRef<HTMLTableElement>(null)
  const body = useRef<HTMLTableSectionElement>(null)
  const leaving = useRef(false)
  const { pupils, items } = marking.sheet
  const active = useActiveRow(marking)
  const shown = useShownRows(frame, pupils.length, 'tr[data-pupil]', active)
  const rows = drawn(shown, active)
  // All sizes are known beforehand: rows that are not drawn have their room all the same.
  useLayoutEffect(() => {
    table.current?.style.setProperty('--columns', String(items.length))
    body.current?.style.setProperty('block-size', `calc(${pupils.length} * var(--row))`)
  }, [items.length, pupils.length])
  const { follow, hold, onFocus, onBlur } = useFollow(frame)
  // In the same breath as the rows change: a key between would be lost.
  useLayoutEffect(() => hold(cellOf(frame.current, marking)))
  useEffect(() => {
    const cell = cellOf(frame.current, marking)
    if (startHere) cell?.focus({ preventScroll: true })
    bringIn(frame.current, cell)
  }, [startHere, marking])

  const onKeyDown = (event: KeyboardEvent) => {
    const { key, shiftKey: shift, ctrlKey, metaKey, altKey: alt } = event
    const command = commandOf({ key, shift, control: ctrlKey || metaKey, alt })
    // After Escape the next Tab is the browser's: the grid is no trap.
    const leaves = leaving.current && key === 'Tab'
    if (key !== 'Shift') leaving.current = command?.do === 'leave'
    if (command === null || leaves) return
    event.preventDefault()
    marking.run(command)
    // The browser's next Tab goes on from where its focus is: it must not be behind.
    if (command.do === 'leave') cellOf(frame.current, marking)?.focus({ preventScroll: true })
  }
  const onClick = (event: MouseEvent) => {
    const cell = event.target instanceof Element ? event.target.closest('td[data-item]') : null
    const row = cell?.closest('tr[data-pupil]')
    if (!(cell instanceof HTMLElement) || !(row instanceof HTMLElement)) return
    marking.goTo({ pupil: Number(row.dataset['pupil']), item: Number(cell.dataset['item']) })
    cell.focus({ preventScroll: true })
  }
  return (
    <div ref={frame} className={styles.frame} onFocus={onFocus} onBlur={onBlur}>
      <table
        ref={table}
        role="grid"
        className={styles.grid}
        aria-label={label}
        aria-describedby={describedBy}
        aria-rowcount={pupils.length + 1}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        <GridHead items={items} />
        <tbody ref={body} role="rowgroup">
          {rows.map((pupil) => (
            <MarkRow key={pupil} marking={marking} pupil={pupil} outOf={outOf} follow={follow} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function cellOf(frame: HTMLElement | null, marking: Marking): HTMLElement | null {
  const { pupil, item } = marking.place()
  return frame?.querySelector(`tr[data-pupil="${pupil}"] [data-item="${item}"]`) ?? null
}

/** Puts the cell where typing begins into the middle of the frame, and leaves the page where it is. */
function bringIn(frame: HTMLElement | null, cell: HTMLElement | null) {
  const row = cell?.parentElement
  if (!frame || !cell || !row) return
  frame.scrollLeft = cell.offsetLeft - frame.clientWidth / 2
  frame.scrollTop = row.offsetTop - (frame.clientHeight - row.offsetHeight) / 2
}

/** The headings that stay in view above the columns. */
function GridHead({ items }: { items: readonly SheetItem[] }) {
  return (
    <thead role="rowgroup">
      <tr role="row" aria-rowindex={1}>
        <th role="columnheader" scope="col" className={styles.name}>
          Pupil
        </th>
        <th role="columnheader" scope="col" data-last-heading className={styles.total}>
          Total
        </th>
        {items.map(({ id, label: question, max }) => (
          <th
            key={id}
            role="columnheader"
            scope="col"
            aria-label={`Question ${question}, out of ${max}`}
          >
            {question}
            <span className={styles.max}>/{max}</span>
          </th>
        ))}
      </tr>
    </thead>
  )
}
