import type { SchoolsCompared } from '../../domain/schools/compare.ts'
import { Section } from '../../ui/section.tsx'
import styles from './schedule.module.css'

/** What would change, before anything does. */
export function SchoolChanges({ compared }: { compared: SchoolsCompared }) {
  const { added, changed, same, notInFile } = compared
  return (
    <Section
      title="What would change"
      lead={`${added.length} new, ${changed.length} changed, ${same} the same.`}
    >
      <ul className={styles.plain}>
        {added.map(({ urn, name, phase }) => (
          <li key={urn}>
            <strong>New: {name}</strong>, {phase === '' ? 'phase not given' : phase}, URN {urn}
          </li>
        ))}
        {changed.map(({ urn, name, changes }) => (
          <li key={urn}>
            <strong>{name}</strong>
            <ul>
              {changes.map(({ label, from, to }) => (
                <li key={label}>
                  {label}: {from} becomes {to}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {notInFile.length > 0 ? (
        <p>Not in this file, and left as they are: {notInFile.join(', ')}.</p>
      ) : null}
    </Section>
  )
}
