import {
  type AreaAcross,
  acrossSchools,
  type AreaAtSchool,
  type Stands,
  together,
} from '../../../domain/qla/trust-view.ts'
import { Badge } from '../../../ui/badge.tsx'
import { Bar } from '../analysis/bar.tsx'
import { WideTable } from '../analysis/wide-table.tsx'
import styles from '../analysis/table.module.css'
import { sayCount, sayList, sayShare } from '../analysis/words.ts'
import { useSchoolNames } from '../use-schools.ts'
import type { QlaCount } from '../../../domain/qla/counts.ts'

/** Counts of one analysis, and whose school they are of. */
export interface SchoolCount {
  readonly urn: string
  readonly count: QlaCount
}

const STANDS: Readonly<Record<Exclude<Stands, 'alone'>, string>> = {
  above: 'Above the others by more than chance',
  below: 'Below the others by more than chance',
  alike: 'Like the others',
  masked: 'Too few pupils to show',
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
  const urns = [...new Set(counts.map(({ urn }) => urn))].sort((a, b) =>
    schoolOf(a).localeCompare(schoolOf(b)),
  )
  const alone = urns.length < 2
  return (
    <WideTable label="Areas by school" long>
      <table className={styles.table}>
        <caption>
          Share of the marks gained, first try.
          {alone ? ' No other school has counted this paper yet: there is nothing to compare.' : ''}
        </caption>
        <thead>
          <tr>
            <th scope="col">Area</th>
            {urns.map((urn) => (
              <th key={urn} scope="col">
                {schoolOf(urn)}
              </th>
            ))}
            {alone ? null : <th scope="col">Worth a visit</th>}
          </tr>
        </thead>
        <tbody>
          {areas.map(({ code, schools, visit }) => (
            <tr key={code}>
              <th scope="row">{code}</th>
              {urns.map((urn) => (
                <SchoolCell key={urn} at={schools.find((school) => school.urn === urn)} />
              ))}
              {alone ? null : (
                <td>
                  {visit.length === 0 ? (
                    'No school stands out'
                  ) : (
                    <Badge tone="ok">{sayList(visit.map(schoolOf))}</Badge>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  )
}

/** How one school stands. */
function SchoolCell({ at }: { at: AreaAcross['schools'][number] | undefined }) {
  if (!at) return <td>No questions on it</td>
  const { share, stands } = at
  return (
    <td>
      {share ? (
        <div className={styles.chart}>
          <span>
            <strong>{sayShare(share.facility)}</strong>, {sayCount(share.pupils, 'pupil')}
          </span>
          <Bar share={share.facility} look="plain" />
        </div>
      ) : null}
      {stands === 'alone' ? null : <span className={styles.soft}>{STANDS[stands]}</span>}
    </td>
  )
}
