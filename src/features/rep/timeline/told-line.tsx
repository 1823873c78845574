import type { TimelineLine } from '../../../domain/rep/timeline.ts'
import { type ToldFacts, toldWords } from './told-words.ts'
import styles from '../review/review.module.css'
import { saidBy } from '../words.ts'

/** One line of a timeline: what happened, what was written, who said it in which role and when. */
export function ToldLine({ line, facts }: { line: TimelineLine; facts: ToldFacts }) {
  const { title, detail } = toldWords(line.told, facts)
  const { at, by, role } = line
  return (
    <div className={styles.told}>
      <p>
        <strong>{title}</strong>
      </p>
      {detail === '' ? null : <p className={styles.said}>{detail}</p>}
      {at === null ? null : (
        <p className={styles.soft}>{saidBy({ by, role, madeAt: at }, facts.nameOf)}</p>
      )}
    </div>
  )
}
