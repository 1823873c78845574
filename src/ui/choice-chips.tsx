import { useId, type KeyboardEvent } from 'react'
import { ChipFace, ChipFieldset, type ChipGroupProps } from './chips.tsx'
import styles from './chips.module.css'

export interface ChoiceChipsProps<T extends string> extends ChipGroupProps<T> {
  value: T | null
  onChange: (value: T | null) => void
  /** Touching the chosen chip again, or Delete, takes the choice away. On unless false. */
  clearable?: boolean
}

/** One choice out of a few, as chips. Native radios: arrows move, a second touch clears. */
export function ChoiceChips<T extends string>(props: ChoiceChipsProps<T>) {
  const { options, value, onChange, clearable = true, ...group } = props
  const name = useId()
  const clearByKey = (event: KeyboardEvent) => {
    if (!clearable || value === null) return
    if (event.key !== 'Delete' && event.key !== 'Backspace') return
    event.preventDefault()
    onChange(null)
  }
  return (
    <ChipFieldset {...group} spoken={clearable ? 'Press Delete to clear the choice.' : undefined}>
      {options.map((option) => (
        <label key={option.value} className={styles.chip}>
          <input
            type="radio"
            className={styles.input}
            name={name}
            value={option.value}
            disabled={option.disabled}
            checked={value === option.value}
            onChange={() => onChange(option.value)}
            onClick={() => {
              if (clearable && value === option.value) onChange(null)
            }}
            onKeyDown={clearByKey}
          />
          <ChipFace option={option} />
        </label>
      ))}
    </ChipFieldset>
  )
}
