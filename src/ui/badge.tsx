import type { ReactNode } from 'react'
import { Glyph, type IconType } from './glyph.tsx'
import { join } from './join.ts'
import { toneIcon, type Tone } from './tone.ts'
import styles from './badge.module.css'

export interface BadgeProps {
  children: ReactNode
  tone?: Tone | 'neutral'
  /** A tone brings its own icon; give another to say more. */
  icon?: IconType
}

/** A word with an icon. It is not a control: nothing happens when it is touched. */
export function Badge({ children, tone = 'neutral', icon }: BadgeProps) {
  const shown = icon ?? (tone === 'neutral' ? undefined : toneIcon[tone])
  return (
    <span className={join(styles.badge, styles[tone])}>
      {shown ? <Glyph icon={shown} size={18} /> : null}
      <span>{children}</span>
    </span>
  )
}
