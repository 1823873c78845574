import { useState } from 'react'
import { SCR_CHECKS, type ScrRow } from '../../domain/checks/scr.ts'
import {
  doubled,
  errorsOf,
  fillRest,
  freeReference,
  openCells,
} from '../../domain/checks/scr-errors.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { useNarrow } from '../../ui/use-narrow.ts'
import hidden from '../../ui/visually-hidden.module.css'
import { Cell, type WriteRow } from './cell.tsx'
import { checkNames, groupNames } from './words.ts'
import styles from './scr.module.css'

export interface GridProps {
  rows: readonly ScrRow[]
  /** Day of the spot check, yyyy-mm-dd. */
  date: string
  onWrite: WriteRow
  onRemove: (row: ScrRow) => void
}

/** Rows to fill: a grid whose headings stay in view, or a card a row on a phone. */
export function Grid(props: GridProps) {
  return useNarrow(48) ? <Cards {...props} /> : <Sheet {...props} />
}

const placeWords = ({ group, place }: ScrRow): string =>
  place === null ? groupNames[group] : `${groupNames[group]}, number ${place} from the top`

function Sheet({ rows, date, onWrite, onRemove }: GridProps) {
  return (
    <div
      className={styles.scroll}
      role="region"
      aria-label="Rows of the sample"
      tabIndex={0} // A region that scrolls must be reached by the keyboard.
    >
      <table className={styles.sheet}>
        <caption className={hidden.hidden}>
          Each row of the sample with its eight checks. Y, N and A answer; Enter in a date goes
          down.
        </caption>
        <thead>
          <tr>
            <th scope="col">Row</th>
            {SCR_CHECKS.map((column) => (
              <th key={column} scope="col">
                {checkNames[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <b>{row.ref}</b>
                <RowHead row={row} rows={rows} onWrite={onWrite} onRemove={onRemove} />
              </th>
              {SCR_CHECKS.map((column) => (
                <td key={column}>
                  <Cell row={row} column={column} date={date} named={false} onWrite={onWrite} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** One card open at a time: the first that is not done, until another is chosen. */
function Cards({ rows, date, onWrite, onRemove }: GridProps) {
  const [chosen, setChosen] = useState<string | null>(null)
  const first = rows.find((row) => openCells(row).length > 0)
  const [start] = useState(first?.id ?? '')
  const open = chosen ?? start
  return (
    <ul className={styles.cards} aria-label="Rows of the sample">
      {rows.map((row, index) => (
        <li key={row.id} className={styles.card}>
          <button
            type="button"
            className={styles.turn}
            aria-expanded={open === row.id}
            onClick={() => setChosen(open === row.id ? '' : row.id)}
          >
            <b>{row.ref}</b>
            <span>{groupNames[row.group]}</span>
            <Standing row={row} date={date} />
          </button>
          {open === row.id ? (
            <div className={styles.inside}>
              <RowHead row={row} rows={rows} onWrite={onWrite} onRemove={onRemove} />
              {SCR_CHECKS.map((column) => (
                <Cell key={column} row={row} column={column} date={date} named onWrite={onWrite} />
              ))}
              {rows[index + 1] === undefined ? null : (
                <Button wide onClick={() => setChosen(rows[index + 1]?.id ?? '')}>
                  Next row
                </Button>
              )}
            </div>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

function Standing({ row, date }: { row: ScrRow; date: string }) {
  const open = openCells(row).length
  const errors = errorsOf([row], { date }).length
  if (errors > 0) return <Badge tone="warn">{errors === 1 ? '1 error' : `${errors} errors`}</Badge>
  if (open === 0) return <Badge tone="ok">No errors</Badge>
  return <Badge>{`${SCR_CHECKS.length - open} of ${SCR_CHECKS.length}`}</Badge>
}

interface RowHeadProps extends Omit<GridProps, 'date'> {
  row: ScrRow
}

function RowHead({ row, rows, onWrite, onRemove }: RowHeadProps) {
  const rest = fillRest(row)
  const twice = doubled(rows).includes(row.ref)
  return (
    <div className={styles.head}>
      <span>{placeWords(row)}</span>
      {row.group === 'supply' ? <span>The agency’s written confirmation and its date.</span> : null}
      {rest === null ? null : (
        <Button onClick={() => onWrite(row, rest)}>Yes to the rest, same day</Button>
      )}
      {twice ? (
        <Button onClick={() => onWrite(row, { ref: freeReference(rows) })}>
          {`Make this one ${freeReference(rows)}`}
        </Button>
      ) : null}
      <Button tone="plain" onClick={() => onRemove(row)} aria-label={`Take ${row.ref} out`}>
        Take out
      </Button>
    </div>
  )
}
