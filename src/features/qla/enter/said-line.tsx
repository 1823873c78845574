import { Glyph } from '../../../ui/glyph.tsx'
import { IconAlertOctagon } from '../../../ui/icons.ts'
import styles from './enter.module.css'
import type { Marking } from './marking.ts'
import { useSaid } from './use-marking.ts'

/** What came of the last key. Refusals interrupt a screen reader; the rest waits its turn. */
export function SaidLine({ marking }: { marking: Marking }) {
  const { text, urgent } = useSaid(marking)
  return (
    <div className={styles.said}>
      <p role="status">{urgent ? '' : text}</p>
      <p role="alert" className={styles.refused}>
        {urgent ? (
          <>
            <Glyph icon={IconAlertOctagon} size={24} />
            <span>{text}</span>
          </>
        ) : null}
      </p>
    </div>
  )
}
