import { type KeyboardEvent, useId, useState } from 'react'
import { dayField, type ScrCheck, type ScrRow } from '../../domain/checks/scr.ts'
import { cellOf, errorOf } from '../../domain/checks/scr-errors.ts'
import { Glyph } from '../../ui/glyph.tsx'
import { IconAlertTriangle } from '../../ui/icons.ts'
import { parseUkDate, writeUkDate } from '../../ui/uk-date.ts'
import hidden from '../../ui/visually-hidden.module.css'
import { answers, checkNames, errorNames } from './words.ts'
import styles from './scr.module.css'

export type WriteRow = (row: ScrRow, fields: Readonly<Record<string, string | null>>) => void

export interface CellProps {
  row: ScrRow
  column: ScrCheck
  /** Day of the spot check, yyyy-mm-dd. */
  date: string
  /** In the grid the heading of the column says it; on a card the cell says it itself. */
  named: boolean
  onWrite: WriteRow
}

/** One check of one row: yes, no or n/a, and its day. Y, N and A on the keyboard set it. */
export function Cell({ row, column, date, named, onWrite }: CellProps) {
  const name = useId()
  const cell = cellOf(row, column)
  const error = cell.differs ? null : errorOf(cell, date)
  const answer = (value: string | null) => onWrite(row, { [column]: value })
  const byKey = (event: KeyboardEvent) => {
    const hit = answers.find(({ key }) => key === event.key.toLowerCase())
    const clear = event.key === 'Delete' || event.key === 'Backspace'
    if ((!hit && !clear) || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    answer(hit?.value ?? null)
  }
  const label = `${checkNames[column]}, ${row.ref}`
  return (
    <fieldset className={styles.cell} aria-describedby={`${name}-error`}>
      <legend className={named ? styles.named : hidden.hidden}>
        {named ? checkNames[column] : label}
      </legend>
      <div className={styles.answers} onKeyDown={byKey} role="presentation">
        {answers.map(({ value, label: words }) => (
          <label key={value} className={styles.answer}>
            <input
              type="radio"
              name={name}
              checked={cell.value === value}
              onChange={() => answer(value)}
            />
            <span>{words}</span>
          </label>
        ))}
      </div>
      <DayBox row={row} column={column} label={`Date: ${label}`} onWrite={onWrite} />
      <div id={`${name}-error`} aria-live="polite">
        {error === null ? null : <Fault words={errorNames[error]} />}
        {cell.differs ? <Differs row={row} column={column} /> : null}
      </div>
    </fieldset>
  )
}

export function Fault({ words }: { words: string }) {
  return (
    <span className={styles.fault}>
      <Glyph icon={IconAlertTriangle} size={18} />
      <span>{words}</span>
    </span>
  )
}

/** What each of the two put; the one that holds is chosen again. */
function Differs({ row, column }: Pick<CellProps, 'row' | 'column'>) {
  const { said, days } = cellOf(row, column)
  const values = [
    ...said.map(({ value }) => answers.find((answer) => answer.value === value)?.label ?? 'Empty'),
    ...days.map(({ value }) => (value === '' ? 'no date' : writeUkDate(value))),
  ]
  return <Fault words={`Two of you differ (${[...new Set(values)].join(', ')}): choose again`} />
}

/** A day typed with or without strokes: 01/09/2021, 1.9.21 or 010921. */
const readDay = (typed: string): string | null =>
  parseUkDate(typed.trim().replace(/^(\d\d)(\d\d)(\d{4}|\d\d)$/, '$1/$2/$3'))

interface DayBoxProps extends Pick<CellProps, 'row' | 'column' | 'onWrite'> {
  label: string
}

/** Whatever is typed and is no day stays in the box and goes no further (C42). */
function DayBox({ row, column, label, onWrite }: DayBoxProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const [left, setLeft] = useState(false)
  const { day } = cellOf(row, column)
  const wrong = left && draft !== null && draft.trim() !== '' && readDay(draft) === null
  const type = (typed: string) => {
    setDraft(typed)
    const read = typed.trim() === '' ? '' : readDay(typed)
    if (read !== null && read !== day) onWrite(row, { [dayField(column)]: read })
  }
  return (
    <>
      <input
        className={styles.day}
        aria-label={label}
        aria-invalid={wrong || undefined}
        data-column={column}
        placeholder="dd/mm/yyyy"
        autoComplete="off"
        maxLength={20}
        value={draft ?? writeUkDate(day)}
        onFocus={() => setLeft(false)}
        onChange={(event) => type(event.currentTarget.value)}
        onBlur={() => {
          setLeft(true)
          if (draft !== null && (draft.trim() === '' || readDay(draft) !== null)) setDraft(null)
        }}
        onKeyDown={goDown}
      />
      {wrong ? <Fault words="Not a date: write it as 18/11/2025" /> : null}
    </>
  )
}

/** Enter goes to the same check of the next row, as on any sheet of figures. */
function goDown(event: KeyboardEvent<HTMLInputElement>) {
  if (event.key !== 'Enter') return
  event.preventDefault()
  const { column } = event.currentTarget.dataset
  const next = event.currentTarget.closest('tr')?.nextElementSibling
  next?.querySelector<HTMLInputElement>(`[data-column="${column}"]`)?.focus()
}
