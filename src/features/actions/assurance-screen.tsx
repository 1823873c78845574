import { useMemo } from 'react'
import { assuranceOf, type SchoolAssurance } from '../../domain/actions/assurance.ts'
import { schoolOfDocument } from '../../domain/actions/place.ts'
import { defectRecord } from '../../domain/checks/run.ts'
import { useDesk } from '../../store/react.tsx'
import { useLocated } from '../../store/use-located.ts'
import { Badge } from '../../ui/badge.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState, LoadingState } from '../../ui/states.tsx'
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
        <Table schools={schools} schoolOf={names.schoolOf} />
      )}
      <DueDays />
    </Page>
  )
}

interface TableProps {
  schools: readonly SchoolAssurance[]
  schoolOf: (urn: string) => string
}

function Table({ schools, schoolOf }: TableProps) {
  return (
    // Wider than a phone: whoever has no touch moves it with the arrow keys.
    <div className={styles.tableBox} role="region" aria-label="School by school" tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">School</th>
            <th scope="col">Overdue and red</th>
            <th scope="col">Overdue</th>
            <th scope="col">Open</th>
            <th scope="col">Done, the trust not told</th>
            <th scope="col">Average days to close</th>
            <th scope="col">Found again</th>
          </tr>
        </thead>
        <tbody>
          {schools.map((school) => (
            <tr key={school.urn}>
              <th scope="row">{schoolOf(school.urn)}</th>
              <td>
                {school.overdueHigh > 0 ? (
                  <Badge tone="stuck">{school.overdueHigh}</Badge>
                ) : (
                  school.overdueHigh
                )}
              </td>
              <td>{school.overdue}</td>
              <td>{school.open}</td>
              <td>{school.doneNotTold}</td>
              <td>{sayAverage(school)}</td>
              <td>{school.repeats}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const sayAverage = ({ averageDays, closed }: SchoolAssurance): string =>
  averageDays === null ? 'None closed yet' : `${sayCount(averageDays, 'day')}, of ${closed} closed`
