import { encode } from 'uqr'

/** So wide a white edge a camera needs, in squares. */
const QUIET_EDGE = 4

/** Every dark square of a code as a path of unit squares. */
function pathOf(squares: readonly (readonly boolean[])[]): string {
  return squares
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : [])))
    .join('')
}

export interface CodePictureProps {
  text: string
  label: string
  className?: string | undefined
  /** L holds most, M stands more dirt and bent paper. */
  ecc?: 'L' | 'M'
}

/** A text as a code to scan, black on white in light and dark. */
export function CodePicture({ text, label, className, ecc = 'M' }: CodePictureProps) {
  const { data, size } = encode(text, { ecc, border: QUIET_EDGE })
  return (
    <svg
      className={className}
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
