import { questionNudges } from '../../../domain/peer-review/questions.ts'
import { Glyph } from '../../../ui/glyph.tsx'
import { IconInfoCircle } from '../../../ui/icons.ts'
import styles from './prepare.module.css'
import { useSettled } from './use-settled.ts'

const PAUSE_MS = 900

/** What a question might be made better by, once its writer pauses. It never stops anybody. */
export function Nudges({ text }: { text: string }) {
  const nudges = questionNudges(useSettled(text, PAUSE_MS))
  return (
    <div role="status">
      {nudges.map(({ kind, words, example }) => (
        <p key={kind} className={styles.nudge}>
          <Glyph icon={IconInfoCircle} />
          <span>
            {words} For example: <q>{example}</q>
          </span>
        </p>
      ))}
    </div>
  )
}
