import { FieldShell, type FieldWords } from './field-shell.tsx'
import { join } from './join.ts'
import styles from './field.module.css'

export interface ClockLineProps extends FieldWords {
  /** "09:15" */
  value: string
  onChange: (clock: string) => void
}

/** A time of day by the device's own picker. A half-typed time changes nothing. */
export function ClockLine({ value, onChange, ...words }: ClockLineProps) {
  return (
    <FieldShell {...words}>
      {(control) => (
        <input
          {...control}
          type="time"
          className={join(styles.input, styles.short)}
          value={value}
          onChange={(event) => {
            const typed = event.currentTarget.value
            if (/^\d\d:\d\d$/.test(typed)) onChange(typed)
          }}
        />
      )}
    </FieldShell>
  )
}
