import { useState } from 'react'
import { isDate } from '../../domain/calendar/dates.ts'
import {
  halfTermWords,
  type HalfTermName,
  type HalfTermRecord,
} from '../../domain/calendar/records.ts'
import { DateLine } from '../../ui/date-line.tsx'
import styles from './schedule.module.css'

export interface HalfTermsEditorProps {
  terms: readonly { name: HalfTermName; term: HalfTermRecord | null }[]
  onWrite: (name: HalfTermName, start: string, end: string) => void
}

/** First and last day of each half-term. */
export function HalfTermsEditor({ terms, onWrite }: HalfTermsEditorProps) {
  return terms.map(({ name, term }) => (
    <TermLine
      key={name}
      name={name}
      start={term?.start ?? ''}
      end={term?.end ?? ''}
      onWrite={(start, end) => onWrite(name, start, end)}
    />
  ))
}

interface TermLineProps {
  name: HalfTermName
  start: string
  end: string
  onWrite: (start: string, end: string) => void
}

/** A half-typed date stays here; only a whole span goes into the calendar. */
function TermLine({ name, start, end, onWrite }: TermLineProps) {
  const [typed, setTyped] = useState({ start, end })
  const change = (next: { start: string; end: string }) => {
    setTyped(next)
    if (isDate(next.start) && isDate(next.end) && next.start <= next.end)
      onWrite(next.start, next.end)
  }
  const backwards = isDate(typed.start) && isDate(typed.end) && typed.end < typed.start
  return (
    <div className={styles.line} role="group" aria-label={halfTermWords(name)}>
      <p className={styles.lineName}>
        <strong>{halfTermWords(name)}</strong>
      </p>
      <DateLine
        label={`First day of ${halfTermWords(name)}`}
        value={typed.start}
        onChange={(date) => change({ ...typed, start: date })}
      />
      <DateLine
        label={`Last day of ${halfTermWords(name)}`}
        value={typed.end}
        error={backwards ? 'The last day is before the first.' : undefined}
        onChange={(date) => change({ ...typed, end: date })}
      />
    </div>
  )
}
