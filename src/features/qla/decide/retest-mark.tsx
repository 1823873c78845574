import { type KeyboardEvent, useId, useState } from 'react'
import {
  type Cell,
  type GridItem,
  type MarkValue,
  readMark,
  type TypedMark,
} from '../../../domain/qla/grid.ts'
import { Button } from '../../../ui/button.tsx'
import { FieldError } from '../../../ui/field-shell.tsx'
import table from '../analysis/table.module.css'
import styles from './decide.module.css'

interface RetestMarkProps {
  item: GridItem
  label: string
  /** The first mark. */
  first: number | null
  cell: Cell
  readOnly: boolean
  /** Where a mark came from, in words. */
  by: (mark: TypedMark) => string
  onMark: (value: MarkValue | null) => void
  onPick: (value: MarkValue) => void
}

const written = ({ value, omitted }: Cell): string =>
  omitted ? '.' : value === null ? '' : String(value)

/** Enter goes on to the next box of the table, as it does on paper; with Shift, back. */
function goOn(event: KeyboardEvent<HTMLInputElement>) {
  if (event.key !== 'Enter') return
  event.preventDefault()
  const boxes = [...(event.currentTarget.closest('table')?.querySelectorAll('input') ?? [])]
  boxes[boxes.indexOf(event.currentTarget) + (event.shiftKey ? -1 : 1)]?.focus()
}

/** One new mark beside the first. More than the maximum is refused and said (HC01). */
export function RetestMark(props: RetestMarkProps) {
  const { item, label, first, cell, readOnly, by, onMark, onPick } = props
  const own = useId()
  /** What was typed and could not be kept. */
  const [refused, setRefused] = useState<string | null>(null)
  if (cell.clash.length > 0) {
    const values = [...new Set(cell.clash.map(({ value }) => value))]
    return (
      <fieldset>
        <legend>Typed differently: pick one</legend>
        {values.map((value) => (
          <Button key={value} disabled={readOnly} onClick={() => onPick(value)}>
            {value === '.' ? 'Left blank' : `It is ${value}`}
          </Button>
        ))}
        {cell.clash.map((mark) => (
          <div key={mark.hand} className={table.soft}>
            {mark.value === '.' ? 'Left blank' : mark.value}: {by(mark)}
          </div>
        ))}
      </fieldset>
    )
  }
  const read = refused === null ? null : readMark(refused, item)
  const error = read !== null && !read.ok ? read.error : undefined
  return (
    <>
      <input
        className={styles.mark}
        aria-label={`${label}, of ${item.max}; first mark ${first ?? 'none'}`}
        aria-invalid={error === undefined ? undefined : true}
        aria-describedby={error === undefined ? undefined : own}
        inputMode="decimal"
        autoComplete="off"
        readOnly={readOnly}
        value={refused ?? written(cell)}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => {
          const typed = event.currentTarget.value
          const mark = readMark(typed, item)
          setRefused(mark.ok ? null : typed)
          if (mark.ok) onMark(mark.value)
        }}
        onKeyDown={goOn}
        onBlur={() => setRefused(null)}
      />{' '}
      <span className={table.soft}>was {first ?? 'blank'}</span>
      <div aria-live="assertive">
        <FieldError id={own} error={error} />
      </div>
    </>
  )
}
