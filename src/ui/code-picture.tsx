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
}

/**
 * A text as a code for another tablet's camera, black on white in light and dark. A screen has neither dirt
 * nor folds: few spare squares, so that all of them are larger.
 */
export function CodePicture({ text, label, className }: CodePictureProps) {
  const { data, size } = encode(text, { ecc: 'L', border: QUIET_EDGE })
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
