import { useId, type ReactNode } from 'react'
import { FieldError } from './field-shell.tsx'
import { Glyph, type IconType } from './glyph.tsx'
import { IconCheck } from './icons.ts'
import { join } from './join.ts'
import hidden from './visually-hidden.module.css'
import styles from './chips.module.css'

export interface ChipOption<T extends string = string> {
  value: T
  label: string
  icon?: IconType
  disabled?: boolean
}

export interface ChipGroupProps<T extends string> {
  label: string
  hideLabel?: boolean | undefined
  options: readonly ChipOption<T>[]
  hint?: ReactNode
  error?: string | undefined
  /** Given by the form so that the error summary can find the group. */
  id?: string | undefined
}

/** The fieldset round either kind of chips: legend, hint and error tied to the group. */
export function ChipFieldset(
  props: Omit<ChipGroupProps<string>, 'options'> & {
    spoken?: string | undefined
    children: ReactNode
  },
) {
  const { label, hideLabel, hint, error, id, spoken, children } = props
  const own = useId()
  const has = (part: ReactNode, name: string) => (part === undefined ? undefined : `${own}-${name}`)
  const describedBy = join(has(hint, 'hint'), has(spoken, 'spoken'), has(error, 'error'))
  return (
    <fieldset
      id={id}
      tabIndex={id === undefined ? undefined : -1}
      className={styles.group}
      aria-describedby={describedBy === '' ? undefined : describedBy}
    >
      <legend className={join(styles.legend, hideLabel === true && hidden.hidden)}>{label}</legend>
      {hint === undefined ? null : (
        <div id={`${own}-hint`} className={styles.hint}>
          {hint}
        </div>
      )}
      {spoken === undefined ? null : (
        <span id={`${own}-spoken`} hidden>
          {spoken}
        </span>
      )}
      <div className={styles.row}>{children}</div>
      <FieldError id={`${own}-error`} error={error} />
    </fieldset>
  )
}

/** The visible face of one chip, drawn beside its native input. */
export function ChipFace({ option }: { option: ChipOption }) {
  return (
    <span className={styles.face}>
      <span className={styles.tick}>
        <Glyph icon={IconCheck} size={20} />
      </span>
      <span className={styles.own}>
        {option.icon ? <Glyph icon={option.icon} size={20} /> : <span className={styles.hollow} />}
      </span>
      <span>{option.label}</span>
    </span>
  )
}
