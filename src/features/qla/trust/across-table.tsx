import {
  acrossSchools,
  type AreaAtSchool,
  type Stands,
  together,
} from '../../../domain/qla/trust-view.ts'
import { Badge } from '../../../ui/badge.tsx'
import { Bar } from '../analysis/bar.tsx'
import styles from '../analysis/table.module.css'
import { sayCount, sayList, sayShare } from '../analysis/words.ts'
import { useSchoolNames } from '../use-schools.ts'
import type { QlaCount } from '../../../domain/qla/counts.ts'

/** Counts of one analysis, and whose school they are of. */
export interface SchoolCount {
  readonly urn: string
  readonly count: QlaCount
}

const STANDS: Readonly<Record<Stands, string>> = {
  above: 'Above the others by more than chance',
  below: 'Below the others by more than chance',
  alike: 'Like the others',
  masked: 'Too few pupils to show',
  alone: 'No other school yet',
}

/** Areas of each school, its classes taken together. */
function areasOf(counts: readonly SchoolCount[]): AreaAtSchool[] {
  const urns = [...new Set(counts.map(({ urn }) => urn))]
  const codes = [...new Set(counts.flatMap(({ count }) => count.domains.map(({ name }) => name)))]
  return codes.flatMap((code) =>
    urns.map((urn) => ({
      urn,
      code,
      share: together(
        counts
          .filter((one) => one.urn === urn)
          .flatMap(({ count }) => count.domains.filter(({ name }) => name === code))
          .flatMap(({ facility, n, marks }) =>
            facility === null || n === null ? [] : [{ facility, pupils: n, marks }],
          ),
      ),
    })),
  )
}

/** Areas down, schools across; in the order of names, never of results. */
export function AcrossTable({ counts }: { counts: readonly SchoolCount[] }) {
  const schoolOf = useSchoolNames()
  const areas = acrossSchools(areasOf(counts))
  const urns = areas[0]?.schools.map(({ urn }) => urn) ?? []
  return (
    <div className={styles.scroll} role="region" aria-label="Areas by school" tabIndex={0}>
      <table className={styles.table}>
        <caption>Share of the marks gained, first try</caption>
        <thead>
          <tr>
            <th scope="col">Area</th>
            {urns.map((urn) => (
              <th key={urn} scope="col">
                {schoolOf(urn)}
              </th>
            ))}
            <th scope="col">Worth a visit</th>
          </tr>
        </thead>
        <tbody>
          {areas.map(({ code, schools, visit }) => (
            <tr key={code}>
              <th scope="row">{code}</th>
              {schools.map(({ urn, share, stands }) => (
                <td key={urn}>
                  {share ? (
                    <div className={styles.chart}>
                      <span>
                        <strong>{sayShare(share.facility)}</strong>,{' '}
                        {sayCount(share.pupils, 'pupil')}
                      </span>
                      <Bar share={share.facility} look="plain" />
                    </div>
                  ) : null}
                  <span className={styles.soft}>{STANDS[stands]}</span>
                </td>
              ))}
              <td>
                {visit.length === 0 ? (
                  'No school stands out'
                ) : (
                  <Badge tone="ok">{sayList(visit.map(schoolOf))}</Badge>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
