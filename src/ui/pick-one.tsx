import { FieldShell, type FieldWords } from './field-shell.tsx'
import { join } from './join.ts'
import styles from './field.module.css'

export interface PickOneProps<T extends string> extends FieldWords {
  options: readonly { value: T; label: string }[]
  value: T | null
  onChange: (value: T | null) => void
  /** What stands there before anything is picked. */
  empty?: string
  onBlur?: (() => void) | undefined
}

/** One out of many, with the device's own picker. For seven or fewer use ChoiceChips. */
export function PickOne<T extends string>(props: PickOneProps<T>) {
  const { options, value, onChange, empty = 'Pick one', onBlur, ...words } = props
  return (
    <FieldShell {...words}>
      {(control) => (
        <select
          {...control}
          className={join(styles.input, styles.select)}
          value={value ?? ''}
          onChange={(event) => {
            const found = options.find((option) => option.value === event.currentTarget.value)
            onChange(found?.value ?? null)
          }}
          onBlur={onBlur}
        >
          <option value="">{empty}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </FieldShell>
  )
}
