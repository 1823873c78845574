import { type JoinedAnswer, valuesOf } from '../../domain/checks/answers.ts'
import type { Run } from '../../domain/checks/run.ts'
import { scoreOf } from '../../domain/checks/scoring.ts'
import { Section } from '../../ui/section.tsx'
import styles from './walk.module.css'

interface ScoreTableProps {
  run: Run
  answers: ReadonlyMap<string, JoinedAnswer>
}

/** Score by zone: what does not apply or was not checked is not in it. */
export function ScoreTable({ run, answers }: ScoreTableProps) {
  const { total, sections } = scoreOf(run.template, valuesOf(answers))
  if (total === null) return null
  const lines = [...sections, { id: '', title: 'All zones', score: total }]
  return (
    <Section
      title="Score by zone"
      lead="Of what was looked at. N/A and not checked leave the total."
    >
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Zone</th>
            <th scope="col">Score</th>
            <th scope="col">Of</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ id, title, score }) => (
            <tr key={id}>
              <th scope="row">{title}</th>
              <td>{score === null ? 'No score' : `${score.percent}%`}</td>
              <td>{score?.counted ?? 0}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
