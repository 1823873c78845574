import { Glyph } from '../../../ui/glyph.tsx'
import { IconAlertTriangle } from '../../../ui/icons.ts'
import { Notice } from '../../../ui/notice.tsx'
import { Section } from '../../../ui/section.tsx'
import type { Spot } from '../../../ui/timetable/timetable-types.ts'
import type { WarningLine } from './warning-words.ts'
import styles from './timetable.module.css'

interface WarningsListProps {
  lines: readonly WarningLine[]
  /** Opens the cell where a line is mended; left out for those who only read. */
  onJump?: ((spot: Spot) => void) | undefined
}

/** What the plan still asks, each line a way to its cell. Nothing here stops anybody. */
export function WarningsList({ lines, onJump }: WarningsListProps) {
  if (lines.length === 0)
    return (
      <Notice tone="ok" live={false} title="Nothing is amiss with this day">
        Everybody has one place in each slot, and every key question has a slot.
      </Notice>
    )
  return (
    <Section
      title={`To look at: ${lines.length}`}
      lead="A plan may stay as it is: these are for you to weigh."
    >
      <ul className={styles.warnings}>
        {lines.map(({ key, words, spot }) => (
          <li key={key}>
            <Glyph icon={IconAlertTriangle} />
            {spot && onJump ? (
              <button type="button" onClick={() => onJump(spot)}>
                {words}
              </button>
            ) : (
              <span>{words}</span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
