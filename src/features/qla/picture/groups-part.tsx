import { followsAll } from '../../../domain/access/assessment.ts'
import { standardOf } from '../../../domain/qla/boundaries.ts'
import { GROUPINGS, groupsBy } from '../../../domain/qla/groups.ts'
import { rounded } from '../../../domain/qla/totals.ts'
import { useDesk } from '../../../store/react.tsx'
import { Section } from '../../../ui/section.tsx'
import { rawOf } from '../analysis/raw.ts'
import { ShareCell } from '../analysis/share-cell.tsx'
import { WideTable } from '../analysis/wide-table.tsx'
import styles from '../analysis/table.module.css'
import type { AnalysisHere } from '../analysis/use-analysis.ts'

/** Groups of the class, for those who lead: they stay inside the school, and small ones are masked when they leave. */
export function GroupsPart({ here }: { here: AnalysisHere }) {
  const { me } = useDesk()
  if (!followsAll(me, here.at.urn)) return null
  const { totals, outOf } = rawOf(here)
  const standard = here.boundaries ? standardOf(here.boundaries) : null
  const groups = GROUPINGS.flatMap((grouping) => {
    const own = groupsBy(here.after, grouping, totals, standard?.min ?? null)
    // One group of everybody compares with nobody.
    return own.length > 1 ? own : []
  })
  if (groups.length === 0) return null
  return (
    <Section
      title="Groups"
      lead={`For those who lead. Groups of fewer than ${here.settings.minGroup} say little, and are masked in all that leaves the school.`}
    >
      <WideTable label="Groups of the class">
        <table className={styles.table}>
          <caption>Marks as they count now, after any retest</caption>
          <thead>
            <tr>
              <th scope="col">Group</th>
              <th scope="col">Pupils</th>
              <th scope="col">Marks gained</th>
              <th scope="col">Mean of {outOf}</th>
              <th scope="col">{standard ? `${standard.label} or above` : 'At the standard'}</th>
            </tr>
          </thead>
          <tbody>
            {groups.map(({ grouping, name, n, facility, total, atStandard }) => {
              const few = n < here.settings.minGroup
              return (
                <tr key={`${grouping} ${name}`} className={few ? styles.few : undefined}>
                  <th scope="row">{name}</th>
                  <td>{n}</td>
                  <td>
                    <ShareCell of={facility} few={few} tooFew="pupils" />
                  </td>
                  <td>
                    {total.mean === null
                      ? 'No whole total'
                      : `${rounded(total.mean, 2).toFixed(2)}, of ${total.n}`}
                  </td>
                  <td>
                    {atStandard === null ? 'No checked boundaries' : `${atStandard} of ${total.n}`}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </WideTable>
    </Section>
  )
}
