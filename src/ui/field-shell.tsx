import { useId, type ReactNode } from 'react'
import { Glyph } from './glyph.tsx'
import { IconAlertOctagon } from './icons.ts'
import { join } from './join.ts'
import hidden from './visually-hidden.module.css'
import styles from './field.module.css'

/** What every field of the kit takes. */
export interface FieldWords {
  label: string
  hideLabel?: boolean | undefined
  hint?: ReactNode
  error?: string | undefined
  id?: string | undefined
}

/** What the control inside must carry so that label, hint and error belong to it. */
export interface ControlProps {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

export interface FieldShellProps extends FieldWords {
  children: (control: ControlProps) => ReactNode
  /** Under the control, said with it: a count, the weekday of a date. */
  after?: ReactNode
}

/** Label above, hint under it, then the control, then its error. Ties them together for screen readers. */
export function FieldShell({
  label,
  hideLabel,
  hint,
  error,
  id,
  after,
  children,
}: FieldShellProps) {
  const own = useId()
  const controlId = id ?? `${own}-control`
  const parts = [
    hint === undefined ? '' : `${own}-hint`,
    after === undefined ? '' : `${own}-after`,
    error === undefined ? '' : `${own}-error`,
  ].filter((part) => part !== '')
  return (
    <div className={styles.field}>
      <label
        htmlFor={controlId}
        className={join(styles.label, hideLabel === true && hidden.hidden)}
      >
        {label}
      </label>
      {hint === undefined ? null : (
        <div id={`${own}-hint`} className={styles.hint}>
          {hint}
        </div>
      )}
      {children({
        id: controlId,
        'aria-describedby': parts.length === 0 ? undefined : parts.join(' '),
        'aria-invalid': error === undefined ? undefined : true,
      })}
      {after === undefined ? null : (
        <div id={`${own}-after`} className={styles.under}>
          {after}
        </div>
      )}
      <FieldError id={`${own}-error`} error={error} />
    </div>
  )
}

/** The error beside a field: icon and words, tied to the control by its id. */
export function FieldError({ id, error }: { id: string; error: string | undefined }) {
  if (error === undefined) return null
  return (
    <div id={id} className={styles.error}>
      <Glyph icon={IconAlertOctagon} size={24} />
      <span>{error}</span>
    </div>
  )
}
