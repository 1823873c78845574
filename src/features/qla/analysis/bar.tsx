import { useId } from 'react'
import { join } from '../../../ui/join.ts'
import styles from './bar.module.css'

/** plain: half and more. weak: under half. few: too few marks to say. */
export type BarLook = 'plain' | 'weak' | 'few'

interface BarProps {
  /** 0 to 1 */
  share: number
  look: BarLook
  /** Half the width of the band for chance, 0 to 1. */
  band?: number | undefined
}

const WIDTH = 200
const HEIGHT = 20

/** A share as a bar, beside its number: it says nothing that the number does not. */
export function Bar({ share, look, band }: BarProps) {
  const id = useId()
  const x = (value: number) => Math.min(1, Math.max(0, value)) * WIDTH
  return (
    <svg
      className={join(styles.bar, styles[look])}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden
    >
      <pattern id={id} width="8" height="8" patternUnits="userSpaceOnUse">
        <path d="M0 8L8 0" className={styles.stripe} />
      </pattern>
      <rect className={styles.ground} width={WIDTH} height={HEIGHT} />
      <rect className={styles.fill} width={x(share)} height={HEIGHT} />
      {look === 'plain' ? null : <rect width={x(share)} height={HEIGHT} fill={`url(#${id})`} />}
      {band === undefined ? null : (
        <path
          className={styles.band}
          d={`M${x(share - band)} 5V15M${x(share - band)} 10H${x(share + band)}M${x(share + band)} 5V15`}
        />
      )}
    </svg>
  )
}
