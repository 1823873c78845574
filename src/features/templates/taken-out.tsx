import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/section.tsx'
import type { DraftHere } from './use-draft.ts'
import styles from './templates.module.css'

/** What was taken out of the draft: nothing is gone before it is published. */
export function TakenOut({ here }: { here: DraftHere }) {
  const { sections, prompts } = here.whole.removed
  const lines = [
    ...sections.map(({ id, title }) => ({
      id,
      part: 'section' as const,
      words: `Section: ${title}`,
    })),
    ...prompts.map(({ id, text }) => ({ id, part: 'prompt' as const, words: text })),
  ].filter(({ words }) => words.trim() !== '')
  if (lines.length === 0) return null
  return (
    <Section title="Taken out" lead="Not in the checklist. Each can be put back.">
      <ul className={styles.faults} aria-label="Taken out">
        {lines.map(({ id, part, words }) => (
          <li key={id} className={styles.acts}>
            <span>{words}</span>
            <Button
              tone="plain"
              aria-label={`Put back: ${words}`}
              onClick={() => here.putBack(part, id)}
            >
              Put back
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  )
}
