import type { Coverage } from '../../../domain/peer-review/coverage.ts'
import { Glyph } from '../../../ui/glyph.tsx'
import { IconSearch } from '../../../ui/icons.ts'
import { sayCount, kinds } from '../words.ts'
import styles from './meeting.module.css'

/** Notes by question, year group and source. A gap has its word and mark. */
export function CoverageTable({ found }: { found: Coverage }) {
  return (
    <div
      className={styles.scroll}
      role="region"
      aria-label="Notes by question and year group"
      tabIndex={0}
    >
      <table className={styles.table}>
        <caption>Notes by key question and year group, as they are on this device</caption>
        <thead>
          <tr>
            <th scope="col">Question</th>
            <th scope="col">Year group</th>
            {kinds.map(({ value, label, icon }) => (
              <th key={value} scope="col">
                <span className={styles.kind}>
                  <Glyph icon={icon} size={20} /> {label}
                </span>
              </th>
            ))}
            <th scope="col">Not said</th>
          </tr>
        </thead>
        {found.rows.map(({ question, cells, elsewhere }) => (
          <tbody key={question.id}>
            {cells.map(({ year, by, unsaid }, i) => (
              <tr key={year}>
                {i === 0 ? (
                  <th scope="rowgroup" rowSpan={cells.length}>
                    Question {question.n}
                    {elsewhere > 0 ? (
                      <span className={styles.soft}>
                        and {sayCount(elsewhere, 'note')} about no year group here
                      </span>
                    ) : null}
                  </th>
                ) : null}
                <th scope="row">{year ?? 'All'}</th>
                {kinds.map(({ value }) => (
                  <Count key={value} n={by[value]} />
                ))}
                <td>{unsaid === 0 ? '–' : unsaid}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}

function Count({ n }: { n: number }) {
  if (n > 0) return <td>{n}</td>
  return (
    <td className={styles.gap}>
      <span className={styles.gapMark}>
        <Glyph icon={IconSearch} size={18} /> none
      </span>
    </td>
  )
}
