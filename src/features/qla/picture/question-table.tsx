import { itemFacilities, omittedRate } from '../../../domain/qla/facility.ts'
import { sayItem } from '../../../domain/qla/paper.ts'
import type { AnalysisHere } from '../analysis/use-analysis.ts'
import { sayShare } from '../analysis/words.ts'
import { ShareCell } from '../analysis/share-cell.tsx'
import { useOthers } from './use-others.ts'
import { WideTable } from '../analysis/wide-table.tsx'
import styles from '../analysis/table.module.css'

/** Every question with its share of the marks, beside whoever else's figures there are. */
export function QuestionTable({ here }: { here: AnalysisHere }) {
  const { grid, settings } = here
  const others = useOthers(here)
  const facilities = itemFacilities(grid)
  return (
    <WideTable label="Questions of the paper" long>
      <table className={styles.table}>
        <caption>
          {others.length === 0
            ? 'This class alone: no figures of others for this paper are on this device.'
            : 'Figures of others come from the schools’ counts, or as somebody supplied them.'}
        </caption>
        <thead>
          <tr>
            <th scope="col">Question</th>
            <th scope="col">Marks</th>
            <th scope="col">This class</th>
            <th scope="col">Pupils</th>
            <th scope="col">Left blank</th>
            {others.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grid.items.map((item, at) => {
            const facility = facilities[at]
            if (!facility) return null
            const few = facility.available < settings.fewMarks
            return (
              <tr key={item.key} className={few ? styles.few : undefined}>
                <th scope="row">
                  {sayItem(item)}
                  <div className={styles.soft}>
                    {[item.code, item.kind].filter(Boolean).join(', ')}
                  </div>
                </th>
                <td>{item.max}</td>
                <td>
                  <ShareCell of={facility} few={few} />
                </td>
                <td>{facility.n}</td>
                <td>
                  {facility.omitted} ({sayShare(omittedRate(facility))})
                </td>
                {others.map(({ name, shareOf }) => (
                  <td key={name}>{shareOf(item)}</td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </WideTable>
  )
}
