import { VisuallyHidden } from './visually-hidden.tsx'
import styles from './spinner.module.css'

export interface SpinnerProps {
  label: string
  size?: number
  /** Shows the label beside the ring; otherwise it is only spoken. */
  visible?: boolean
}

/** A turning ring with words. It stands still for people who ask for less motion; the words remain. */
export function Spinner({ label, size = 24, visible = false }: SpinnerProps) {
  return (
    <output className={styles.spinner}>
      <svg
        width={size}
        height={size}
        viewBox="0 0 40 40"
        fill="none"
        aria-hidden
        className={styles.ring}
      >
        <circle cx="20" cy="20" r="16" stroke="var(--rule)" strokeWidth="5" />
        <path
          d="M20 4a16 16 0 0 1 16 16"
          stroke="var(--accent)"
          strokeWidth="5"
          strokeLinecap="round"
        />
      </svg>
      {visible ? (
        <span className={styles.label}>{label}</span>
      ) : (
        <VisuallyHidden>{label}</VisuallyHidden>
      )}
    </output>
  )
}
