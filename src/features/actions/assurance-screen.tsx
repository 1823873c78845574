import { useMemo } from 'react'
import { assuranceOf, type SchoolAssurance } from '../../domain/actions/assurance.ts'
import { schoolOfDocument } from '../../domain/actions/place.ts'
import { defectRecord } from '../../domain/checks/run.ts'
import { useDesk } from '../../store/react.tsx'
import { useLocated } from '../../store/use-located.ts'
import { Badge } from '../../ui/badge.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { CardList, IndexCard } from '../../ui/index-card.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState, LoadingState } from '../../ui/states.tsx'
import { useNarrow } from '../../ui/use-narrow.ts'
import styles from './actions.module.css'
import { DueDays } from './due-days.tsx'
import { useActions } from './use-actions.ts'
import { useNames } from './use-names.ts'
import { sayCount } from './words.ts'

/** How the schools' actions stand, for whoever answers for all of them. */
export default function AssuranceScreen() {
  const { me } = useDesk()
  const names = useNames()
  const { list, loading, today } = useActions(names.ownerOf)
  const defects = useLocated(defectRecord)
  const schools = useMemo(() => {
    const hazards = defects.rows.map(({ record, doc }) => ({
      urn: schoolOfDocument(me, doc),
      defect: record,
    }))
    return assuranceOf(list, hazards, today)
  }, [list, defects.rows, me, today])
  const Shown = useNarrow() ? Cards : Table
  if (loading || defects.loading) return <LoadingState label="Opening the actions" />
  return (
    <Page
      title="School by school"
      lead="How actions stand at each school this device holds."
      back={{ to: '/actions', label: 'Actions' }}
      width="full"
    >
      {schools.length === 0 ? (
        <EmptyState
          title="Nothing to compare yet"
          action={
            <LinkButton tone="primary" to="/actions">
              See the actions
            </LinkButton>
          }
        >
          <p>Schools appear here with their first action.</p>
        </EmptyState>
      ) : (
        <Shown schools={schools} schoolOf={names.schoolOf} />
      )}
      <DueDays />
    </Page>
  )
}

interface TableProps {
  schools: readonly SchoolAssurance[]
  schoolOf: (urn: string) => string
}

const COLUMNS = [
  {
    label: 'Overdue and red',
    show: ({ overdueHigh }: SchoolAssurance) =>
      overdueHigh > 0 ? <Badge tone="stuck">{overdueHigh}</Badge> : overdueHigh,
  },
  { label: 'Overdue', show: ({ overdue }: SchoolAssurance) => overdue },
  { label: 'Open', show: ({ open }: SchoolAssurance) => open },
  { label: 'Done, the trust not told', show: ({ doneNotTold }: SchoolAssurance) => doneNotTold },
  { label: 'Average days to close', show: (school: SchoolAssurance) => sayAverage(school) },
  { label: 'Found again', show: ({ repeats }: SchoolAssurance) => repeats },
] as const

/** On a phone a card for each school: a table would hide half of what it says. */
function Cards({ schools, schoolOf }: TableProps) {
  return (
    <CardList label="School by school">
      {schools.map((school) => (
        <IndexCard key={school.urn} title={schoolOf(school.urn)} headingLevel={2}>
          <dl className={styles.standing}>
            {COLUMNS.map(({ label, show }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{show(school)}</dd>
              </div>
            ))}
          </dl>
        </IndexCard>
      ))}
    </CardList>
  )
}

function Table({ schools, schoolOf }: TableProps) {
  return (
    // Wider than some tablets: whoever has no touch moves it with the arrow keys.
    <div className={styles.tableBox} role="region" aria-label="School by school" tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">School</th>
            {COLUMNS.map(({ label }) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {schools.map((school) => (
            <tr key={school.urn}>
              <th scope="row">{schoolOf(school.urn)}</th>
              {COLUMNS.map(({ label, show }) => (
                <td key={label}>{show(school)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const sayAverage = ({ averageDays, closed }: SchoolAssurance): string =>
  averageDays === null ? 'None closed yet' : `${sayCount(averageDays, 'day')}, of ${closed} closed`
