import { useId } from 'react'
import { FieldError } from './field-shell.tsx'
import styles from './field.module.css'

export interface CheckLineProps {
  label: string
  hint?: string | undefined
  error?: string | undefined
  checked: boolean
  onChange: (checked: boolean) => void
  id?: string | undefined
  disabled?: boolean | undefined
}

/** A tick box with its words; the whole line takes the touch. */
export function CheckLine({ label, hint, error, checked, onChange, id, disabled }: CheckLineProps) {
  const own = useId()
  return (
    <div>
      <label className={styles.check}>
        <input
          type="checkbox"
          id={id}
          className={styles.tickbox}
          checked={checked}
          disabled={disabled}
          aria-invalid={error === undefined ? undefined : true}
          aria-describedby={error === undefined ? undefined : own}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <span>
          {label}
          {hint === undefined ? null : <span className={styles.checkHint}>{hint}</span>}
        </span>
      </label>
      <FieldError id={own} error={error} />
    </div>
  )
}
