import type { KeyboardEvent } from 'react'
import { ChipFace, ChipFieldset, type ChipGroupProps } from './chips.tsx'
import styles from './chips.module.css'

export interface MultiChipsProps<T extends string> extends ChipGroupProps<T> {
  values: readonly T[]
  onChange: (values: T[]) => void
}

/** Any number out of a few, as chips. Space or touch turns one on or off; arrows move along the row. */
export function MultiChips<T extends string>(props: MultiChipsProps<T>) {
  const { options, values, onChange, ...group } = props
  const toggle = (value: T) => {
    const next = new Set(values)
    if (!next.delete(value)) next.add(value)
    // In the order of the options, so that two people choosing the same set store the same thing.
    onChange(options.map((option) => option.value).filter((each) => next.has(each)))
  }
  return (
    <ChipFieldset {...group}>
      {options.map((option) => (
        <label key={option.value} className={styles.chip}>
          <input
            type="checkbox"
            className={styles.input}
            value={option.value}
            disabled={option.disabled}
            checked={values.includes(option.value)}
            onChange={() => toggle(option.value)}
            onKeyDown={moveWithArrows}
          />
          <ChipFace option={option} />
        </label>
      ))}
    </ChipFieldset>
  )
}

const steps: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

function moveWithArrows(event: KeyboardEvent<HTMLInputElement>) {
  const step = steps[event.key]
  if (step === undefined) return
  event.preventDefault()
  const inputs = event.currentTarget.closest('fieldset')?.querySelectorAll('input') ?? []
  const row = [...inputs].filter((input) => !input.disabled)
  const to = (row.indexOf(event.currentTarget) + step + row.length) % row.length
  row[to]?.focus()
}
