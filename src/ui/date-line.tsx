import { useState } from 'react'
import { FieldShell, type FieldWords } from './field-shell.tsx'
import { join } from './join.ts'
import { parseUkDate, sayUkDate, writeUkDate } from './uk-date.ts'
import styles from './field.module.css'

export interface DateLineProps extends FieldWords {
  /** "2025-11-18", or '' for none, or what was typed if it is not a date. */
  value: string
  /** A whole date comes as "2025-11-18"; anything else as it was typed, for the schema to refuse. */
  onChange: (value: string) => void
  onBlur?: (() => void) | undefined
}

/** A date typed as dd/mm/yyyy. It answers with the weekday, the quickest way to see a slip. */
export function DateLine({ value, onChange, onBlur, ...words }: DateLineProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const said = sayUkDate(value)
  return (
    <FieldShell {...words} hint={words.hint ?? 'For example, 18/11/2025'} after={said ?? undefined}>
      {(control) => (
        <input
          {...control}
          className={join(styles.input, styles.short)}
          inputMode="text"
          autoComplete="off"
          value={draft ?? writeUkDate(value)}
          onChange={(event) => {
            const typed = event.currentTarget.value
            setDraft(typed)
            onChange(parseUkDate(typed) ?? typed.trim())
          }}
          onBlur={() => {
            setDraft(null)
            onBlur?.()
          }}
        />
      )}
    </FieldShell>
  )
}
