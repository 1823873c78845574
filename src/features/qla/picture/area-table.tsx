import { domainFacilities, weakAreas, weakestFirst } from '../../../domain/qla/domains.ts'
import { omittedRate } from '../../../domain/qla/facility.ts'
import { keysOf } from '../analysis/places.ts'
import type { AnalysisHere } from '../analysis/use-analysis.ts'
import { sayQuestions, sayShare } from '../analysis/words.ts'
import { ShareCell } from '../analysis/share-cell.tsx'
import { WideTable } from '../analysis/wide-table.tsx'
import styles from '../analysis/table.module.css'

/** Share of the marks by area; the bars are in the table, so that nothing is only drawn. */
export function AreaTable({ here }: { here: AnalysisHere }) {
  const { grid, settings } = here
  const domains = weakestFirst(domainFacilities(grid, settings))
  const weak = new Set(weakAreas(domains, settings).map(({ name }) => name))
  return (
    <WideTable label="Areas of the paper">
      <table className={styles.table}>
        <caption>Pupils who sat the paper. A question left blank counts as no marks.</caption>
        <thead>
          <tr>
            <th scope="col">Area</th>
            <th scope="col">Marks gained</th>
            <th scope="col">Marks on the paper</th>
            <th scope="col">Pupils</th>
            <th scope="col">Left blank</th>
          </tr>
        </thead>
        <tbody>
          {domains.map((domain) => (
            <tr key={domain.name} className={domain.few ? styles.few : undefined}>
              <th scope="row">
                {domain.name}
                <div className={styles.soft}>
                  {sayQuestions(grid.items, keysOf(grid.items, domain.items))}
                </div>
              </th>
              <td>
                <ShareCell of={domain} few={domain.few} weak={weak.has(domain.name)} />
              </td>
              <td>{domain.marks}</td>
              <td>{domain.n}</td>
              <td>{sayShare(omittedRate(domain))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  )
}
