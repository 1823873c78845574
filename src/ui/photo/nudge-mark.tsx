import { Button } from '../button.tsx'
import { type Extent, type Mark, moved, scaled } from './marks.ts'
import styles from './sheet.module.css'

/** Of the picture's shorter edge, for one press. */
const STEP = 1 / 20
const LARGER = 1.25

interface NudgeMarkProps {
  mark: Mark
  size: Extent
  onChange: (mark: Mark) => void
}

/** Moves and sizes a mark without drawing: by keyboard, switch or voice. */
export function NudgeMark({ mark, size, onChange }: NudgeMarkProps) {
  const step = Math.min(size.width, size.height) * STEP
  const ways = [
    ['Left', moved(mark, { x: -step, y: 0 }, size)],
    ['Right', moved(mark, { x: step, y: 0 }, size)],
    ['Up', moved(mark, { x: 0, y: -step }, size)],
    ['Down', moved(mark, { x: 0, y: step }, size)],
    ['Larger', scaled(mark, LARGER, size)],
    ['Smaller', scaled(mark, 1 / LARGER, size)],
  ] as const
  return (
    <div className={styles.actions} role="group" aria-label="Move the last mark">
      {ways.map(([label, next]) => (
        <Button key={label} onClick={() => onChange(next)}>
          {label}
        </Button>
      ))}
    </div>
  )
}
