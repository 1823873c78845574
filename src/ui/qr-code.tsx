import { encode } from 'uqr'
import styles from './qr-code.module.css'

/** So wide a white edge a camera needs, in squares. */
const QUIET_EDGE = 4

/** Every dark square of a code as a path of unit squares. */
function pathOf(squares: readonly (readonly boolean[])[]): string {
  return squares
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : [])))
    .join('')
}

/** Text as a code to scan. Give the text beside it too, for those who type. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET_EDGE })
  return (
    <svg
      className={styles.code}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={label}
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={pathOf(data)} fill="#000" />
    </svg>
  )
}
