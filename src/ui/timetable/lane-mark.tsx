import { join } from '../join.ts'
import type { LanePattern } from './timetable-types.ts'
import styles from './lanes.module.css'

/** A swatch of a lane's pattern; the label always stands beside it. */
export function LaneMark({ pattern, tall = false }: { pattern: LanePattern; tall?: boolean }) {
  return <span aria-hidden className={join(styles.mark, styles[pattern], tall && styles.tall)} />
}
