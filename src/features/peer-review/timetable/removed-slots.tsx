import type { Pack } from '../../../domain/peer-review/pack.ts'
import { Button } from '../../../ui/button.tsx'
import { IconRefresh } from '../../../ui/icons.ts'
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx'
import styles from './timetable.module.css'

/** What was taken out of the day. Notes that were written in it keep it; it can come back. */
export function RemovedSlots({
  pack,
  onPutBack,
}: {
  pack: Pack
  onPutBack: (slot: string) => void
}) {
  if (pack.removed.length === 0) return null
  return (
    <details className={styles.removed}>
      <summary>Taken out of the day: {pack.removed.length}</summary>
      <ul className={styles.rows}>
        {pack.removed.map(({ id, start, end, title }) => (
          <li key={id}>
            <span className={styles.name}>
              {start} to {end} {title || 'Not named'}
            </span>
            <Button icon={IconRefresh} onClick={() => onPutBack(id)}>
              Put back
              <VisuallyHidden>
                {' '}
                {start} {title}
              </VisuallyHidden>
            </Button>
          </li>
        ))}
      </ul>
    </details>
  )
}
