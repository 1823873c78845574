import { Badge } from '../../../ui/badge.tsx'
import { kinds } from '../words.ts'
import type { TallyRow } from './tally.ts'
import styles from './team.module.css'

/** How many notes of which kind each question has; where there are none, it says so. */
export function TallyTable({ rows }: { rows: readonly TallyRow[] }) {
  return (
    <div className={styles.scroll} role="region" aria-label="Notes by question" tabIndex={0}>
      <table className={styles.table}>
        <caption>Notes on this device, by question</caption>
        <thead>
          <tr>
            <th scope="col">Question</th>
            {kinds.map(({ value, label }) => (
              <th key={value} scope="col">
                {label}
              </th>
            ))}
            <th scope="col">Not said</th>
            <th scope="col">All</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ question, notes, by, unsaid }) => (
            <tr key={question?.id ?? ''}>
              <th scope="row">{question ? `Question ${question.n}` : 'Not filed yet'}</th>
              {kinds.map(({ value }) => (
                <td key={value}>{sayNumber(by[value])}</td>
              ))}
              <td>{sayNumber(unsaid)}</td>
              <td>
                {notes.length === 0 ? (
                  <Badge tone="warn">None</Badge>
                ) : (
                  <strong>{notes.length}</strong>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const sayNumber = (n: number) => (n === 0 ? '–' : n)
