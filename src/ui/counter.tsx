import { Glyph } from './glyph.tsx'
import { IconMinus, IconPlus } from './icons.ts'
import styles from './field.module.css'

export interface CounterProps {
  label: string
  value: number
  onChange: (value: number) => void
  min?: number
  max?: number
}

/** A count made with the thumb: "26 of 28 folders", "5 yes, 1 no". */
export function Counter({ label, value, onChange, min = 0, max = 999 }: CounterProps) {
  return (
    <fieldset className={styles.counter}>
      <legend className={styles.label}>{label}</legend>
      <div className={styles.stepper}>
        <button
          type="button"
          className={styles.step}
          aria-label={`One fewer: ${label}`}
          disabled={value <= min}
          onClick={() => onChange(value - 1)}
        >
          <Glyph icon={IconMinus} size={26} />
        </button>
        <output className={styles.number}>{value}</output>
        <button
          type="button"
          className={styles.step}
          aria-label={`One more: ${label}`}
          disabled={value >= max}
          onClick={() => onChange(value + 1)}
        >
          <Glyph icon={IconPlus} size={26} />
        </button>
      </div>
    </fieldset>
  )
}
