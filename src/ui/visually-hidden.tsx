import type { ComponentProps } from 'react'
import { join } from './join.ts'
import styles from './visually-hidden.module.css'

/** Words for screen readers only. */
export function VisuallyHidden({ className, ...rest }: ComponentProps<'span'>) {
  return <span className={join(styles.hidden, className)} {...rest} />
}
