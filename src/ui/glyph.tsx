import type { ComponentType } from 'react'
import styles from './glyph.module.css'

export type IconType = ComponentType<{
  size?: number | string
  stroke?: number | string
  className?: string | undefined
  'aria-hidden'?: boolean
}>

/** An icon beside a word. Always hidden from screen readers: the word speaks. */
export function Glyph({ icon: Icon, size = 22 }: { icon: IconType; size?: number }) {
  return <Icon size={size} stroke={2} aria-hidden className={styles.glyph} />
}
