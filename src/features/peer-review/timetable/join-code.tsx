import { encode } from 'uqr'
import { paths } from '../routing.ts'
import styles from './join.module.css'

/** So wide a white edge a camera needs, in squares. */
const QUIET_EDGE = 4

/** Every dark square of a code as a path of unit squares. */
function pathOf(squares: readonly (readonly boolean[])[]): string {
  return squares
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : [])))
    .join('')
}

/** The address of a review as a code to scan, with the address beside it for those who type. */
export function JoinCode({ review }: { review: string }) {
  const address = new URL(paths.pack(review), window.location.origin).href
  const { data, size } = encode(address, { ecc: 'M', border: QUIET_EDGE })
  return (
    <div className={styles.join}>
      <svg
        className={styles.code}
        viewBox={`0 0 ${size} ${size}`}
        shapeRendering="crispEdges"
        role="img"
        aria-label="Code to scan: opens this review"
      >
        <rect width={size} height={size} fill="#fff" />
        <path d={pathOf(data)} fill="#000" />
      </svg>
      <div>
        <p className={styles.say}>Scan to open the pack</p>
        <p className={styles.address}>{address}</p>
        <p className={styles.soft}>
          Only the review team can open it, each signed in as themselves.
        </p>
      </div>
    </div>
  )
}
